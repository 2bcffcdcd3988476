# asyncio.Queue: put, get, maxsize, nowait forms, full and empty, join, task_done, many waiters.
import asyncio


async def producer(queue, name, n):
    for i in range(n):
        await queue.put(f"{name}{i}")
        print("put", f"{name}{i}", "size", queue.qsize())


async def consumer(queue, name, out):
    while True:
        item = await queue.get()
        print(name, "got", item)
        out.append(item)
        await asyncio.sleep(0)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    print(queue.empty(), queue.full(), queue.qsize(), queue.maxsize)
    out = []
    workers = [asyncio.create_task(consumer(queue, f"c{i}", out)) for i in range(2)]
    await asyncio.gather(producer(queue, "a", 3), producer(queue, "b", 3))
    await queue.join()
    print("joined", len(out), sorted(out), queue.empty())
    for w in workers:
        w.cancel()
    print([type(r).__name__ for r in await asyncio.gather(*workers, return_exceptions=True)])

    queue = asyncio.Queue(1)
    queue.put_nowait("x")
    for action in (lambda: queue.put_nowait("y"), lambda: (queue.get_nowait(), queue.get_nowait())):
        try:
            action()
        except (asyncio.QueueFull, asyncio.QueueEmpty) as error:
            print(type(error).__name__, repr(error))
    try:
        queue.task_done()
        queue.task_done()
    except ValueError as error:
        print("ValueError", error)

    queue = asyncio.Queue()
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    for x in "pqr":
        queue.put_nowait(x)
    print(queue.qsize(), await asyncio.gather(*getters))

    print("-- a cancelled getter loses nothing")
    first, second = asyncio.create_task(queue.get()), asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("only")
    first.cancel()
    print(await second, first.cancelled() or await asyncio.sleep(0, first.cancelled()))

    print("-- a cancelled putter makes room for the next")
    queue = asyncio.Queue(1)
    await queue.put(0)
    putters = [asyncio.create_task(queue.put(i)) for i in (1, 2, 3)]
    await asyncio.sleep(0)
    putters[0].cancel()
    await asyncio.sleep(0)
    print([await queue.get() for _ in range(3)], [p.done() for p in putters])
    try:
        await asyncio.wait_for(queue.get(), 0.01)
    except asyncio.TimeoutError:
        print("nothing there")
    await queue.put("kept")
    print(await asyncio.wait_for(queue.get(), 1), queue.qsize())
    empty = asyncio.Queue()
    await empty.join()
    print("join of an unused queue is immediate")


asyncio.run(main())
