# Generators as pipelines: functions that pause too, and how close they are to coroutines.
"""A generator pauses at `yield` and goes on when the next value is wanted. A
coroutine pauses at `await` and goes on when the loop wakes it. It is the same
machinery. Generators make pipelines that hold one item at a time; async
generators make pipelines whose stages may wait.
"""
import asyncio

LOG = """\
10:01 GET /index 200 12
10:01 GET /about 404 3
10:02 POST /form 500 48
10:02 GET /index 200 9
10:03 GET /logo 200 7
10:04 POST /form 200 31
"""


def lines(text):
    for line in text.splitlines():
        print("    read", line.split()[2])
        yield line


def parsed(source):
    for line in source:
        when, method, path, status, millis = line.split()
        yield {"when": when, "path": path, "status": int(status), "millis": int(millis)}


def failures(source):
    for entry in source:
        if entry["status"] >= 400:
            yield entry


async def slowly(items):
    """Turns any iterable into an asynchronous one: it pauses before each item."""
    for item in items:
        await asyncio.sleep(0.005)
        yield item


async def running_average(source):
    total = count = 0
    async for entry in source:
        total += entry["millis"]
        count += 1
        yield entry["path"], total / count


def accumulator():
    """A generator that also takes values in: the ancestor of the coroutine."""
    total = 0
    while True:
        received = yield total
        total += received


async def main():
    print("a lazy pipeline: nothing is read before it is wanted")
    pipeline = failures(parsed(lines(LOG)))
    print("  pipeline built")
    print("  first failure:", next(pipeline)["path"])
    print("  the other failures:", [entry["path"] for entry in pipeline])

    print("an asynchronous pipeline: its stages may wait")
    quiet = parsed(line for line in LOG.splitlines())
    async for path, average in running_average(slowly(quiet)):
        print(f"  {path:<8} average so far {average:5.1f} ms")

    print("sending values into a generator:")
    total = accumulator()
    next(total)
    print(" ", [total.send(n) for n in (5, 10, 20)])

    print("and into a coroutine: this is all an event loop does")
    coro = asyncio.sleep(0, "done")
    print("  send(None) ran it up to its pause, which gave us", coro.send(None))
    try:
        coro.send(None)
    except StopIteration as stop:
        print("  the next one ended it, with the result", repr(stop.value))


asyncio.run(main())
