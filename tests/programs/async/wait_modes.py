# asyncio.wait: ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, timeout, sets of done and pending.
import asyncio


async def job(name, delay):
    await asyncio.sleep(delay)
    return name


async def fail(name, delay):
    await asyncio.sleep(delay)
    raise ValueError(name)


def names(tasks):
    return sorted(t.get_name() for t in tasks)


def start(*specs):
    return [asyncio.create_task((fail if n.startswith("!") else job)(n, d), name=n) for n,
            d in specs]


async def finish(tasks):
    for t in tasks:
        t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    done, pending = await asyncio.wait(start(("a", 0.01), ("b", 0.02), ("c", 0)))
    print(names(done), names(pending), sorted(t.result() for t in done), type(done).__name__)
    done, pending = await asyncio.wait(start(("a", 0.05), ("b", 0.01)),
                                       return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    await finish(pending)
    done, pending = await asyncio.wait(
        start(("a", 0.01), ("!b", 0.02), ("c", 0.5)), return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending), [repr(t.exception()) for t in done if t.exception()])
    await finish(pending)
    done, pending = await asyncio.wait(start(("!a", 0), ("b", 0.01)))
    print(names(done),
          [t.exception() is not None for t in sorted(done, key=lambda t: t.get_name())])
    done, pending = await asyncio.wait(start(("a", 0.01), ("b", 0.5)), timeout=0.04)
    print(names(done), names(pending), [t.done() for t in pending])
    await finish(pending)
    done, pending = await asyncio.wait(start(("a", 0.5)), timeout=0)
    print(names(done), names(pending))
    await finish(pending)

    print("-- taking results as they come")
    pending = set(start(("slow", 0.06), ("fast", 0.02), ("mid", 0.04)))
    while pending:
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        print(names(done), len(pending))

    print("-- several done at once")
    tasks = start(("x", 0), ("y", 0), ("z", 0.1))
    await asyncio.sleep(0.01)
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    await finish(pending)

    print("-- cancelled children, and a cancelled waiter")
    tasks = start(("p", 1), ("q", 0.01))
    tasks[0].cancel()
    done, pending = await asyncio.wait(tasks)
    print(names(done), [t.cancelled() for t in tasks])
    tasks = start(("r", 0.02))
    waiter = asyncio.create_task(asyncio.wait(tasks))
    await asyncio.sleep(0)
    waiter.cancel()
    try:
        await waiter
    except asyncio.CancelledError:
        print("waiter cancelled, the task goes on:", await tasks[0])
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.01, future.set_result, 5)
    done, _ = await asyncio.wait([future])
    print([f.result() for f in done])
    for wrong in ([], 5):
        try:
            await asyncio.wait(wrong)
        except (ValueError, TypeError) as error:
            print(type(error).__name__, str(error)[:40])
    try:
        coro = job("c", 0)
        await asyncio.wait([coro])
    except TypeError as error:
        print(error)
        coro.close()
    try:
        await asyncio.wait(start(("s", 0)), return_when="SOMETIME")
    except ValueError as error:
        print(error)


asyncio.run(main())
