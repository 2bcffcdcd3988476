# Exceptions: where an error raised inside a task comes out, and where it does not.
"""An exception travels up through awaits as it does through calls. A task is a
border: the exception stays inside the task until somebody asks for the result.
"""
import asyncio


async def parse(text):
    await asyncio.sleep(0)
    return int(text)


async def through_awaits(text):
    try:
        return await parse(text)
    except ValueError as error:
        return f"caught where it was awaited: {error}"


async def main():
    print("an await passes the exception on, like a call:")
    print(" ", await through_awaits("12"), "/", await through_awaits("twelve"))

    print("a task keeps it until we ask:")
    task = asyncio.create_task(parse("oops"))
    await asyncio.sleep(0.01)
    print("  the task is over:", task.done(), "- and we did not notice anything")
    print("  it holds:", repr(task.exception()))
    try:
        await task
    except ValueError as error:
        print("  awaiting raises it:", error)

    print("gather hands on the first error; the others keep running:")
    good = asyncio.create_task(parse("5"))
    slow = asyncio.create_task(asyncio.sleep(0.02, "slow but fine"))
    try:
        await asyncio.gather(good, parse("bad"), slow)
    except ValueError as error:
        print("  gather raised:", error)
    print("  the good one:", good.result(), "- the slow one is done?", slow.done())
    print("  we can still wait for it:", await slow)

    print("or gather collects errors like results:")
    for result in await asyncio.gather(parse("1"), parse("x"), parse("3"), return_exceptions=True):
        kind = "error" if isinstance(result, Exception) else "value"
        print(f"  {kind}: {result}")

    print("an error while handling an error remembers the first:")
    try:
        try:
            await parse("first")
        except ValueError as error:
            await asyncio.sleep(0)
            raise RuntimeError("could not start") from error
    except RuntimeError as error:
        print(f"  {error}, because of: {error.__cause__}")


asyncio.run(main())
