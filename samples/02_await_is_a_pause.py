# Await as a pause: where a coroutine lets go of the thread, and where it does not.
"""`await` marks the places where a coroutine MAY pause. It pauses only when
what it waits for is not finished. Between two pauses nobody else can run.

A second task writes a dot into the log each time it gets a turn. So the dots
show exactly where the first one let go.
"""
import asyncio

log = []


async def dots():
    """Puts a dot into the log at each turn it gets."""
    while True:
        log.append(".")
        await asyncio.sleep(0)


async def returns_at_once(value):
    """An async function without a single pause inside."""
    return value


async def pauses_once(value):
    await asyncio.sleep(0)
    return value


async def main():
    background = asyncio.create_task(dots())

    log.append("a")
    log.append("b")                        # no await: no dot can come in between
    await returns_at_once(1)               # an await, but nothing to wait for: no dot
    log.append("c")
    await pauses_once(1)                   # one pause, one dot
    log.append("d")
    await pauses_once(1) + await pauses_once(2)
    log.append("e")                        # two pauses, two dots
    for _ in range(3):
        await pauses_once(0)               # three more
    log.append("f")
    values = [await returns_at_once(i) for i in range(1000)]
    log.append("g")                        # a thousand awaits, and no pause

    background.cancel()
    print("".join(log))
    print("a thousand awaits without a pause gave", sum(values))


asyncio.run(main())
