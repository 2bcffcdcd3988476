# cancel: before the start, during a sleep, after the end, twice.
import asyncio


async def sleeper(name):
    print(name, "started")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise
    finally:
        print(name, "finally")


async def quick():
    return "quick"


async def report(label, task):
    try:
        print(label, "result", await task)
    except asyncio.CancelledError as error:
        print(label, "CancelledError", error.args)
    print(label, "done", task.done(), "cancelled", task.cancelled())


async def main():
    t = asyncio.create_task(sleeper("never"))
    print("cancel ->", t.cancel(), t.cancelled(), t.done())
    await report("never", t)

    t = asyncio.create_task(sleeper("during"))
    await asyncio.sleep(0)
    print("cancel ->", t.cancel(), t.cancelled(), t.done())
    await report("during", t)

    t = asyncio.create_task(sleeper("message"))
    await asyncio.sleep(0)
    t.cancel("because")
    await report("message", t)

    t = asyncio.create_task(sleeper("twice"))
    await asyncio.sleep(0)
    print(t.cancel("one"), t.cancel("two"), t.cancelling())
    await report("twice", t)

    t = asyncio.create_task(quick())
    await t
    print("cancel after the end ->", t.cancel(), t.cancelled(), t.result())

    t = asyncio.create_task(sleeper("again"))
    await asyncio.sleep(0)
    t.cancel()
    await report("again", t)
    print("cancel a cancelled ->", t.cancel())
    try:
        t.result()
    except asyncio.CancelledError as error:
        print("result raises CancelledError", error.args)
    try:
        t.exception()
    except asyncio.CancelledError:
        print("exception raises CancelledError too")

    t = asyncio.create_task(sleeper("timer"))
    asyncio.get_running_loop().call_later(0.01, t.cancel, "by timer")
    await report("timer", t)

    tasks = [asyncio.create_task(sleeper(f"t{i}")) for i in range(3)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print([type(r).__name__ for r in results])

    kind = asyncio.CancelledError
    print(issubclass(kind, Exception), issubclass(kind, BaseException))
    try:
        raise asyncio.CancelledError("by hand")
    except Exception:
        print("not reached")
    except BaseException as error:
        print("base", type(error).__name__, error)


asyncio.run(main())
