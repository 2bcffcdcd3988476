# TaskGroup and timeout(): a block that does not end before all that was started in it has ended.
"""Structured concurrency. Tasks started in a group cannot outlive it: leaving
the block waits for them, and if one fails, the others are cancelled. Errors of
several tasks come out together.
"""
import asyncio


async def build(part, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ValueError(f"{part} broke")
        print(f"  {part} is built")
        return part
    except asyncio.CancelledError:
        print(f"  {part} is abandoned")
        raise


async def main():
    print("a group waits for all of its tasks:")
    async with asyncio.TaskGroup() as group:
        walls = group.create_task(build("walls", 0.02))
        roof = group.create_task(build("roof", 0.04))
        print("  started both; the block's own code goes on")
    print("  results:", walls.result(), "and", roof.result())

    print("one failure cancels the others:")
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(build("tower", 0.01, fails=True))
            group.create_task(build("moat", 5))
    except* ValueError as errors:
        print("  the group raised:", [str(e) for e in errors.exceptions])

    print("a deadline for a whole block:")
    try:
        async with asyncio.timeout(0.03):
            await build("garden", 0.01)
            await build("cathedral", 100)
    except TimeoutError:
        print("  no time for more")


asyncio.run(main())
