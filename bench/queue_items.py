# Producers and consumers of one queue of 100.
import asyncio
import sys


async def produce(queue, n):
    for i in range(n):
        await queue.put(i)


async def consume(queue, n):
    total = 0
    for _ in range(n):
        total += await queue.get()
    return total


async def main():
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    n = (int(sys.argv[2]) if len(sys.argv) > 2 else 300_000) // pairs
    queue = asyncio.Queue(maxsize=100)
    producers = [produce(queue, n) for _ in range(pairs)]
    consumers = [consume(queue, n) for _ in range(pairs)]
    results = await asyncio.gather(*producers, *consumers)
    print(sum(results[pairs:]))


asyncio.run(main())
