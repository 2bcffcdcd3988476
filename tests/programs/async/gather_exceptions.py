# gather with exceptions: the first one wins, the others go on; return_exceptions; tasks afterwards.
import asyncio


async def ok(name, steps=1):
    for _ in range(steps):
        await asyncio.sleep(0)
    print("ok", name)
    return name


async def fail(name, steps=1, kind=ValueError):
    for _ in range(steps):
        await asyncio.sleep(0)
    print("fail", name)
    raise kind(name)


async def cancelled_inside():
    raise asyncio.CancelledError("inside")


async def main():
    try:
        await asyncio.gather(ok("a"), fail("b"), ok("c", 3))
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(0.01)

    print("-- two failures, first one is reported")
    try:
        await asyncio.gather(fail("late", 3), fail("early", 1, KeyError), ok("z", 5))
    except (ValueError, KeyError) as error:
        print("caught", repr(error))
    await asyncio.sleep(0.01)

    print("-- return_exceptions")
    results = await asyncio.gather(
        ok("a"), fail("b"), fail("c", 0, ZeroDivisionError), ok("d", 2), return_exceptions=True
    )
    for result in results:
        print(type(result).__name__, result)

    print("-- a cancelled child")
    results = await asyncio.gather(ok("x"), cancelled_inside(), return_exceptions=True)
    print([type(r).__name__ for r in results])
    try:
        await asyncio.gather(ok("x"), cancelled_inside())
    except asyncio.CancelledError as error:
        print("CancelledError", error.args)

    print("-- tasks keep their own state")
    tasks = [asyncio.create_task(ok("t1", 2)), asyncio.create_task(fail("t2"))]
    try:
        await asyncio.gather(*tasks)
    except ValueError as error:
        print("gather:", error, [t.done() for t in tasks])
    print(await tasks[0], repr(tasks[1].exception()))

    print("-- exceptions through nested gathers")
    try:
        await asyncio.gather(asyncio.gather(ok("in1"), fail("in2")), ok("out"))
    except ValueError as error:
        print("caught", error)
    nested = await asyncio.gather(
        asyncio.gather(ok("in1"), fail("in2"), return_exceptions=True),
        ok("out"),
    )
    print([[type(x).__name__ for x in nested[0]], nested[1]])

    try:
        await asyncio.gather(ok("fine"), 5)
    except TypeError as error:
        print("TypeError:", error)


asyncio.run(main())
