# Tasks are one allocation with their frame; except and finally around an await.
import asyncio


async def work(n):
    try:
        await asyncio.sleep(n)
    except asyncio.CancelledError:
        print("cancelled", n)
        raise
    finally:
        print("done", n)
    return n


async def main():
    task = asyncio.create_task(work(5), name="worker")
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main knows")


asyncio.run(main())
