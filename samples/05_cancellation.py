# Cancellation: an exception thrown into a coroutine at the place where it waits.
"""`task.cancel()` does not kill anything. It raises CancelledError at the
await where the task is paused. So `finally` runs, files get closed, and a
task may even refuse.
"""
import asyncio


async def worker(name):
    print(f"  {name}: begins")
    try:
        for step in range(1, 100):
            await asyncio.sleep(0.03)
            print(f"  {name}: step {step}")
    except asyncio.CancelledError:
        print(f"  {name}: told to stop")
        raise                                # say it on, so that the task counts as cancelled
    finally:
        print(f"  {name}: puts the tools away")


async def tidy(name):
    """Needs some time to clean up, even when it is cancelled."""
    try:
        await asyncio.sleep(10)
    finally:
        print(f"  {name}: saving...")
        await asyncio.sleep(0.01)
        print(f"  {name}: saved")


async def stubborn():
    """Swallows the first request: for its caller it was never cancelled."""
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("  stubborn: no, I have something to finish")
    await asyncio.sleep(0.01)
    return "finished after all"


async def outer():
    """Cancelling the outermost reaches the innermost await; then it unwinds outwards."""
    try:
        await middle()
    finally:
        print("  outer: unwound")


async def middle():
    try:
        await asyncio.sleep(10)
    finally:
        print("  middle: unwound")


async def stop(task, why=None):
    task.cancel(why)
    try:
        print("  it returned:", await task)
    except asyncio.CancelledError as error:
        print("  it was cancelled", error.args)


async def main():
    print("cancel a worker in the middle of its work:")
    task = asyncio.create_task(worker("ann"))
    await asyncio.sleep(0.075)
    await stop(task, "lunch")

    print("cancel one before it began: it never runs at all:")
    await stop(asyncio.create_task(worker("bob")))

    print("cancel one that cleans up slowly:")
    task = asyncio.create_task(tidy("cleo"))
    await asyncio.sleep(0)
    await stop(task)

    print("cancel one that refuses:")
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    await stop(task)

    print("cancel through a chain of awaits:")
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await stop(task)


asyncio.run(main())
