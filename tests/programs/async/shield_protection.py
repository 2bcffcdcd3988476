# asyncio.shield: the outer await is cancelled, the inner work goes on; errors, timeouts, results.
import asyncio


async def work(name, delay=0.02):
    try:
        await asyncio.sleep(delay)
        print(name, "finished")
        return name
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise


async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("inner error")


async def outer(inner):
    try:
        return await asyncio.shield(inner)
    except asyncio.CancelledError:
        print("outer cancelled, inner done?", inner.done())
        raise


async def main():
    print(await asyncio.shield(work("plain", 0)))
    inner = asyncio.create_task(work("inner"))
    task = asyncio.create_task(outer(inner))
    await asyncio.sleep(0.005)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("task cancelled", task.cancelled(), inner.cancelled())
    print("inner gives", await inner)

    inner = asyncio.create_task(work("slow"))
    try:
        await asyncio.wait_for(asyncio.shield(inner), 0.005)
    except asyncio.TimeoutError:
        print("timed out, inner goes on", inner.done())
    print(await inner)

    inner = asyncio.create_task(work("cancelled directly"))
    shielded = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel()
    try:
        await shielded
    except asyncio.CancelledError:
        print("shield is cancelled with its inner", shielded.cancelled())

    try:
        await asyncio.shield(fails())
    except ValueError as error:
        print(error)
    done = asyncio.create_task(work("done", 0))
    await done
    print(asyncio.shield(done) is done, await asyncio.shield(done))

    inner = asyncio.create_task(work("double"))
    a, b = asyncio.shield(inner), asyncio.shield(inner)
    await asyncio.sleep(0)
    a.cancel()
    print(a.cancelled(), b.cancelled(), await b)

    async def transaction(log):
        log.append("begin")
        try:
            await asyncio.shield(commit(log))
        except asyncio.CancelledError:
            log.append("asked to stop")
            raise

    async def commit(log):
        await asyncio.sleep(0.01)
        log.append("committed")

    log = []
    task = asyncio.create_task(transaction(log))
    await asyncio.sleep(0.001)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await asyncio.sleep(0.03)
    print(log)
    results = await asyncio.gather(asyncio.shield(work("g1", 0)), work("g2", 0))
    print(results)


asyncio.run(main())
