# Awaits of methods whose class is known: embedded, overridden, deep, failing, of tasks and queues.
import asyncio
class Conn:
    def __init__(self, n):
        self.n = n
        self.log = []
    async def read(self, k):
        await asyncio.sleep(0)
        self.log.append(k)
        return self.n * k
    async def both(self):
        a = await self.read(1)
        b = await self.read(2)
        return a + b
    async def fails(self):
        await asyncio.sleep(0)
        raise ValueError(self.n)
    async def deep(self, d):
        if d == 0: return await self.read(3)
        return await self.deep(d - 1)
    async def __aenter__(self): return self
    async def __aexit__(self, *a): await asyncio.sleep(0); return True
    def gen(self):
        for i in range(self.n): yield i
    async def agen(self):
        for i in range(self.n):
            await asyncio.sleep(0)
            yield i
class Sub(Conn):
    async def read(self, k):
        return "sub" + str(await super().read(k))
async def work(c):
    return await c.both()
async def main():
    c = Conn(5)
    print(await c.read(2), await c.both(), await work(c), await work(Sub(4)), await c.deep(3))
    try: await c.fails()
    except ValueError as e: print("ve", e)
    async with c as d: print(d is c); raise KeyError
    t = asyncio.create_task(c.read(7))
    print(await t, await asyncio.gather(c.read(1), Sub(1).read(2)), list(c.gen()), [x async for x in c.agen()])
    print(c.log)
    q = asyncio.Queue(2)
    async def prod():
        for i in range(5): await q.put(i)
        await q.put(None)
    task = asyncio.create_task(prod())
    got = []
    while (x := await q.get()) is not None: got.append(x)
    print(got, q.qsize(), q.empty())
    await task
    pq = asyncio.PriorityQueue()
    for i in (3, 1, 2): pq.put_nowait(i)
    print([await pq.get() for _ in range(3)])
    lock = asyncio.Lock(); ev = asyncio.Event(); sem = asyncio.Semaphore(2)
    async with lock, sem: ev.set(); await ev.wait(); print(lock.locked())
    coro = c.read(9)
    print(await coro)
    m = c.read
    print(await m(3))
asyncio.run(main())
