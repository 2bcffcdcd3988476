# Subclasses of asyncio's classes, awaitables of every kind, awaits in every place.
import asyncio, time, gc, sys, inspect
from collections import Counter
# subclassing
class MyFuture(asyncio.Future):
    def __init__(self, *a, tag=None, **k): super().__init__(*a, **k); self.tag=tag
    def result(self): return ('wrapped', super().result())
class Loud(asyncio.Lock):
    async def acquire(self): print('acq'); return await super().acquire()
    def release(self): print('rel'); super().release()
class LogQueue(asyncio.Queue):
    def _put(self, item): print('put', item); super()._put(item)
    def _get(self): v=super()._get(); print('get', v); return v
class CountedEvent(asyncio.Event):
    n=0
    def set(self): type(self).n+=1; super().set()
class TG(asyncio.TaskGroup):
    def create_task(self, coro, **k): print('spawn', coro.__name__); return super().create_task(coro, **k)
async def w(x): await asyncio.sleep(0); return x
async def main():
    f=MyFuture(tag='t'); f.set_result(1); print(await f, f.result(), f.tag, isinstance(f, asyncio.Future))
    async with Loud(): print('in')
    q=LogQueue(); await q.put(1); print(await q.get())
    e=CountedEvent(); e.set(); await e.wait(); print(e.n)
    async with TG() as tg: a=tg.create_task(w(1)); b=tg.create_task(w(2))
    print(a.result()+b.result())
    # awaitable objects in everything
    class Aw:
        def __init__(s, v): s.v=v
        def __await__(s):
            yield from asyncio.sleep(0).__await__()
            return s.v
    print(await Aw(1), await asyncio.gather(Aw(2), w(3)), await asyncio.wait_for(Aw(4), 1), await asyncio.shield(Aw(5)))
    print(await asyncio.ensure_future(Aw(6)))
    try: asyncio.create_task(Aw(1))
    except TypeError as ex: print(str(ex).split(' <')[0])
    d,_=await asyncio.wait([asyncio.ensure_future(Aw(7))]); print(d.pop().result())
    # __await__ via generator delegating to coroutine
    class Del:
        def __await__(self): return w('del').__await__()
    print(await Del())
    # recursion of awaits in comprehension/generator
    async def fib(n): return n if n<2 else await fib(n-1)+await fib(n-2)
    print(await fib(10))
    async def walk(t):
        if isinstance(t, list):
            for x in t:
                async for y in walk(x): yield y
        else: yield t
    print([x async for x in walk([1,[2,[3,4]],5])])
    # async closures counters / partials / methods / lambda
    import functools
    class C:
        def __init__(s): s.n=0
        async def inc(s, by=1): s.n+=by; await asyncio.sleep(0); return s.n
        @classmethod
        async def make(cls): await asyncio.sleep(0); return cls()
        @staticmethod
        async def st(x): return x
        @property
        def later(s): return s.inc(10)
        async def __aenter__(s): return s
        async def __aexit__(s,*a): s.n=-1
        async def __call__(s, x): return s.n+x
        def __aiter__(s): s.i=0; return s
        async def __anext__(s):
            s.i+=1
            if s.i>2: raise StopAsyncIteration
            return s.i
    c=await C.make(); print(await c.inc(), await c.inc(by=2), await C.st(5), await c.later, await functools.partial(c.inc, by=5)(), await c(1), [i async for i in c])
    async with c as cc: print(cc is c)
    print(c.n, await (lambda: w('lam'))(), inspect.iscoroutinefunction(c.inc), asyncio.iscoroutinefunction(functools.partial(w)))
    fs={k: asyncio.create_task(w(k)) for k in 'abc'}; print({k: await t for k,t in fs.items()})
    print(sorted([await t for t in asyncio.as_completed([w(3),w(1),w(2)])]))
    it=aiter(walk([1,2])); print(await anext(it), await anext(it), await anext(it, 'end'))
    print(await asyncio.gather(*map(w, range(3))), max(await asyncio.gather(w(3), w(9))))
    x = await w(1) if await w(True) else await w(2); print(x)
    print(f"{await w('f')!r:>5}", [await w(i) for i in range(3) if await w(i)], {await w(i) for i in range(2)})
    async def kw(*, a, b=2, **k): return a,b,k
    print(await kw(a=await w(1), c=await w(3)))
    global g
    g=await w('global'); print(g)
    try:
        async for _ in w(1): pass
    except TypeError as ex: print(ex)
    try: async_gen=walk([1]); await async_gen
    except TypeError as ex: print(ex)
    try:
        for _ in walk([1]): pass
    except TypeError as ex: print(ex)
    try:
        for _ in c.inc(): pass
    except TypeError as ex: print(ex)
    try: await None
    except TypeError as ex: print(ex)
asyncio.run(main())
