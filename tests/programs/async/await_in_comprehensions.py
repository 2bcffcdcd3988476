# Asynchronous comprehensions: await in the element, the condition, the source; async for; nesting.
import asyncio


async def double(x):
    await asyncio.sleep(0)
    return x * 2


async def is_odd(x):
    await asyncio.sleep(0)
    return x % 2 == 1


async def source(n):
    await asyncio.sleep(0)
    return range(n)


async def ticks(n):
    for i in range(n):
        await asyncio.sleep(0)
        yield i


class Countdown:
    def __init__(self, start):
        self.n = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.n == 0:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        self.n -= 1
        return self.n


async def main():
    print([await double(i) for i in range(4)])
    print([i for i in range(6) if await is_odd(i)])
    print([await double(i) for i in await source(5) if not await is_odd(i)])
    print(sorted({await double(i) % 3 for i in range(5)}))
    print({i: await double(i) for i in range(3)})
    print({await double(i): i for i in range(3) if i})
    print([i async for i in ticks(4)])
    print([i async for i in Countdown(4)])
    print([i * 10 async for i in ticks(5) if i % 2 == 0])
    print([await double(i) async for i in ticks(3)])
    print({i: str(i) async for i in ticks(3)}, sorted({i % 2 async for i in ticks(5)}))
    print([(i, j) for i in range(2) async for j in ticks(2)])
    print([(i, j) async for i in ticks(2) for j in "ab"])
    print([[await double(j) for j in range(i)] for i in range(4)])
    print([[j async for j in ticks(i)] for i in range(3)])
    gen = (await double(i) for i in range(3))
    print(type(gen).__name__, [x async for x in gen])
    print([x async for x in (i + 1 async for i in ticks(3))])
    print(await asyncio.gather(*[double(i) for i in range(3)]))
    print(await asyncio.gather(*(double(i) for i in range(3))))
    base = 100
    print([base + await double(i) for i in range(2)], [f"{await double(i)}" for i in "ab"])
    print(sum([await double(i) for i in range(5)]), max([await double(i) for i in (3, 1)]))
    total = 0
    print([total := total + await double(i) for i in range(4)], total)

    async def failing(i):
        await asyncio.sleep(0)
        if i == 2:
            raise ValueError(f"at {i}")
        return i

    try:
        print([await failing(i) for i in range(5)])
    except ValueError as error:
        print("ValueError", error)
    try:
        [i async for i in (1, 2)]
    except TypeError as error:
        print(error)
    try:
        [i for i in ticks(2)]
    except TypeError as error:
        print(error)

    order = []

    async def worker(name):
        got = [(order.append(name + str(i)), await double(i))[1] for i in range(3)]
        return got

    print(await asyncio.gather(worker("a"), worker("b")))
    print(order)


asyncio.run(main())
