# Many tasks asleep at once: the memory of one.
import asyncio
import sys


async def sleeper(i):
    await asyncio.sleep(1 + i % 7 / 1000)
    return i & 1


async def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    print(sum(await asyncio.gather(*[sleeper(i) for i in range(n)])))


asyncio.run(main())
