# One producer, one consumer, a queue of 100.
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
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 300_000
    queue = asyncio.Queue(maxsize=100)
    _, total = await asyncio.gather(produce(queue, n), consume(queue, n))
    print(total)


asyncio.run(main())
