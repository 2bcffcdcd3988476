# "Task exception was never retrieved": reported when the task is gone, with its traceback.
# stderr: compare
import asyncio


async def fails():
    await asyncio.sleep(0)
    raise ValueError("nobody asked")


async def main():
    task = asyncio.create_task(fails(), name="forgotten")
    await asyncio.sleep(0.01)
    print("done", task.done())
    del task
    asked = asyncio.create_task(fails(), name="asked")
    await asyncio.sleep(0.01)
    print(repr(asked.exception()))


asyncio.run(main())
