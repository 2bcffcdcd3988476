# asyncio.run: results of every kind, exceptions, twice, nested refused, leftovers cancelled, exit.
import asyncio
import sys


async def give(value):
    await asyncio.sleep(0)
    return value


async def fail(kind, *args):
    await asyncio.sleep(0)
    raise kind(*args)


async def leaves_tasks():
    async def background(name):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print(name, "cancelled at the end of run")
            raise
        finally:
            await asyncio.sleep(0)
            print(name, "cleaned up")

    asyncio.create_task(background("one"))
    await asyncio.sleep(0)
    return "main is done"


async def nested():
    coro = give(1)
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        coro.close()
        return f"RuntimeError: {error}"


async def cancels_itself():
    asyncio.current_task().cancel()
    await asyncio.sleep(0)


async def exits(code):
    try:
        await asyncio.sleep(0)
        sys.exit(code)
    finally:
        print("finally before exit")


for value in (1, "two", None, [3, 4], {"k": (5,)}, 6.5, True):
    print(repr(asyncio.run(give(value))))
for kind, args in ((ValueError, ("bad", 1)), (KeyError, ("k",)), (ZeroDivisionError, ())):
    try:
        asyncio.run(fail(kind, *args))
    except Exception as error:
        print(type(error).__name__, error.args)
print(asyncio.run(leaves_tasks()))
print(asyncio.run(nested()))
try:
    asyncio.run(cancels_itself())
except asyncio.CancelledError:
    print("CancelledError out of run")
try:
    asyncio.run(exits(3))
except SystemExit as stop:
    print("SystemExit", stop.code)
for wrong in (5, None, give):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print("ValueError:", str(error).split(" <")[0])
coro = give("reused")
print(asyncio.run(coro))
try:
    asyncio.run(coro)
except RuntimeError as error:
    print(error)


def sync_wrapper(*args):
    return asyncio.run(give(args))


print([sync_wrapper(i) for i in range(3)])
state = {"runs": 0}


async def count():
    state["runs"] += 1
    return state["runs"]


print(asyncio.run(count()), asyncio.run(count()), state)


async def loops_differ():
    return asyncio.get_running_loop()


print(asyncio.run(loops_differ()) is asyncio.run(loops_differ()))


async def is_closed(loop):
    return loop.is_closed(), asyncio.get_running_loop().is_running()


print(asyncio.run(is_closed(asyncio.run(loops_differ()))))
