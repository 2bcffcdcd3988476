# What compilers of async code have got wrong: finally and awaits, temporaries, contexts, hand-overs, lifetimes.
import asyncio
import gc


# 1. an exception must survive an await in finally
async def finally_awaits():
    try:
        raise ValueError("kept")
    finally:
        await asyncio.sleep(0)


# 2. every way out of try/finally, with awaits in between
async def ways(kind):
    log = []
    for attempt in range(3):
        try:
            log.append("try")
            await asyncio.sleep(0)
            if kind == "return":
                return log
            if kind == "break":
                break
            if kind == "continue":
                continue
            if kind == "raise":
                raise KeyError(kind)
        except KeyError:
            log.append("except")
            await asyncio.sleep(0)
            if attempt == 1:
                return log + ["returned from except"]
        else:
            log.append("else")
        finally:
            await asyncio.sleep(0)
            log.append("finally")
    return log + ["end"]


async def finally_overrides():
    try:
        await asyncio.sleep(0)
        raise ValueError("lost")
    finally:
        await asyncio.sleep(0)
        return "finally wins"


# 3. temporaries live across an await
class Loud:
    alive = 0

    def __init__(self, n):
        self.n = n
        Loud.alive += 1

    def __del__(self):
        Loud.alive -= 1

    def __add__(self, other):
        return self.n + other

    def method(self, *args):
        return (self.n, args)


async def value(x):
    await asyncio.sleep(0)
    return x


async def temporaries():
    a = [1, await value(2), Loud(3).n, await value(4)]
    b = Loud(10) + await value(5)
    c = Loud(1).method(await value(1), *[await value(2)], await value(3))
    d = {await value("k"): await value("v"), "n": Loud(2).n + await value(1)}
    e = f"{await value(1)}-{Loud(7).n}-{await value('x'):>3}"
    f = (await value(3)) < (await value(4)) < Loud(5).n
    i = 0
    i += await value(5)
    lst = [0, 0]
    lst[await value(1)] += await value(9)
    g = await value(0) or await value("right") and await value("both")
    return a, b, c, d, e, f, i, lst, g


# 4. re-raise while awaiting in the handler
async def reraise():
    try:
        raise ValueError("first")
    except ValueError:
        try:
            await fail_later()
        except KeyError:
            pass
        raise


async def fail_later():
    await asyncio.sleep(0)
    raise KeyError("second")


async def contexts():
    try:
        try:
            raise ValueError("one")
        except ValueError:
            await fail_later()
    except KeyError as error:
        return repr(error), repr(error.__context__)


# 5. sent values reach the right yield
async def echo():
    received = []
    for i in range(3):
        received.append((yield i))
        await asyncio.sleep(0)
    yield received


async def sends():
    gen = echo()
    out = [await gen.asend(None)]
    for x in "abc":
        out.append(await gen.asend(x))
    await gen.aclose()
    return out


# 6. async generator expressions and comprehensions
async def numbers(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


async def expressions():
    squares = (x * x async for x in numbers(4) if await value(x) != 2)
    nested = [y async for x in numbers(3) for y in [x, -x] if await value(y) >= 0]
    pairs = {x: [z async for z in numbers(x)] async for x in numbers(3)}
    later = [await t for t in [asyncio.create_task(value(k)) for k in range(3)]]
    return [s async for s in squares], nested, pairs, later


# 7. frames and results do not keep each other alive
async def keeps(thing):
    await asyncio.sleep(0)
    return thing


async def lifetimes():
    task = asyncio.create_task(keeps(Loud(1)))
    await task
    before = Loud.alive
    del task
    gc.collect()
    return before, Loud.alive


# 8. cancellation in the middle of a hand-over
async def hand_over():
    lock = asyncio.Lock()
    await lock.acquire()
    order = []

    async def user(n):
        async with lock:
            order.append(n)
            await asyncio.sleep(0)

    tasks = [asyncio.create_task(user(n)) for n in range(4)]
    await asyncio.sleep(0)
    lock.release()
    tasks[0].cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    queue = asyncio.Queue()
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    queue.put_nowait("item")
    getters[0].cancel()
    await asyncio.sleep(0)
    queue.put_nowait("other")
    got = await asyncio.gather(*getters[:2], return_exceptions=True)
    await asyncio.sleep(0)
    return order, [type(r).__name__ for r in results], got, [g.done() for g in getters], getters[2].cancel()


# 9. wait_for races with its result
async def races():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    waiter = asyncio.create_task(asyncio.wait_for(future, 10))
    await asyncio.sleep(0)
    future.set_result("made it")
    waiter.cancel()
    try:
        first = await waiter
    except asyncio.CancelledError:
        first = "cancelled"

    async def finishes():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            return "finished anyway"

    return first, await asyncio.wait_for(finishes(), 0.001)


# 10. nested finally blocks with cancellation twice
async def twice():
    log = []

    async def stubborn():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            log.append("first")
            try:
                await asyncio.sleep(10)
            finally:
                log.append("cleanup")
                await asyncio.sleep(0)
                log.append("cleanup done")

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    task.cancel("again")
    try:
        await task
    except asyncio.CancelledError as error:
        log.append(error.args)
    return log, task.cancelling()


# 11. deep chains: exceptions and values through many frames
async def deep(n):
    if n == 0:
        await asyncio.sleep(0)
        raise LookupError("bottom")
    try:
        return await deep(n - 1)
    finally:
        if n % 100 == 0:
            await asyncio.sleep(0)


async def main():
    try:
        await finally_awaits()
    except ValueError as error:
        print(repr(error))
    for kind in ("return", "break", "continue", "raise", "none"):
        print(kind, await ways(kind))
    print(await finally_overrides())
    print(await temporaries())
    print(Loud.alive)
    try:
        await reraise()
    except ValueError as error:
        print(repr(error), repr(error.__context__))
    print(await contexts())
    print(await sends())
    print(await expressions())
    print(await lifetimes())
    print(await hand_over())
    print(await races())
    print(await twice())
    try:
        await deep(300)
    except LookupError as error:
        print(repr(error))


asyncio.run(main())
print(Loud.alive)
