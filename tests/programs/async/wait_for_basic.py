# wait_for: success, timeout, exceptions, zero and None timeouts, cancellation both ways, races.
import asyncio


async def job(value, delay):
    try:
        await asyncio.sleep(delay)
        return value
    except asyncio.CancelledError:
        print("job", value, "cancelled")
        raise


async def failing(delay):
    await asyncio.sleep(delay)
    raise ValueError("from job")


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(0.01)
        return "came late"


async def cleanup_fails():
    try:
        await asyncio.sleep(10)
    finally:
        raise RuntimeError("cleanup failed")


async def attempt(label, coro, timeout):
    try:
        print(label, "->", await asyncio.wait_for(coro, timeout))
    except asyncio.TimeoutError as error:
        print(label, "TimeoutError", error.args, type(error.__cause__).__name__)
    except (ValueError, RuntimeError) as error:
        print(label, type(error).__name__, error)


async def instant():
    return "instant"


async def main():
    await attempt("in time", job(1, 0.01), 0.1)
    await attempt("too late", job(2, 0.5), 0.01)
    await attempt("raises", failing(0.01), 0.1)
    await attempt("none", job(3, 0.01), None)
    await attempt("zero", job(4, 0.01), 0)
    await attempt("negative", job(5, 0.01), -1)
    await attempt("zero instant", instant(), 0)
    await attempt("instant", instant(), 1)
    await attempt("stubborn", stubborn(), 0.01)
    await attempt("cleanup", cleanup_fails(), 0.01)

    task = asyncio.create_task(job(6, 0.5))
    await attempt("task", task, 0.01)
    print(task.cancelled(), asyncio.TimeoutError is TimeoutError)

    done = asyncio.create_task(job(7, 0))
    await done
    await attempt("done task zero", done, 0)

    outer = asyncio.create_task(asyncio.wait_for(job(8, 10), 5))
    await asyncio.sleep(0.01)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled", outer.cancelled())

    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.01, future.set_result, "future value")
    await attempt("future", future, 1)
    future = loop.create_future()
    await attempt("future late", future, 0.01)
    print(future.cancelled())

    await attempt("nested inner", asyncio.wait_for(job(9, 1), 0.01), 0.5)
    await attempt("nested outer", asyncio.wait_for(job(10, 1), 0.5), 0.01)
    results = await asyncio.gather(
        asyncio.wait_for(job("a", 0.01), 0.2),
        asyncio.wait_for(job("b", 0.5), 0.02),
        return_exceptions=True,
    )
    print([r if isinstance(r, str) else type(r).__name__ for r in results])


asyncio.run(main())
