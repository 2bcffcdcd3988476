# An await of a known coroutine: its frame is embedded, what lives across it is in the frame.
import asyncio


async def fetch(url, delay):
    await asyncio.sleep(delay)
    return len(url)


async def main():
    total = 0
    for url in ["a.org", "bb.org"]:
        total += await fetch(url, 0.01)
    print(total)


asyncio.run(main())
