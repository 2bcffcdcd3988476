# A task that catches its cancellation: goes on, cleans up with awaits, returns, raises another.
import asyncio


async def stubborn():
    for attempt in range(3):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("refused", attempt)
    return "survived"


async def slow_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        print("cleanup starts")
        await asyncio.sleep(0.01)
        print("cleanup ends")


async def interrupted_cleanup():
    try:
        await asyncio.sleep(10)
    finally:
        try:
            print("cleanup")
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print("cleanup cancelled too")
            raise


async def returns():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return "a value instead"


async def translates():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise RuntimeError("translated")


async def finally_return():
    try:
        await asyncio.sleep(10)
    finally:
        return "finally wins"


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("inner sees it")
        raise


async def middle():
    try:
        await inner()
    except asyncio.CancelledError:
        print("middle stops it")
    await asyncio.sleep(0)
    return "middle went on"


async def outcome(label, coro, cancels=1):
    task = asyncio.create_task(coro)
    for _ in range(cancels):
        await asyncio.sleep(0)
        task.cancel()
    try:
        print(label, "->", await task, task.cancelled(), task.cancelling())
    except BaseException as error:
        context = type(error.__context__).__name__
        print(label, "raised", type(error).__name__, error.args, task.cancelled(), context)


async def main():
    await outcome("stubborn", stubborn(), 3)
    await outcome("slow_cleanup", slow_cleanup())
    await outcome("interrupted", interrupted_cleanup(), 2)
    await outcome("returns", returns())
    await outcome("translates", translates())
    await outcome("finally_return", finally_return())
    await outcome("middle", middle())

    task = asyncio.create_task(returns())
    await asyncio.sleep(0)
    task.cancel()
    print("counted", task.cancelling(), "taken back", task.uncancel())
    print(await task)

    async def self_cancel():
        asyncio.current_task().cancel("self")
        print("still running")
        await asyncio.sleep(0)
        print("not reached")

    await outcome("self", self_cancel(), 0)

    async def self_cancel_no_await():
        asyncio.current_task().cancel()
        return "finished before it could"

    await outcome("no await", self_cancel_no_await(), 0)


asyncio.run(main())
