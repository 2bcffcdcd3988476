# Semaphore, BoundedSemaphore and Barrier: limits, order, cancellation, errors, repeated use.
import asyncio


async def main():
    sem, running, most, order = asyncio.Semaphore(2), 0, 0, []

    async def job(i):
        nonlocal running, most
        async with sem:
            running += 1
            most = max(most, running)
            order.append(i)
            await asyncio.sleep(0)
            running -= 1

    await asyncio.gather(*(job(i) for i in range(6)))
    print(most, order, sem.locked())
    print(await sem.acquire(), await sem.acquire(), sem.locked())
    waiting = [asyncio.create_task(sem.acquire()) for _ in range(3)]
    await asyncio.sleep(0)
    waiting[0].cancel()
    sem.release()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print([t.done() for t in waiting], waiting[0].cancelled())
    sem.release()
    await asyncio.gather(*waiting, return_exceptions=True)
    sem.release()
    sem.release()
    print(sem.locked())

    bounded = asyncio.BoundedSemaphore(1)
    async with bounded:
        print(bounded.locked())
    try:
        bounded.release()
    except ValueError as error:
        print("ValueError", error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print("ValueError", error)
    zero = asyncio.Semaphore(0)
    asyncio.get_running_loop().call_later(0.01, zero.release)
    print(await zero.acquire(), "after a release")
    try:
        await asyncio.wait_for(zero.acquire(), 0.01)
    except asyncio.TimeoutError:
        print("timed out")

    barrier, log = asyncio.Barrier(3), []

    async def walker(name, pauses):
        for _ in range(pauses):
            await asyncio.sleep(0)
        log.append(f"{name} arrives")
        position = await barrier.wait()
        log.append(f"{name} goes on")
        return position

    positions = await asyncio.gather(walker("a", 2), walker("b", 0), walker("c", 1))
    print(log, sorted(positions), barrier.parties, barrier.n_waiting, barrier.broken)
    log.clear()
    print(sorted(await asyncio.gather(*(walker(n, 0) for n in "xyz"))), len(log))
    stuck = asyncio.create_task(walker("stuck", 0))
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.abort()
    try:
        await stuck
    except asyncio.BrokenBarrierError:
        print("broken", barrier.broken)
    await barrier.reset()
    print(barrier.broken)

    async def phases(name, trace):
        for phase in range(3):
            trace.append((phase, name))
            async with barrier as position:
                assert 0 <= position < 3
        return name

    trace = []
    await asyncio.gather(*(phases(n, trace) for n in "pqr"))
    print([p for p, _ in trace])


asyncio.run(main())
