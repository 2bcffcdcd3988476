# Actors, topics, shields and turns: tasks that talk.
import asyncio, enum, signal, os, weakref
from collections.abc import AsyncIterator
class State(enum.Enum): IDLE=1; BUSY=2; DONE=3
class Actor:
    registry=weakref.WeakSet()
    def __init__(self, name): self.name=name; self.inbox=asyncio.Queue(); self.state=State.IDLE; self.log=[]; Actor.registry.add(self)
    async def run(self):
        try:
            while (msg:=await self.inbox.get())!='stop':
                self.state=State.BUSY
                match msg:
                    case ('add', int(a), int(b)): self.log.append(a+b)
                    case {'op': 'sleep', 'for': t}: await asyncio.sleep(t); self.log.append(f'slept {t}')
                    case [x, *rest]: self.log.append((x, rest))
                    case _: raise ValueError(f'bad message {msg!r}')
                self.state=State.IDLE
            return self.log
        except asyncio.CancelledError:
            self.log.append('cancelled'); raise
        finally:
            self.state=State.DONE
    def tell(self, m): self.inbox.put_nowait(m)
class Topic:
    def __init__(self): self.subs=[]
    def publish(self, x):
        for q in self.subs: q.put_nowait(x)
    async def subscribe(self)->AsyncIterator:
        q=asyncio.Queue(); self.subs.append(q)
        try:
            while True: 
                v=await q.get()
                if v is StopIteration: return
                yield v
        finally: self.subs.remove(q)
async def listen(t, n, out):
    async for v in t.subscribe():
        out.append((n,v))
        if v==n: break
async def critical(log):
    try:
        await asyncio.sleep(0.002); log.append('committed')
    except asyncio.CancelledError: log.append('aborted'); raise
async def main():
    a=Actor('a'); t=asyncio.create_task(a.run(), name='actor-a')
    for m in (('add',1,2), {'op':'sleep','for':0.001}, ['x',1,2], 'stop'): a.tell(m)
    print(await t, a.state)
    b=Actor('b'); t=asyncio.create_task(b.run()); b.tell(42)
    try: await t
    except ValueError as e: print(e, b.state)
    c=Actor('c'); t=asyncio.create_task(c.run()); await asyncio.sleep(0); t.cancel('bye')
    try: await t
    except asyncio.CancelledError as e: print(e.args, c.log, c.state, t.cancelled())
    topic=Topic(); out=[]
    ls=[asyncio.create_task(listen(topic,i,out)) for i in range(3)]
    await asyncio.sleep(0)
    for i in range(3): topic.publish(i); await asyncio.sleep(0)
    await asyncio.gather(*ls); await asyncio.sleep(0); await asyncio.sleep(0)
    print(out, len(topic.subs))
    log=[]
    inner=asyncio.ensure_future(critical(log))
    outer=asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 0.0005))
    try: await outer
    except TimeoutError: print('outer timed out', inner.done())
    await inner; print(log)
    async def heartbeat(n):
        try:
            while True: n.append('beat'); await asyncio.sleep(0.001)
        except asyncio.CancelledError: n.append('stopped')
    beats=[]; hb=asyncio.create_task(heartbeat(beats)); await asyncio.sleep(0.0005); hb.cancel(); print(await hb, beats, hb.cancelled())
    cond=asyncio.Condition(); turn=0; order=[]
    async def player(i):
        nonlocal turn
        for _ in range(2):
            async with cond:
                await cond.wait_for(lambda: turn%3==i)
                order.append(i); turn+=1; cond.notify_all()
    await asyncio.gather(*(player(i) for i in (2,1,0))); print(order)
    async def reader(s):
        while True:
            try: chunk=await asyncio.wait_for(s.get(), timeout=0.002)
            except asyncio.TimeoutError: print('idle'); return
            print('chunk', chunk)
    s=asyncio.Queue(); s.put_nowait('1'); s.put_nowait('2'); await reader(s)
    print(sorted(x.name for x in Actor.registry))
asyncio.run(main())
