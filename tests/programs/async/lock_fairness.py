# asyncio.Lock: order of waiters, cancellation while waiting, release errors, hand-over, nesting.
import asyncio


async def worker(lock, name, log, steps=1):
    log.append(f"{name} wants")
    async with lock:
        log.append(f"{name} in")
        for _ in range(steps):
            await asyncio.sleep(0)
        log.append(f"{name} out")


async def main():
    lock, log = asyncio.Lock(), []
    print(lock.locked())
    await asyncio.gather(*(worker(lock, n, log) for n in "abc"))
    print(log, lock.locked())

    print(await lock.acquire(), lock.locked())
    waiters = [asyncio.create_task(worker(lock, n, log)) for n in "xyz"]
    log.clear()
    await asyncio.sleep(0)
    waiters[1].cancel()
    lock.release()
    await asyncio.gather(*waiters, return_exceptions=True)
    print(log, waiters[1].cancelled())

    print("-- cancel exactly the one who was woken")
    log.clear()
    await lock.acquire()
    waiters = [asyncio.create_task(worker(lock, n, log)) for n in "pq"]
    await asyncio.sleep(0)
    lock.release()
    waiters[0].cancel()
    results = await asyncio.gather(*waiters, return_exceptions=True)
    print(log, [type(r).__name__ for r in results], lock.locked())

    print("-- no overtaking")
    log.clear()
    await lock.acquire()
    waiting = asyncio.create_task(worker(lock, "patient", log))
    await asyncio.sleep(0)
    lock.release()
    await worker(lock, "hasty", log)
    await waiting
    print(log)

    try:
        lock.release()
    except RuntimeError as error:
        print("RuntimeError", error)
    try:
        async with lock:
            raise ValueError("inside")
    except ValueError as error:
        print(error, lock.locked())
    try:
        with lock:
            pass
    except (TypeError, AttributeError) as error:
        print(type(error).__name__)

    print("-- a timeout while waiting leaves the lock in order")
    await lock.acquire()
    try:
        await asyncio.wait_for(lock.acquire(), 0.01)
    except asyncio.TimeoutError:
        print("timed out", lock.locked())
    lock.release()
    print(lock.locked(), await lock.acquire())
    lock.release()

    account = [100]

    async def withdraw(amount):
        async with lock:
            balance = account[0]
            await asyncio.sleep(0)
            account[0] = balance - amount

    await asyncio.gather(*(withdraw(7) for _ in range(10)))
    print(account)

    first, second = asyncio.Lock(), asyncio.Lock()

    async def both(a, b, name):
        async with a:
            await asyncio.sleep(0)
            async with b:
                log.append(name)

    log.clear()
    await asyncio.gather(both(first, second, 1), both(first, second, 2))
    try:
        await asyncio.wait_for(asyncio.gather(both(first, second, 3), both(second, first, 4)), 0.02)
    except asyncio.TimeoutError:
        print("deadlock broken", log, first.locked(), second.locked())


asyncio.run(main())
