# Tasks spawned, switched once and joined, in batches of 10,000.
import asyncio
import sys


async def work(x):
    await asyncio.sleep(0)
    return x & 7


async def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 500_000
    total = 0
    for start in range(0, n, 10_000):
        tasks = [asyncio.create_task(work(i)) for i in range(start, start + 10_000)]
        for task in tasks:
            total += await task
    print(total)


asyncio.run(main())
