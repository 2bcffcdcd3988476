# threading: reprs, mistakes, shared work, loops in several threads at once.
import asyncio, threading, time, sys
# threads misc: exceptions, join timeouts, daemon at exit, Condition with Lock, nested locks, local subclass, Thread subclass with init missing
class Bad(threading.Thread):
    def __init__(self): pass
try: Bad().start()
except RuntimeError as e: print(e)
try: threading.Thread(group=1)
except AssertionError as e: print(e)
t=threading.Thread(target=time.sleep, args=(0.05,)); t.start(); t.join(0.001); print(t.is_alive()); 
try: t.daemon=True
except RuntimeError as e: print(e)
t.join(); print(t.is_alive(), repr(t).split(',')[1].split(' ')[1])
c=threading.Condition(threading.Lock())
with c: print(c.wait(timeout=0.001))
print(str(c)[:30])
e=threading.Event(); print(repr(e).split(': ')[1]); e.set(); print(repr(e).split(': ')[1])
s=threading.Semaphore(3); print(repr(s).split(': ')[1]); b=threading.BoundedSemaphore(2); b.acquire(); print(repr(b).split(': ')[1])
bar=threading.Barrier(2); print(repr(bar).split(': ')[1]); bar.abort(); print(repr(bar).split(': ')[1])
l=threading.Lock(); print(repr(l).split(' object')[0]); l.acquire(); print(repr(l).split(' object')[0])
r=threading.RLock(); r.acquire(); r.acquire(); print(repr(r).split(' object')[0], repr(r).split('count=')[1].split(' ')[0])
print(type(l), type(r))
with threading.Lock() as x: print(x)
lock=threading.Lock()
res=[]
def w(n):
    for i in range(3):
        with lock: res.append(n)
        time.sleep(0)
ts=[threading.Thread(target=w, args=(i,)) for i in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(res))
# generator shared / exceptions in thread with traceback to stderr
def gen():
    for i in range(100): yield i
g=gen(); glock=threading.Lock(); out=[]
def take():
    while True:
        with glock:
            try: v=next(g)
            except StopIteration: return
        out.append(v)
ts=[threading.Thread(target=take) for _ in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]; print(sorted(out)==list(range(100)))
# asyncio.run in several threads at once
def runner(n, results):
    async def main():
        await asyncio.sleep(0.001*n); return await asyncio.gather(*(asyncio.sleep(0.001, i*n) for i in range(3)))
    results[n]=asyncio.run(main())
results={}
ts=[threading.Thread(target=runner,args=(i,results)) for i in range(4)]; [t.start() for t in ts]; [t.join() for t in ts]; print(sorted(results.items()))
# timer repeated
class Repeat(threading.Timer):
    def run(self):
        while not self.finished.wait(self.interval): self.function(*self.args, **self.kwargs)
n=[]; rp=Repeat(0.002, lambda: n.append(1)); rp.start(); time.sleep(0.05); rp.cancel(); rp.join(); print(len(n)>2)
# producer consumer with Condition
buf=[]; cond=threading.Condition(); got=[]
def prod():
    for i in range(5):
        with cond: buf.append(i); cond.notify()
        time.sleep(0.0005)
def cons():
    for _ in range(5):
        with cond:
            while not buf: cond.wait()
            got.append(buf.pop(0))
ts=[threading.Thread(target=f) for f in (cons,prod)]; [t.start() for t in ts]; [t.join() for t in ts]; print(got)
# deadlock-free dining
forks=[threading.Lock() for _ in range(3)]; meals=[0]*3
def phil(i):
    a,b=sorted((i,(i+1)%3))
    for _ in range(5):
        with forks[a], forks[b]: meals[i]+=1
ts=[threading.Thread(target=phil,args=(i,)) for i in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]; print(meals)
print(threading.main_thread().name, threading.current_thread().ident==threading.get_ident())
sys.exit(3)
