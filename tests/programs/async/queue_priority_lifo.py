# PriorityQueue and LifoQueue: order out, ties, maxsize, mixed items, with workers.
import asyncio
from dataclasses import dataclass, field


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


async def drain(queue):
    out = []
    while not queue.empty():
        out.append(await queue.get())
    return out


async def worker(name, queue, log):
    try:
        while True:
            priority, job = await queue.get()
            log.append(f"{name}:{job}")
            await asyncio.sleep(0)
            queue.task_done()
    except asyncio.CancelledError:
        log.append(f"{name} stops")
        raise


async def main():
    p, s = asyncio.PriorityQueue(), asyncio.LifoQueue()
    for n in (5, 1, 4, 2, 3):
        p.put_nowait(n)
        await s.put(n)
    print(await drain(p), await drain(s))
    for pair in [(2, "b"), (1, "z"), (2, "a"), (0, "first")]:
        p.put_nowait(pair)
    print(await drain(p))
    for job in [Job(3, "low"), Job(1, "high"), Job(2, "mid")]:
        p.put_nowait(job)
    print([j.name for j in await drain(p)])
    p.put_nowait("text")
    try:
        p.put_nowait(5)
    except TypeError as error:
        print(error)

    queue, log = asyncio.PriorityQueue(), []
    for i, name in enumerate(["deploy", "test", "build", "lint"]):
        queue.put_nowait((10 - i, name))
    workers = [asyncio.create_task(worker(f"w{i}", queue, log)) for i in range(2)]
    await queue.join()
    queue.put_nowait((1, "late urgent"))
    queue.put_nowait((0, "later more urgent"))
    await queue.join()
    for w in workers:
        w.cancel()
    await asyncio.gather(*workers, return_exceptions=True)
    print(log)

    small = asyncio.LifoQueue(2)
    small.put_nowait("bottom")
    small.put_nowait("top")
    putter = asyncio.create_task(small.put("waiting"))
    await asyncio.sleep(0)
    print(small.full(), putter.done(), await small.get(), await small.get(), await small.get(),
          putter.done())
    getter = asyncio.create_task(p.get())
    print(await getter)
    waiting = asyncio.create_task(p.get())
    await asyncio.sleep(0)
    p.put_nowait(9)
    p.put_nowait(1)
    print(await waiting, p.qsize(), isinstance(p, asyncio.Queue), type(small).__mro__[1].__name__)


asyncio.run(main())
