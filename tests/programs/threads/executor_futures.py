# concurrent.futures: ThreadPoolExecutor, Future, wait, as_completed, map, shutdown.
import time, threading
from concurrent.futures import ThreadPoolExecutor, Future, as_completed, wait, TimeoutError, CancelledError, FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED
import concurrent.futures
def sq(x): time.sleep(0.002*x); return x*x
def bad(x): raise ValueError(x)
with ThreadPoolExecutor(max_workers=3) as ex:
    f=ex.submit(sq, 3); print(f.result(), f.done(), f.running(), f.cancelled(), f.exception(), repr(f).split(' ',3)[3])
    print(list(ex.map(sq, range(5))), list(ex.map(pow, [1,2,3],[2,2,2])))
    fs={ex.submit(sq,i):i for i in (10,1,5)}
    print([fs[f] for f in as_completed(fs)])
    f=ex.submit(bad, 'x')
    try: f.result()
    except ValueError as e: print(repr(e))
    print(repr(f.exception()), repr(f).split(' ',3)[3])
    fs=[ex.submit(sq,i) for i in (1,20)]
    d,n=wait(fs, return_when=FIRST_COMPLETED); print(len(d), len(n))
    d,n=wait(fs, timeout=0.001); print(len(d), len(n))
    r=wait(fs); print(len(r.done), len(r.not_done), type(r).__name__)
    fs=[ex.submit(sq,30),ex.submit(bad,1)]
    r=wait(fs, return_when=FIRST_EXCEPTION); print(len(r.done), len(r.not_done))
    f=ex.submit(sq,20)
    try: f.result(timeout=0.001)
    except TimeoutError as e: print('timeout', repr(e))
    try:
        for x in as_completed([f], timeout=0.001): pass
    except TimeoutError as e: print(e)
    try: list(ex.map(bad, [1,2]))
    except ValueError as e: print(e)
try: ex.submit(sq,1)
except RuntimeError as e: print(e)
f=Future(); print(f.cancel(), f.cancelled(), repr(f).split(' ',3)[3])
try: f.result()
except CancelledError as e: print(repr(e))
f=Future(); f.add_done_callback(lambda f: print('cb', f.result())); f.set_running_or_notify_cancel(); print(f.running(), f.cancel(), repr(f).split(' ',3)[3]); f.set_result(4)
f.add_done_callback(lambda f: print('late cb'))
try: f.set_result(5)
except concurrent.futures.InvalidStateError as e: print(str(e).split(' at ')[0])
ex=ThreadPoolExecutor(1); gate=threading.Event()
a=ex.submit(gate.wait); b=ex.submit(sq,1); print(b.cancel(), a.cancel()); gate.set(); ex.shutdown(); print(a.result(), b.cancelled())
ex=ThreadPoolExecutor(2, thread_name_prefix='pool', initializer=lambda: None)
print(ex.submit(lambda: threading.current_thread().name).result())
ex2=ThreadPoolExecutor(); print(ex2.submit(lambda: threading.current_thread().name).result())
try: ThreadPoolExecutor(0)
except ValueError as e: print(e)
ex.submit(lambda: (time.sleep(0.01), print('at exit still done')))
print(issubclass(CancelledError, Exception), TimeoutError is concurrent.futures.TimeoutError)
print('end')
