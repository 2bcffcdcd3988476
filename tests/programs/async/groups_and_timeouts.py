# Task groups and timeouts: nesting, cancellation from outside, states.
import asyncio
async def w(n, x=0.001, exc=None):
    try:
        await asyncio.sleep(x)
        if exc: raise exc
        return n
    except asyncio.CancelledError as e:
        print('cancelled', n, e.args); raise
async def main():
    async with asyncio.TaskGroup() as tg:
        a=tg.create_task(w(1)); b=tg.create_task(w(2),name='bb')
        print(tg)
    print(a.result(), b.get_name(), tg)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(w(1,1)); tg.create_task(w(2,exc=ValueError('a'))); tg.create_task(w(3,exc=KeyError('a')))
    except* ValueError as eg: print(eg.exceptions, eg)
    except* KeyError as eg: print(eg.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(w(1,1))
            raise RuntimeError('body')
    except ExceptionGroup as eg: print(repr(eg))
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(w('o',1))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(w('i', exc=TypeError()))
                inner.create_task(w('j', 1))
    except ExceptionGroup as eg: print(repr(eg))
    c=w(1)
    try: tg.create_task(c)
    except RuntimeError as e: print(str(e))
    c=w(1)
    try: asyncio.TaskGroup().create_task(c)
    except RuntimeError as e: print(str(e)); 
    try:
        async with tg: pass
    except RuntimeError as e: print(e)
    async def grp():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(w('x',1))
            await asyncio.sleep(1)
    t=asyncio.create_task(grp()); await asyncio.sleep(0.001); t.cancel('msg')
    try: await t
    except asyncio.CancelledError as e: print('outer', e.args)
    # cancel in body while failing
    async def cancel_self():
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(w('y',0,ValueError('q')))
                try: await asyncio.sleep(1)
                except asyncio.CancelledError: print('body cancelled', asyncio.current_task().cancelling()); raise
        except ExceptionGroup as e: print(repr(e), asyncio.current_task().cancelling())
    await cancel_self()
    try:
        async with asyncio.timeout(0.001) as t:
            await asyncio.sleep(1)
    except TimeoutError as e: print(repr(e), repr(e.__cause__), t.expired())
    try:
        async with asyncio.timeout(None) as t:
            t.reschedule(asyncio.get_running_loop().time()+0.001)
            await asyncio.sleep(1)
    except TimeoutError as e: print('re')
    try:
        async with asyncio.timeout(0.01) as o:
            try:
                async with asyncio.timeout(0.001) as i:
                    await asyncio.sleep(1)
            except TimeoutError: print('inner', o.expired(), i.expired())
            await asyncio.sleep(1)
    except TimeoutError: print('outer')
    try: t.reschedule(1)
    except RuntimeError as e: print(e)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time()-1): 
            print('in'); await asyncio.sleep(0); print('no')
    except TimeoutError: print('past')
    try:
        async with t: pass
    except RuntimeError as e: print(e)
asyncio.run(main())
