# Groups, timeouts, cancellation with messages, timers, and calls that do not fit.
import asyncio, sys, traceback, contextlib, functools, inspect, time
# TaskGroup subtle
async def sl(t, v=None, e=None):
    await asyncio.sleep(t)
    if e: raise e
    return v
async def t1():
    # exception in body while task fails too
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(sl(0, e=ValueError(1)))
            tg.create_task(sl(0, e=ValueError(2)))
            await asyncio.sleep(0.01)
    except ExceptionGroup as e: print(repr(e), e.message)
    # nested group both fail
    try:
        async with asyncio.TaskGroup() as a:
            a.create_task(sl(0.001, e=KeyError('a')))
            async with asyncio.TaskGroup() as b:
                b.create_task(sl(0.001, e=KeyError('b')))
                await asyncio.sleep(1)
    except BaseExceptionGroup as e: print(repr(e))
    # KeyboardInterrupt/SystemExit in child
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(sl(0.001, e=asyncio.CancelledError('own')))
            t=tg.create_task(sl(0.002, 5))
        print('child cancelled ok', t.result())
    except BaseException as e: print('X', repr(e))
    # cancel tg child
    async with asyncio.TaskGroup() as tg:
        t=tg.create_task(asyncio.sleep(10)); t.cancel()
    print(t.cancelled())
    # spawn from a child
    async def spawner(tg, n):
        if n: tg.create_task(spawner(tg, n-1), name=f's{n}')
        out.append(n)
    out=[]
    async with asyncio.TaskGroup() as tg: tg.create_task(spawner(tg, 3))
    print(out)
    # timeout around group
    try:
        async with asyncio.timeout(0.005):
            async with asyncio.TaskGroup() as tg:
                tg.create_task(asyncio.sleep(10)); tg.create_task(asyncio.sleep(10))
    except TimeoutError as e: print('timeout', e.__cause__ is not None, repr(e.__cause__))
    # timeout inside task of group
    async def inner():
        async with asyncio.timeout(0.001): await asyncio.sleep(1)
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(inner())
    except* TimeoutError as e: print(repr(e))
    # timeout + cancel from outside at once
    async def to():
        try:
            async with asyncio.timeout(0.001): await asyncio.sleep(1)
        except TimeoutError: return 'TE'
    t=asyncio.create_task(to()); await asyncio.sleep(0); t.cancel()
    try: print(await t)
    except asyncio.CancelledError: print('cancel wins')
    # uncancel flow
    async def unc():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError:
            print(asyncio.current_task().cancelling(), asyncio.current_task().uncancel())
        await asyncio.sleep(0); return 'alive'
    t=asyncio.create_task(unc()); await asyncio.sleep(0); t.cancel(); print(await t, t.cancelling())
    t=asyncio.create_task(unc()); await asyncio.sleep(0); t.cancel(); t.cancel(); print(await t)
async def t2():
    # exceptions' tracebacks through tasks
    async def a(): await b()
    async def b(): await asyncio.create_task(c())
    async def c(): raise RuntimeError('deep')
    try: await a()
    except RuntimeError as e:
        print(len(traceback.format_tb(e.__traceback__)))
    t=asyncio.create_task(a())
    r=await asyncio.gather(t, return_exceptions=True); print(r, len(traceback.format_tb(r[0].__traceback__)))
    try: t.result()
    except RuntimeError as e: print(e is t.exception())
    try: raise KeyError from t.exception()
    except KeyError as e: print(repr(e.__cause__))
async def t3():
    # cancel messages through layers
    async def inner(): await asyncio.sleep(1)
    async def outer(): await asyncio.create_task(inner(), name='in')
    t=asyncio.create_task(outer()); await asyncio.sleep(0); await asyncio.sleep(0); t.cancel('why')
    try: await t
    except asyncio.CancelledError as e: print(e.args, repr(e.__context__), t._cancel_message if hasattr(t,'_cancel_message') else None)
    # await cancelled future twice
    f=asyncio.Future(); f.cancel('fm')
    for _ in range(2):
        try: await f
        except asyncio.CancelledError as e: print(e.args)
    # gather of cancelled
    f=asyncio.Future(); g=asyncio.gather(f, sl(0.001)); f.cancel('gm')
    try: await g
    except asyncio.CancelledError as e: print(e.args)
    # wait_for cancel
    t=asyncio.create_task(asyncio.wait_for(sl(1), 5)); await asyncio.sleep(0); t.cancel('wf')
    try: await t
    except asyncio.CancelledError as e: print(e.args)
    s=asyncio.shield(sl(0.002, 'sh')); t=asyncio.ensure_future(s); t.cancel('sm')
    try: await t
    except asyncio.CancelledError as e: print(e.args)
    await asyncio.sleep(0.004)
    q=asyncio.Queue(); g=asyncio.create_task(q.get()); await asyncio.sleep(0); g.cancel('qm')
    try: await g
    except asyncio.CancelledError as e: print(e.args)
    ev=asyncio.Event(); g=asyncio.create_task(ev.wait()); await asyncio.sleep(0); g.cancel()
    try: await g
    except asyncio.CancelledError as e: print(e.args, ev)if 0 else print(e.args)
    # done callbacks of cancelled
    t=asyncio.create_task(sl(1)); t.add_done_callback(lambda t: print('dcb', t.cancelled(), t.get_name())); t.set_name('zz'); t.cancel()
    await asyncio.wait({t}); await asyncio.sleep(0)
    print(t.done(), t.cancelled(), t.cancel())
async def t4():
    # timers
    loop=asyncio.get_running_loop(); log=[]
    loop.call_later(0.003, log.append, 3); loop.call_later(0.001, log.append, 1); h=loop.call_later(0.002, log.append, 2); h.cancel()
    await asyncio.sleep(0.01); print(log)
    start=loop.time(); await asyncio.sleep(0.01); print(0.009 < loop.time()-start < 0.5)
    print(await asyncio.sleep(0, 'r'), await asyncio.sleep(-1, 'neg'))
    try: await asyncio.sleep('x')
    except TypeError as e: print(e)
    try: await asyncio.sleep(None)
    except TypeError as e: print(e)
    for bad in (lambda: asyncio.sleep(), lambda: asyncio.create_task(), lambda: asyncio.wait_for(1), lambda: asyncio.run(), lambda: asyncio.gather(x=1), lambda: asyncio.Queue(x=1), lambda: asyncio.Event(1), lambda: asyncio.timeout(), lambda: asyncio.Future(1)):
        try: bad()
        except TypeError as e: print(e)
for t in (t1,t2,t3,t4): asyncio.run(t())
