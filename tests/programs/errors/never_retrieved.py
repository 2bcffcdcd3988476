# Exceptions nobody asks for: stdout goes on, the exit code stays 0; the reports are on stderr.
# Reports of never retrieved exceptions and never awaited coroutines go to stderr.
import asyncio


async def fails(n):
    await asyncio.sleep(0)
    raise ValueError(f"nobody asks {n}")


async def never():
    print("never runs")


async def main():
    task = asyncio.create_task(fails(1))
    await asyncio.sleep(0.01)
    print("the failed task is done:", task.done())
    del task
    asked = asyncio.create_task(fails(2))
    await asyncio.sleep(0.01)
    print("asked:", repr(asked.exception()))
    never()
    print("a coroutine was forgotten")
    future = asyncio.get_running_loop().create_future()
    future.set_exception(KeyError("in a future"))
    del future
    await asyncio.sleep(0)
    results = await asyncio.gather(fails(3), fails(4), return_exceptions=True)
    print([str(r) for r in results])
    try:
        await asyncio.gather(fails(5), fails(6))
    except ValueError as error:
        print("first:", error)
    await asyncio.sleep(0.01)

    def bad_callback():
        raise RuntimeError("in a callback")

    asyncio.get_running_loop().call_soon(bad_callback)
    await asyncio.sleep(0)
    print("a failing callback does not stop the loop")
    return "end"


print(asyncio.run(main()))
