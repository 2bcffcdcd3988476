# asyncio's locks and queues: states, reprs, mistakes, cancellation while waiting.
import asyncio
async def main():
    l=asyncio.Lock(); print(l.locked(), repr(l).split('[')[1])
    await l.acquire(); print(repr(l).split('[')[1])
    t=asyncio.create_task(l.acquire()); await asyncio.sleep(0); print(repr(l).split('[')[1])
    t.cancel()
    try: await t
    except asyncio.CancelledError: print('c', repr(l).split('[')[1])
    l.release()
    try: l.release()
    except RuntimeError as e: print(e)
    try:
        with l: pass
    except (TypeError, AttributeError) as e: print(type(e), e)
    async with l as x: print(x)
    e=asyncio.Event(); print(repr(e).split('[')[1])
    w=asyncio.create_task(e.wait()); await asyncio.sleep(0); print(repr(e).split('[')[1]); e.set(); print(repr(e).split('[')[1], await w)
    c=asyncio.Condition(); print(repr(c).split('[')[1])
    try: await c.wait()
    except RuntimeError as e: print(e)
    try: c.notify()
    except RuntimeError as e: print(e)
    l2=asyncio.Lock(); c2=asyncio.Condition(l2)
    async def waiter(n):
        async with c: 
            r=await c.wait(); print('w',n,r)
    ts=[asyncio.create_task(waiter(i)) for i in range(4)]
    await asyncio.sleep(0)
    async with c: c.notify(2); print(repr(c).split('[')[1])
    await asyncio.sleep(0.001)
    ts[2].cancel()
    async with c: c.notify_all()
    print([repr(r) for r in await asyncio.gather(*ts, return_exceptions=True)])
    try: asyncio.Condition(3)
    except Exception as e: print(type(e), e)
    s=asyncio.Semaphore(2); print(repr(s).split('[')[1], s.locked())
    try: asyncio.Semaphore(-1)
    except ValueError as e: print(e)
    await s.acquire(); await s.acquire(); print(s.locked(), repr(s).split('[')[1])
    s.release(); 
    b=asyncio.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(e)
    log=[]
    async def user(n):
        async with s: log.append(n); await asyncio.sleep(0)
    await asyncio.gather(*(user(i) for i in range(6))); print(log)
    br=asyncio.Barrier(3); print(repr(br).split('[')[1], br.parties, br.n_waiting, br.broken)
    async def party(n):
        async with br as pos: print('party', n, pos)
    await asyncio.gather(*(party(i) for i in range(3)))
    try: asyncio.Barrier(0)
    except ValueError as e: print(e)
    async def broken():
        try: await br.wait()
        except asyncio.BrokenBarrierError as e: print('broken', e)
    t=asyncio.create_task(broken()); await asyncio.sleep(0); print(repr(br).split('[')[1]); await br.abort(); await t; print(repr(br).split('[')[1])
    await br.reset()
    t=asyncio.create_task(broken()); await asyncio.sleep(0); await br.reset(); await t
    q=asyncio.Queue(2); print(str(q)); q.put_nowait(1); q.put_nowait(2); print(str(q), q.full(), q.qsize(), q.maxsize)
    try: q.put_nowait(3)
    except asyncio.QueueFull as e: print(repr(e))
    t=asyncio.create_task(q.put(3)); await asyncio.sleep(0); print(str(q))
    print(q.get_nowait(), await q.get(), await q.get()); await t
    try: q.get_nowait()
    except asyncio.QueueEmpty as e: print(repr(e))
    g=asyncio.create_task(q.get()); await asyncio.sleep(0); print(str(q)); g.cancel(); await asyncio.wait([g]); print(str(q))
    for _ in range(3): q.task_done()
    try: q.task_done()
    except ValueError as e: print(e)
    await q.join()
    p=asyncio.PriorityQueue(); 
    for x in (3,1,2): p.put_nowait(x)
    print([p.get_nowait() for _ in range(3)], p.empty())
    p=asyncio.LifoQueue(); 
    for x in (3,1,2): p.put_nowait(x)
    print([p.get_nowait() for _ in range(3)], str(p))
    print(asyncio.Queue[int], asyncio.Lock.__module__, asyncio.Queue.__module__)
asyncio.run(main())
