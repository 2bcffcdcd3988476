# Tasks that sleep: their reprs, cancellation at every moment, iterators and drivers by hand between
# them and the loop, the order of those that wake at one time.
import asyncio, gc, weakref


async def nap(t, r=None):
    try:
        return await asyncio.sleep(t, r)
    finally:
        print("nap over", t)


class A:
    def __init__(self, t): self.t = t
    def __await__(self):
        yield from nap(self.t).__await__()
        return "awaited"


async def agen():
    await asyncio.sleep(0.01)
    yield 1
    await asyncio.sleep(0.01, "x")
    yield 2


async def main():
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(nap(0.02, "r"), name="napper")
    print(t)
    await asyncio.sleep(0)
    print(repr(t).split(" coro")[0], "wait_for=<Future pending cb=[Task.task_wakeup()]>" in repr(t))
    print(t.cancel("why"), t.cancelling())
    print("wait_for=<Future cancelled>" in repr(t))
    print(t.cancel("again"), t.cancelling())
    try:
        await t
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    print(await asyncio.wait_for(nap(0.01, "w"), 1))
    try:
        await asyncio.wait_for(nap(0.5), 0.01)
    except asyncio.TimeoutError:
        print("timeout")
    print(await A(0.01))
    async for x in agen():
        print(x)
    g = agen()
    c = g.asend(None)
    f = c.send(None)
    print(f, type(f).__name__)
    await asyncio.sleep(0.02)
    print(f)
    try:
        c.send(None)
    except StopIteration as e:
        print("value", e.value)
    await g.aclose()
    c = nap(0.01, 5)
    f = c.send(None)
    print(f.done(), f._asyncio_future_blocking)
    try:
        c.throw(ValueError("x"))
    except ValueError as e:
        print(repr(e))
    print(f, f.done())
    # cancelled before the first step
    t = asyncio.create_task(nap(0.01))
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print("never began")

    async def stubborn():
        for i in range(3):
            try:
                await asyncio.sleep(0.01 * (i + 1))
                print("slept", i)
            except asyncio.CancelledError as e:
                print("ignored", e.args)
        return "done"
    t = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    t.cancel("a")
    await asyncio.sleep(0)
    t.cancel("b")
    print(await t)

    # due at the same time as the cancel
    order = []
    async def s(n, d):
        try:
            await asyncio.sleep(d)
            order.append(n)
        except asyncio.CancelledError:
            order.append(f"c{n}")
    ts = [asyncio.create_task(s(i, 0.01)) for i in range(5)]
    def stop():
        print([t.cancel() for t in ts])
    await asyncio.sleep(0)
    loop.call_later(0.01, stop)
    await asyncio.wait(ts)
    print(order)
    tasks = [asyncio.create_task(s(i, (i * 7 % 5) / 100)) for i in range(8)]
    order.clear()
    await asyncio.sleep(0.001)
    for t in tasks[::3]:
        t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(order)
    t = asyncio.create_task(nap(10))
    await asyncio.sleep(0)
    w = weakref.ref(t)
    del t, ts, tasks
    gc.collect()
    print(w() is not None)


asyncio.run(main())
