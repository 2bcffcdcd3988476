# Coroutines that never suspend: gather, wait_for, tasks and loops over them, starvation of others.
import asyncio


async def instant(x):
    return x


async def chain(n):
    return n if n == 0 else await chain(n - 1) + 1


async def raises(text):
    raise ValueError(text)


async def noisy(name, log):
    log.append(name)


async def background(log):
    while True:
        log.append("tick")
        await asyncio.sleep(0)


async def main():
    log = []
    ticker = asyncio.create_task(background(log))
    print(await instant(1), log)
    print([await instant(i) for i in range(5)], log)
    print(await chain(100), log)
    try:
        await raises("no pause either")
    except ValueError as error:
        print(error, log)
    total = 0
    for i in range(1000):
        total += await instant(i)
    print(total, log)
    async for x in agen(5):
        total += x
    print(total, log)
    async with Manager() as m:
        print(m, log)
    await noisy("direct", log)
    print(log)
    log.clear()
    await asyncio.gather(instant(1), instant(2))
    print("gather let others run", log)
    log.clear()
    task = asyncio.create_task(instant("task"))
    print(await task, log)
    log.clear()
    print(await task, log, "a finished task does not pause")
    print(await asyncio.wait_for(instant("w"), None), log, "nor wait_for without a timeout")
    await asyncio.wait_for(instant("w"), 1)
    print(len(log) > 0, "wait_for with a timeout does")
    log.clear()
    future = asyncio.get_running_loop().create_future()
    future.set_result("ready")
    print(await future, log, "nor a finished future")
    print(await asyncio.gather(), len(log))
    log.clear()
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(log)
    lock = asyncio.Lock()
    log.clear()
    async with lock:
        pass
    event = asyncio.Event()
    event.set()
    await event.wait()
    queue = asyncio.Queue()
    await queue.put(1)
    await queue.get()
    print("free locks, set events and filled queues do not pause", log)
    ticker.cancel()
    await asyncio.gather(ticker, return_exceptions=True)


async def agen(n):
    for i in range(n):
        yield i


class Manager:
    async def __aenter__(self):
        return "entered"

    async def __aexit__(self, *info):
        return None


asyncio.run(main())
