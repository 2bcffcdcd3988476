# A task in the background, cancelled at the end; a countdown beside a spinner.
import asyncio


async def spinner(frames):
    try:
        while True:
            for frame in "|/-":
                frames.append(frame)
                await asyncio.sleep(0)
    except asyncio.CancelledError:
        print("spinner stopped")
        raise


async def countdown(n):
    while n > 0:
        print("countdown", n)
        n -= 1
        await asyncio.sleep(0)
    return "boom"


async def heartbeat(interval, beats):
    for i in range(beats):
        print("beat", i)
        await asyncio.sleep(interval)
    return beats


async def main():
    frames = []
    task = asyncio.create_task(spinner(frames))
    result = await countdown(3)
    print(result, "".join(frames))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("main: the spinner was cancelled")
    print(task.cancelled(), task.done())

    beat = asyncio.create_task(heartbeat(0.02, 3))
    await asyncio.sleep(0.01)
    for word in ("work", "more work"):
        print(word)
        await asyncio.sleep(0.02)
    print("beats:", await beat)


asyncio.run(main())
