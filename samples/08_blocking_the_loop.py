# A CPU-bound coroutine blocks the others: async is taking turns, not running in parallel.
"""The event loop has one thread. A coroutine that computes without a pause
keeps it, and every timer and every other task waits. The cure is to pause now
and then (or to move the work elsewhere).

A heartbeat is meant to beat all the time. We count its beats while others work.
"""
import asyncio
import time

beats = 0


async def heartbeat():
    global beats
    while True:
        beats += 1
        await asyncio.sleep(0)


def collatz(n):
    """How many steps n needs to come down to 1."""
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


async def greedy(limit):
    """Computes without a pause: `async` alone does not make it polite."""
    return max(range(1, limit), key=collatz)


async def polite(limit):
    """The same, but after every hundred numbers the others get a turn."""
    best = longest = 0
    for n in range(1, limit):
        steps = collatz(n)
        if steps > longest:
            best, longest = n, steps
        if n % 100 == 0:
            await asyncio.sleep(0)
    return best


async def sleeps_in_the_wrong_way():
    time.sleep(0.02)                       # puts the whole thread to sleep
    return "time.sleep"


async def sleeps_in_the_right_way():
    await asyncio.sleep(0.02)              # puts only this coroutine to sleep
    return "asyncio.sleep"


async def beats_during(label, coro):
    global beats
    beats = 0
    result = await coro
    print(f"  {label}: {result}, heart beats: {'none' if beats == 0 else 'yes'}")
    return beats


async def main():
    heart = asyncio.create_task(heartbeat())
    await asyncio.sleep(0)
    print("the same computation twice:")
    none = await beats_during("greedy", greedy(2000))
    some = await beats_during("polite", polite(2000))
    print("  beats:", none, "and", some)
    print("two ways to wait:")
    await beats_during("wrong", sleeps_in_the_wrong_way())
    await beats_during("right", sleeps_in_the_right_way())

    print("a timer of 1 ms, and a greedy neighbour that takes 20 ms:")
    loop = asyncio.get_running_loop()
    due = loop.time() + 0.001
    timer = asyncio.create_task(asyncio.sleep(0.001))
    await asyncio.sleep(0)
    await sleeps_in_the_wrong_way()
    await timer
    print("  the timer was late by more than 10 ms:", loop.time() - due > 0.010)
    heart.cancel()


asyncio.run(main())
