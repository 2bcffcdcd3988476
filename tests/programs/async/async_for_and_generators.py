# async for over iterators and async generators: else, break, cleanup, asend, athrow, aclose.
import asyncio


class Range:
    def __init__(self, n):
        self.n = n

    def __aiter__(self):
        self.i = 0
        return self

    async def __anext__(self):
        await asyncio.sleep(0)
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        return self.i - 1


async def ticker(name, n):
    try:
        for i in range(n):
            yield f"{name}{i}"
            await asyncio.sleep(0)
    finally:
        print("ticker", name, "closed")


async def echo():
    got = None
    while True:
        try:
            got = yield got
            print("got", got)
            if got == "stop":
                return
        except ValueError as error:
            got = f"handled {error}"


async def mapped(function, source):
    async for item in source:
        yield function(item)


async def filtered(predicate, source):
    async for item in source:
        if predicate(item):
            yield item


async def numbers():
    n = 0
    while True:
        yield n
        n += 1


async def take(n, source):
    if n <= 0:
        return
    async for item in source:
        yield item
        n -= 1
        if not n:
            return


async def failing():
    yield 1
    raise RuntimeError("in generator")


async def consume(name, n):
    async for item in ticker(name, n):
        print("item", item)


async def main():
    async for i in Range(3):
        print("range", i)
    else:
        print("else")
    async for i in Range(5):
        if i == 1:
            continue
        if i == 3:
            break
        print("i", i)
    else:
        print("never")
    await consume("t", 2)
    await asyncio.gather(consume("a", 2), consume("b", 3))

    gen = ticker("x", 5)
    print(await gen.__anext__(), await anext(gen), await anext(gen))
    await gen.aclose()
    print(await anext(gen, "default"))
    try:
        await gen.__anext__()
    except StopAsyncIteration:
        print("StopAsyncIteration")

    e = echo()
    print(await e.asend(None))
    print(await e.asend("one"))
    print(await e.athrow(ValueError("bad")))
    try:
        await e.asend("stop")
    except StopAsyncIteration:
        print("echo ended")

    pipeline = filtered(lambda n: n % 3 == 0, mapped(lambda n: n * n, take(10, numbers())))
    print([n async for n in pipeline])
    try:
        async for i in failing():
            print("got", i)
    except RuntimeError as error:
        print("caught", error)
    try:
        async for i in [1, 2]:
            pass
    except TypeError as error:
        print(error)
    try:
        for i in Range(2):
            pass
    except TypeError as error:
        print(error)
    gen = ticker("never", 1)
    print(type(gen).__name__, await gen.aclose())
    out = []
    async for a, (b, *c) in mapped(lambda n: (n, "xyz"), take(2, numbers())):
        out.append((a, b, c))
    print(out)
    async for out[0] in take(1, numbers()):
        print(out)
    async with Closer(ticker("managed", 9)) as managed:
        async for item in managed:
            print(item)
            break


class Closer:
    def __init__(self, generator):
        self.generator = generator

    async def __aenter__(self):
        return self.generator

    async def __aexit__(self, *info):
        await self.generator.aclose()


asyncio.run(main())
