# A group that aborts cancels all its tasks; a chain of tasks that wait for tasks is cancelled as one.
import asyncio


async def follow(task):
    try:
        await task
    finally:
        print("followed", task.get_name(), asyncio.current_task().cancelling())


async def main():
    first = last = asyncio.create_task(asyncio.sleep(1), name="sleeper")
    for n in range(5):
        last = asyncio.create_task(follow(last), name=f"follower {n}")
    await asyncio.sleep(0)
    print(last.cancel("enough"), first.cancelling(), last.cancelling())
    print(await asyncio.gather(first, last, return_exceptions=True))
    print(last.cancel(), first.cancelling(), last.cancelling())


asyncio.run(main())
