# wait_for and the races around it: done at the deadline, cancelled while timing out.
import asyncio


async def value(x, pauses=0):
    for _ in range(pauses):
        await asyncio.sleep(0)
    return x


async def outcome(label, awaitable):
    try:
        print(label, "->", await awaitable)
    except BaseException as error:
        print(label, "->", type(error).__name__, error.args)


async def main():
    loop = asyncio.get_running_loop()
    for pauses in range(4):
        await outcome(f"zero timeout, {pauses} pauses", asyncio.wait_for(value("v", pauses), 0))
    for pauses in range(3):
        task = asyncio.create_task(value("t", pauses))
        await asyncio.sleep(0)
        await outcome(f"started task, {pauses} pauses, zero timeout", asyncio.wait_for(task, 0))

    future = loop.create_future()
    loop.call_later(0.01, future.set_result, "just in time")
    await outcome("future and timer", asyncio.wait_for(future, 0.05))

    print("-- cancelled while the result is already there")
    future = loop.create_future()
    waiter = asyncio.create_task(asyncio.wait_for(future, 5))
    await asyncio.sleep(0)
    future.set_result("ready")
    waiter.cancel()
    await outcome("waiter", waiter)

    print("-- the inner task ignores its cancellation for a while")

    async def slow_to_die(log):
        try:
            await asyncio.sleep(10)
        finally:
            log.append("dying")
            await asyncio.sleep(0.01)
            log.append("dead")

    log = []
    await outcome("slow", asyncio.wait_for(slow_to_die(log), 0.01))
    print(log)

    print("-- cancelled from outside while the inner one dies")
    log = []
    waiter = asyncio.create_task(asyncio.wait_for(slow_to_die(log), 10))
    await asyncio.sleep(0.005)
    waiter.cancel("outside")
    await outcome("outside", waiter)
    print(log)

    print("-- inner raises TimeoutError itself")

    async def own_timeout():
        raise asyncio.TimeoutError("its own")

    await outcome("own", asyncio.wait_for(own_timeout(), 1))
    print("-- inner is cancelled by somebody else")
    task = asyncio.create_task(asyncio.sleep(10))
    loop.call_later(0.01, task.cancel, "somebody")
    await outcome("somebody", asyncio.wait_for(task, 1))

    async def level(n):
        if n == 0:
            await asyncio.sleep(10)
        return await asyncio.wait_for(level(n - 1), 0.03 * (5 - n))

    await outcome("nested, the outermost is shortest", level(3))

    async def polling():
        waits = 0
        task = asyncio.create_task(asyncio.sleep(0.07, "finally"))
        while True:
            try:
                return await asyncio.wait_for(asyncio.shield(task), 0.02), waits > 1
            except asyncio.TimeoutError:
                waits += 1

    await outcome("polling", polling())

    async def resource(log):
        log.append("acquired")
        try:
            await asyncio.sleep(0)
            return "resource"
        finally:
            log.append("done")

    log = []
    await outcome("resource", asyncio.wait_for(resource(log), 1))
    print(log)
    results = await asyncio.gather(
        *(asyncio.wait_for(asyncio.sleep(0.01 + 0.04 * (i % 2), i), 0.03) for i in range(4)),
        return_exceptions=True)
    print([r if isinstance(r, int) else type(r).__name__ for r in results])


asyncio.run(main())
