# The traceback of an exception that came through awaits and a task.
# exit: 1
# stderr: compare
import asyncio


async def leaf(n):
    await asyncio.sleep(0)
    raise ValueError(f"leaf {n}")


async def branch(n):
    if n == 0:
        await leaf(n)
    await branch(n - 1)


async def main():
    task = asyncio.create_task(branch(2))
    await asyncio.sleep(0)
    print("waiting")
    await task


asyncio.run(main())
