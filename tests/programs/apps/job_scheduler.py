# A scheduler of jobs with workers, retries, timeouts and resources.
import asyncio, random, time
from dataclasses import dataclass, field
from typing import Awaitable, Callable, Any
import heapq, itertools, functools, contextlib

@dataclass(order=True)
class Job:
    prio: int
    name: str = field(compare=False)
    fn: Callable[[], Awaitable[Any]] = field(compare=False)
    retries: int = field(default=0, compare=False)

class JobFailed(Exception):
    def __init__(self, job, cause):
        super().__init__(f"job {job.name} failed: {cause!r}")
        self.job = job

def retry(times, exceptions=(Exception,)):
    def deco(fn):
        @functools.wraps(fn)
        async def wrapper(*a, **k):
            last=None
            for i in range(times):
                try:
                    return await fn(*a, **k)
                except exceptions as e:
                    last=e
                    await asyncio.sleep(0.001 * 2**i)
            raise last
        return wrapper
    return deco

class Scheduler:
    def __init__(self, workers=2):
        self.q = asyncio.PriorityQueue()
        self.results = {}
        self.errors = []
        self.workers = workers
        self._seq = itertools.count()
        self._stopped = asyncio.Event()
    async def __aenter__(self):
        self._tasks = [asyncio.create_task(self._worker(i), name=f"worker-{i}") for i in range(self.workers)]
        return self
    async def __aexit__(self, et, e, tb):
        if et is None:
            await self.q.join()
        for t in self._tasks: t.cancel()
        res = await asyncio.gather(*self._tasks, return_exceptions=True)
        print("workers:", [type(r).__name__ for r in res])
    def add(self, prio, name, fn): self.q.put_nowait(Job(prio, name, fn))
    async def _worker(self, i):
        while True:
            job = await self.q.get()
            try:
                async with asyncio.timeout(0.05):
                    self.results[job.name] = await job.fn()
            except TimeoutError:
                self.errors.append((job.name, "timeout"))
            except Exception as e:
                self.errors.append((job.name, repr(e)))
            finally:
                self.q.task_done()

calls = 0
@retry(3)
async def flaky():
    global calls
    calls += 1
    if calls < 3: raise ConnectionError(f"try {calls}")
    return "ok"

@retry(2, (KeyError,))
async def always(): raise KeyError("never")

async def compute(n):
    await asyncio.sleep(0.001*n)
    return n*n

@contextlib.asynccontextmanager
async def resource(name, log):
    log.append(f"open {name}")
    try:
        yield name.upper()
    except ValueError as e:
        log.append(f"error {e}"); raise
    finally:
        await asyncio.sleep(0); log.append(f"close {name}")

async def ticker(n, delay=0.001):
    for i in range(n):
        yield i
        await asyncio.sleep(delay)

async def main():
    async with Scheduler(2) as s:
        s.add(5, "sq3", lambda: compute(3))
        s.add(1, "flaky", flaky)
        s.add(2, "always", always)
        s.add(9, "slow", lambda: asyncio.sleep(1))
        s.add(3, "sq2", functools.partial(compute, 2))
    print(sorted(s.results.items()), s.errors)
    log=[]
    try:
        async with resource("a", log) as a, resource("b", log) as b:
            print(a, b)
            raise ValueError("inside")
    except ValueError as e: print(e, log)
    async with contextlib.AsyncExitStack() as st:
        vals=[await st.enter_async_context(resource(n, log)) for n in "xyz"]
        st.push_async_callback(asyncio.sleep, 0)
        st.callback(log.append, "cb")
    print(vals, log)
    total=0
    async for x in ticker(5):
        if x==3: break
        total+=x
    else: print('else')
    print(total)
    results=[]
    async def prod(q, n):
        for i in range(n):
            await q.put((n,i))
        await q.put(None)
    async def cons(q):
        done=0
        while done<2:
            it=await q.get()
            if it is None: done+=1
            else: results.append(it)
    q=asyncio.Queue(maxsize=1)
    await asyncio.gather(prod(q,3), prod(q,2), cons(q))
    print(results)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(compute(1))
            tg.create_task(always())
            tg.create_task(flaky())
    except* KeyError as eg:
        print("eg", eg.exceptions)
    except* TypeError as eg: print("te", eg.exceptions)
asyncio.run(main())
