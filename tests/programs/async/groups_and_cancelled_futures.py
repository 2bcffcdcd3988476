"""Parts of groups, and whose CancelledError comes out of futures, shields and gathers."""
import asyncio
g = ExceptionGroup('x', [ValueError(1), ExceptionGroup('y', [KeyError(2), ValueError(3)])])
print(g.__suppress_context__)
for t in (ValueError, KeyError, Exception, ExceptionGroup):
    m, r = g.split(t)
    print(t.__name__, m, r, m and m.__suppress_context__, r and r.__suppress_context__, m is g)
    s = g.subgroup(t)
    print(s, s.__suppress_context__, s is g)
print(g.derive([ValueError(1)]).__suppress_context__)
try:
    try: raise g
    except* ValueError as e: print(e.__suppress_context__)
except* KeyError as e: print(e.__suppress_context__, e is g)
try:
    try: raise g
    except* OSError as e: pass
except ExceptionGroup as e: print(e.__suppress_context__, e is g)
try:
    try: raise g
    except* KeyError as e: raise
except ExceptionGroup as e: print(e.__suppress_context__, e is g, e, [x.__suppress_context__ for x in e.exceptions])
try:
    try: raise g
    except* KeyError as e: raise OSError
except ExceptionGroup as e: print(e.__suppress_context__, e is g, e, [x.__suppress_context__ for x in e.exceptions])
async def f():
    raise ValueError(1)
async def main():
    try:
        async with asyncio.TaskGroup() as g:
            g.create_task(f())
    except* ValueError as e:
        print(e.__suppress_context__)

asyncio.run(main())
async def fu():
    fut = asyncio.get_running_loop().create_future()
    async def w():
        s = asyncio.shield(fut)
        try: await s
        except BaseException as e: print('w', repr(e), repr(e.__context__))
    async def w2():
        try: await fut
        except BaseException as e: print('w2', repr(e), repr(e.__context__))
    t = asyncio.create_task(w()); t2 = asyncio.create_task(w2())
    await asyncio.sleep(0)
    fut.cancel('m')
    await t; await t2
    try: await fut
    except BaseException as e: print('3', repr(e), repr(e.__context__))
    try: await fut
    except BaseException as e: print('3', repr(e), repr(e.__context__))
    try: fut.result()
    except BaseException as e: print('4', repr(e), repr(e.__context__))
    try: fut.exception()
    except BaseException as e: print('4', repr(e), repr(e.__context__))
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    fut.cancel('m')
    t.cancel('t')
    await t
    fut = asyncio.get_running_loop().create_future()
    t = asyncio.create_task(w())
    await asyncio.sleep(0)
    t.cancel('t')
    fut.cancel('m')
    await t
    async def sl():
        try: await asyncio.sleep(1)
        except BaseException as e: print('sl', repr(e), repr(e.__context__)); raise
    t = asyncio.create_task(sl())
    await asyncio.sleep(0)
    s = asyncio.shield(t)
    t.cancel('t')
    try: await s
    except BaseException as e: print('s', repr(e), repr(e.__context__))
    g = asyncio.gather(sl(), sl())
    await asyncio.sleep(0)
    g.cancel('g')
    try: await g
    except BaseException as e: print('g', repr(e), repr(e.__context__))
    try: await g
    except BaseException as e: print('g', repr(e), repr(e.__context__))
    g = asyncio.gather(sl(), sl(), return_exceptions=True)
    await asyncio.sleep(0)
    g.cancel('g')
    try: await g
    except BaseException as e: print('g', repr(e), repr(e.__context__))
    t = asyncio.create_task(sl())
    await asyncio.sleep(0)
    t.cancel('g')
    g = asyncio.gather(t, sl(), return_exceptions=True)
    print(await asyncio.wait_for(g, 2))
asyncio.run(fu())
