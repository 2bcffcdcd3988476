# Loops and threads: executors, wrap_future, call_soon_threadsafe, run_coroutine_threadsafe, loops in threads.
import asyncio, threading, time, concurrent.futures
from concurrent.futures import ThreadPoolExecutor
def blk(x): time.sleep(0.01); return x, threading.current_thread().name.split('-')[0]
async def co(x):
    await asyncio.sleep(0.01)
    if x<0: raise ValueError(x)
    return x
async def main():
    loop=asyncio.get_running_loop()
    with ThreadPoolExecutor(2, thread_name_prefix='p') as ex:
        r=await asyncio.gather(*(loop.run_in_executor(ex, blk, i) for i in range(4))); print([x[0] for x in r], sorted({x[1] for x in r}))
    print(await loop.run_in_executor(None, lambda: threading.current_thread().name))
    print(await asyncio.to_thread(lambda: threading.current_thread().name))
    def bad(): raise KeyError('k')
    try: await loop.run_in_executor(None, bad)
    except KeyError as e: print(repr(e))
    f=concurrent.futures.Future(); w=asyncio.wrap_future(f); f.set_result(3); print(await w)
    f=concurrent.futures.Future(); w=asyncio.wrap_future(f); w.cancel()
    await asyncio.sleep(0); print(f.cancelled())
    f=concurrent.futures.Future(); w=asyncio.wrap_future(f); f.cancel(); f.set_running_or_notify_cancel()
    try: await w
    except asyncio.CancelledError: print('w cancelled')
    loop.set_default_executor(ThreadPoolExecutor(1, thread_name_prefix='mine'))
    print(await asyncio.to_thread(lambda: threading.current_thread().name))
    fut=loop.create_future()
    def other(): time.sleep(0.01); loop.call_soon_threadsafe(fut.set_result, 'from thread')
    threading.Thread(target=other).start()
    print(await fut)
asyncio.run(main())
loop=asyncio.new_event_loop()
t=threading.Thread(target=loop.run_forever); t.start()
f=asyncio.run_coroutine_threadsafe(co(5), loop); print(f.result(), type(f))
f=asyncio.run_coroutine_threadsafe(co(-1), loop)
try: f.result()
except ValueError as e: print(repr(e))
ended = []
async def longc():
    try: await asyncio.sleep(10)
    except asyncio.CancelledError: ended.append('long cancelled'); raise
f=asyncio.run_coroutine_threadsafe(longc(), loop); time.sleep(0.01); print(f.cancel())
time.sleep(0.02)
try: asyncio.run_coroutine_threadsafe(3, loop)
except TypeError as e: print(e)
loop.call_soon_threadsafe(loop.stop); t.join(); loop.close(); print(ended)
def inthread():
    try: asyncio.get_event_loop()
    except RuntimeError as e: print(e)
    print(asyncio.run(co(8)))
t=threading.Thread(target=inthread, name='TT'); t.start(); t.join()
async def blocked_main():
    lock=threading.Lock(); n=0
    def inc():
        nonlocal n
        for _ in range(100):
            with lock: n+=1
    await asyncio.gather(*(asyncio.to_thread(inc) for _ in range(5)))
    print(n)
asyncio.run(blocked_main())
