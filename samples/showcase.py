# The whole story of async in one file: objects, pauses, overlap, a blocked loop, a task.
"""What happens under the hood when a program says `async` and `await`.

Five short chapters. Each prints what it does, so that the output reads as a story:

1. Calling an async function runs nothing: it makes a coroutine object.
2. `await` on a coroutine is a call; `await` on something unfinished is a pause.
3. Two pauses overlap: waiting for both takes as long as the longer one.
4. A coroutine that never pauses blocks everybody, because there is one thread.
5. A task is a coroutine that the event loop drives; it keeps the result for you.
"""
import asyncio
import inspect
import time


def chapter(number, title):
    print()
    print(f"--- {number}. {title} ---")


async def greet(name):
    """No await inside: once started, it runs to its end without a pause."""
    print(f"  greet: hello, {name}")
    return len(name)


async def nap(label, seconds):
    """One await inside: it pauses there, and the loop may run something else."""
    print(f"  {label}: falls asleep")
    await asyncio.sleep(seconds)
    print(f"  {label}: wakes up")
    return label.upper()


async def coroutine_objects():
    chapter(1, "calling gives an object, nothing runs")
    coro = greet("world")
    print("  called greet, and nothing was printed by it yet")
    print("  is greet an async function?", inspect.iscoroutinefunction(greet))
    print("  is the thing we got a coroutine?", inspect.iscoroutine(coro))
    print("  its type:", type(coro).__name__)
    length = await coro
    print("  awaiting it ran the body, and gave us", length)
    try:
        await coro
    except RuntimeError as error:
        print("  a coroutine runs once:", error)


async def await_is_a_pause():
    chapter(2, "await: a call, or a pause")
    # greet never waits, so nothing else can run between these lines.
    print("  before greet")
    await greet("caller")
    print("  after greet: the loop never noticed")

    # A callback put on the loop shows when we really let go of the thread.
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "  (the loop runs a callback)")
    await greet("again")
    print("  greet is over, and the callback still waits")
    await asyncio.sleep(0)
    print("  sleep(0) was a real pause: the callback ran in it")


async def two_sleeps():
    chapter(3, "two sleeps overlap")
    started = time.monotonic()
    results = await asyncio.gather(nap("long nap", 0.2), nap("short nap", 0.15))
    elapsed = time.monotonic() - started
    print("  results, in the order we asked:", results)
    print("  one after the other they would take 0.35 s; was it less?", elapsed < 0.35)


async def ticker(log):
    for _ in range(3):
        log.append("tick")
        await asyncio.sleep(0)


def count_primes(limit):
    """Pure computing: there is no await here, so there is no pause here."""
    return sum(1 for n in range(2, limit) if all(n % d for d in range(2, int(n ** 0.5) + 1)))


async def a_blocked_loop():
    chapter(4, "a busy coroutine blocks the loop")
    log = []
    task = asyncio.create_task(ticker(log))
    log.append("primes begin")
    found = count_primes(3000)
    log.append(f"primes end: {found}")
    await task
    print("  what happened, in order:", ", ".join(log))
    print("  no tick could come in between: nobody paused")

    log.clear()
    task = asyncio.create_task(ticker(log))
    found = 0
    for low in (0, 1000, 2000):
        found += count_primes(low + 1000) - count_primes(low)
        log.append("a third of the primes")
        await asyncio.sleep(0)
    await task
    print("  with pauses in it:", ", ".join(log))
    print("  same answer:", found)


async def a_task_and_its_result():
    chapter(5, "a task and its result")
    task = asyncio.create_task(nap("task", 0.01), name="napper")
    print("  created", task.get_name() + ", done?", task.done())
    task.add_done_callback(lambda t: print("  callback: the task gave", t.result()))
    print("  it starts at our next pause")
    value = await task
    print("  awaited it:", value, "- done?", task.done())

    stopped = asyncio.create_task(nap("stopped", 10))
    await asyncio.sleep(0)
    stopped.cancel()
    try:
        await stopped
    except asyncio.CancelledError:
        print("  a cancelled task raises at its await; cancelled?", stopped.cancelled())


async def main():
    await coroutine_objects()
    await await_is_a_pause()
    await two_sleeps()
    await a_blocked_loop()
    await a_task_and_its_result()
    print()
    print("The end.")


if __name__ == "__main__":
    asyncio.run(main())
