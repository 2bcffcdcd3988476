# An await that does not suspend, in a flat loop.
import asyncio
import sys


async def leaf(x):
    return x & 1023


async def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000_000
    total = 0
    for i in range(n):
        total += await leaf(i)
    print(total)


asyncio.run(main())
