# Threads and a loop together: a crawler over blocking calls, a loop in a thread, bridges between queues.
import asyncio, threading, queue, time, concurrent.futures, functools
from collections import defaultdict, deque
class Cache:
    def __init__(self): self._d={}; self._lock=threading.RLock(); self.hits=0
    def get(self, k, make):
        with self._lock:
            if k in self._d: self.hits+=1; return self._d[k]
            v=self._d[k]=make(k); return v
PAGES={'/':['/a','/b'],'/a':['/c'],'/b':['/c','/d'],'/c':[],'/d':['/']}
def blocking_fetch(url):
    time.sleep(0.002); return PAGES[url]
async def crawl(start, limit=2):
    seen={start}; todo=deque([start]); sem=asyncio.Semaphore(limit); out={}
    loop=asyncio.get_running_loop(); cache=Cache()
    async def visit(u):
        async with sem:
            links=await loop.run_in_executor(None, functools.partial(cache.get, u, blocking_fetch))
        out[u]=links; return links
    pending={asyncio.create_task(visit(start))}
    while pending:
        done,pending=await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        for d in done:
            for l in d.result():
                if l not in seen: seen.add(l); pending.add(asyncio.create_task(visit(l)))
    return out
class LoopThread:
    def __enter__(self):
        self.loop=asyncio.new_event_loop(); self.ready=threading.Event()
        self.t=threading.Thread(target=self._run, name='loop'); self.t.start(); self.ready.wait(); return self
    def _run(self):
        asyncio.set_event_loop(self.loop)
        self.loop.call_soon(self.ready.set)
        try: self.loop.run_forever()
        finally:
            self.loop.run_until_complete(self.loop.shutdown_asyncgens()); self.loop.close()
    def call(self, coro): return asyncio.run_coroutine_threadsafe(coro, self.loop).result(5)
    def __exit__(self, *a): self.loop.call_soon_threadsafe(self.loop.stop); self.t.join()
async def whoami(): return threading.current_thread().name, asyncio.get_running_loop().is_running()
with LoopThread() as lt:
    print(lt.call(whoami()))
    out=lt.call(crawl('/')); print(sorted(out.items()))
    with concurrent.futures.ThreadPoolExecutor(3) as ex:
        print(sorted(ex.map(lambda i: lt.call(asyncio.sleep(0.001*i, i)), range(4))))
    try: lt.call(asyncio.wait_for(asyncio.sleep(1), 0.001))
    except TimeoutError as e: print('TO', repr(e))
def worker(inq, outq):
    while True:
        item=inq.get()
        if item is None: break
        outq.put((threading.current_thread().name, item**2)); inq.task_done()
inq,outq=queue.Queue(),queue.Queue()
ts=[threading.Thread(target=worker,args=(inq,outq),name=f'w{i}',daemon=True) for i in range(3)]
[t.start() for t in ts]
for i in range(6): inq.put(i)
inq.join()
print(sorted(outq.get()[1] for _ in range(outq.qsize())))
for _ in ts: inq.put(None)
for t in ts: t.join(1); print(t.name, t.is_alive())
print(threading.active_count())
async def bridging():
    loop=asyncio.get_running_loop(); q=asyncio.Queue()
    def producer():
        for i in range(3):
            time.sleep(0.001); loop.call_soon_threadsafe(q.put_nowait, i)
        loop.call_soon_threadsafe(q.put_nowait, None)
    t=threading.Thread(target=producer); t.start()
    got=[]
    while (x:=await q.get()) is not None: got.append(x)
    t.join(); print(got)
    ev=threading.Event()
    fut=loop.run_in_executor(None, ev.wait)
    await asyncio.sleep(0.001); print(fut.done()); ev.set(); print(await fut)
    res=await asyncio.gather(*[asyncio.to_thread(lambda i=i: 10//i) for i in range(3)], return_exceptions=True); print(res)
    try: await asyncio.wait_for(asyncio.to_thread(time.sleep, 0.05), 0.005)
    except TimeoutError: print('timed out')
asyncio.run(bridging())
