# Switching between tasks that loop on sleep(0).
import asyncio
import sys


async def looper(n):
    for i in range(n):
        await asyncio.sleep(0)
    return n


async def main():
    tasks = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    switches = int(sys.argv[2]) if len(sys.argv) > 2 else 2_000_000
    print(sum(await asyncio.gather(*[looper(switches // tasks) for _ in range(tasks)])))


asyncio.run(main())
