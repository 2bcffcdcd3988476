"""Numbers of named tasks; contexts of what timeouts, groups and wait_for raise inside except blocks."""
import asyncio


def origin(x, depth=0):
    if x is None or depth > 5:
        return "-"
    return f"{type(x).__name__}{x.args} [{origin(x.__cause__, depth + 1)}] [{origin(x.__context__, depth + 1)}]"


async def quick():
    return asyncio.current_task().get_name()


async def stubborn():
    for _ in range(2):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            print("stubborn", origin(error))


async def cancelled_twice():
    try:
        await asyncio.wait_for(stubborn(), 5)
    except asyncio.CancelledError as error:
        print("twice", origin(error))
        raise


async def cancelled_when_done(future):
    try:
        await asyncio.wait_for(future, 5)
    except BaseException as error:
        print("done", origin(error))


async def in_handler():
    try:
        raise ValueError("handled")
    except ValueError:
        try:
            async with asyncio.timeout(0.001):
                await asyncio.sleep(1)
        except TimeoutError as error:
            print("timeout", origin(error))
        try:
            await asyncio.wait_for(asyncio.sleep(1), 0.001)
        except TimeoutError as error:
            print("wait_for", origin(error))


async def main():
    loop = asyncio.get_running_loop()
    for make in (asyncio.create_task, loop.create_task):
        print(await make(quick(), name="named"), await make(quick()), await make(quick(), name=None))
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(quick(), name=name) for name in ("a", None, 3)]
    print([task.result() for task in tasks], await asyncio.create_task(quick()))
    task = asyncio.create_task(cancelled_twice())
    for _ in range(3):
        await asyncio.sleep(0)
        task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    future = loop.create_future()
    task = asyncio.create_task(cancelled_when_done(future))
    await asyncio.sleep(0)
    future.set_exception(KeyError("set"))
    task.cancel()
    await task
    await in_handler()


asyncio.run(main())
