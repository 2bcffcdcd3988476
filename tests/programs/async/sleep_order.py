# sleep: order by length, equal lengths, zero and negative, results, nested sleeps, loop time.
import asyncio
import time


async def napper(name, delay):
    await asyncio.sleep(delay)
    print("woke", name)
    return name


async def chain(name, *delays):
    for delay in delays:
        await asyncio.sleep(delay)
        print(name, delay)


async def main():
    print(await asyncio.gather(napper("c", 0.03), napper("a", 0.01), napper("b", 0.02)))
    print(await asyncio.sleep(0, "result"), await asyncio.sleep(0.001, result=[1]))
    print(await asyncio.sleep(0))
    print(await asyncio.sleep(-1, "negative"))
    await asyncio.gather(chain("x", 0.02, 0.06), chain("y", 0.04, 0.08), chain("z", 0.1))

    print("zero before short, in the order made")
    await asyncio.gather(napper("short", 0.005), napper("zero 1", 0), napper("zero 2", 0))

    started = time.monotonic()
    await asyncio.gather(*(asyncio.sleep(0.05) for _ in range(100)))
    elapsed = time.monotonic() - started
    print("a hundred overlap:", 0.04 < elapsed < 1.0)

    loop = asyncio.get_running_loop()
    before = loop.time()
    await asyncio.sleep(0.02)
    print("loop time moved:", loop.time() - before >= 0.019)

    results = []

    async def record(i):
        await asyncio.sleep(i * 0.01)
        results.append(i)

    await asyncio.gather(*(record(i) for i in [5, 3, 1, 4, 2, 0]))
    print(results)

    async def countdown(n):
        while n:
            await asyncio.sleep(0.003)
            n -= 1
        return "lift off"

    print(await countdown(5))
    try:
        await asyncio.sleep("soon")
    except TypeError as error:
        print("TypeError:", error)
    print(await asyncio.gather(asyncio.sleep(0.01, "p"), asyncio.sleep(0, "q")))


asyncio.run(main())
