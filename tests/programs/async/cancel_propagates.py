# Cancelling a task that awaits another task, a gather, a future or a chain of coroutines.
import asyncio


async def leaf(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("leaf", name, "cancelled")
        raise


async def level(n):
    try:
        await (level(n - 1) if n else leaf("bottom"))
    finally:
        print("unwind", n)


async def waits_for(task):
    try:
        await task
    except asyncio.CancelledError:
        print("waiter cancelled, the task too:", task.cancelled())
        raise


async def gathers():
    try:
        await asyncio.gather(leaf("g1"), leaf("g2"), leaf("g3"))
    except asyncio.CancelledError:
        print("gather cancelled")
        raise


async def waits_future(future):
    try:
        return await future
    except asyncio.CancelledError:
        print("future cancelled:", future.cancelled())
        raise


async def stop(task, pauses=1):
    for _ in range(pauses):
        await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("stopped", task.cancelled())


async def main():
    await stop(asyncio.create_task(level(4)))
    inner = asyncio.create_task(leaf("inner"))
    await stop(asyncio.create_task(waits_for(inner)), 2)
    print("inner", inner.cancelled())
    await stop(asyncio.create_task(gathers()), 3)

    loop = asyncio.get_running_loop()
    future = loop.create_future()
    await stop(asyncio.create_task(waits_future(future)))
    print("future", future.cancelled(), future.done())

    print("-- the future is cancelled, so the waiter is")
    future = loop.create_future()
    task = asyncio.create_task(waits_future(future))
    await asyncio.sleep(0)
    future.cancel("from the future")
    try:
        await task
    except asyncio.CancelledError as error:
        print("task", task.cancelled(), error.args)

    print("-- a shared task: one waiter's cancellation takes it from all")
    shared = asyncio.create_task(leaf("shared"))
    w1 = asyncio.create_task(waits_for(shared))
    w2 = asyncio.create_task(waits_for(shared))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    w1.cancel()
    print([type(r).__name__ for r in await asyncio.gather(w1, w2, return_exceptions=True)])

    print("-- cancelled between wake-up and run")
    future = loop.create_future()
    task = asyncio.create_task(waits_future(future))
    await asyncio.sleep(0)
    future.set_result("value")
    task.cancel()
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled although the value was there", future.result())

    print("-- cancel of a gather future")
    g = asyncio.gather(leaf("x"), leaf("y"))
    await asyncio.sleep(0)
    print(g.cancel())
    try:
        await g
    except asyncio.CancelledError:
        print("gather future cancelled", g.cancelled())


asyncio.run(main())
