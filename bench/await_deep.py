# Awaits 500 deep that do not suspend.
import asyncio
import sys


async def down(depth):
    if depth == 0:
        return 1
    return await down(depth - 1) + 1


async def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    total = 0
    for i in range(n):
        total += await down(499)
    print(total)


asyncio.run(main())
