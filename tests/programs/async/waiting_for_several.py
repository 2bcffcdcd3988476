# gather, wait, shield, as_completed, wait_for: values, cancellation, mistakes.
import asyncio
async def w(n, x=0.001, exc=None):
    try:
        await asyncio.sleep(x)
        if exc: raise exc
        return n
    except asyncio.CancelledError as e:
        print('cancelled', n, e.args); raise
async def main():
    print(await asyncio.gather(w(1,0.003), w(2), w(3,0.002)))
    print(await asyncio.gather())
    try: await asyncio.gather(w(1,0.01), w(2, exc=ValueError('v')))
    except ValueError as e: print(repr(e))
    await asyncio.sleep(0.02)
    print(await asyncio.gather(w(1), w(2, exc=ValueError('v')), return_exceptions=True))
    g = asyncio.gather(w(1,1), w(2,1))
    print(g)
    await asyncio.sleep(0)
    g.cancel()
    try: await g
    except asyncio.CancelledError as e: print('g', e.args, g.cancelled())
    print(g)
    a=asyncio.create_task(w('a',1)); b=asyncio.create_task(w('b'))
    g = asyncio.gather(a,b)
    await asyncio.sleep(0)
    a.cancel('why')
    try: await g
    except asyncio.CancelledError as e: print('g', e.args, g.cancelled())
    await b
    a=asyncio.create_task(w('a',1)); b=asyncio.create_task(w('b'))
    g = asyncio.gather(a,b, return_exceptions=True)
    await asyncio.sleep(0)
    a.cancel('why')
    print(await g)
    c=w('same')
    print(await asyncio.gather(c,c,c))
    f=asyncio.Future(); f.set_result('done')
    print(await asyncio.gather(f, f))
    try: asyncio.gather(1)
    except TypeError as e: print(e)
    # wait
    ts={asyncio.create_task(w(i, i*0.003),name=str(i)) for i in range(1,4)}
    d,p = await asyncio.wait(ts, return_when=asyncio.FIRST_COMPLETED)
    print(len(d),len(p))
    d,p = await asyncio.wait(ts, timeout=0.0)
    print(len(d)>=1,len(p)<=2)
    d,p = await asyncio.wait(ts)
    print(len(d),len(p))
    ts=[asyncio.create_task(w(1,0.001,ValueError())),asyncio.create_task(w(2,0.02)) ]
    d,p = await asyncio.wait(ts, return_when=asyncio.FIRST_EXCEPTION)
    print(len(d),len(p))
    for t in ts: t.cancel()
    await asyncio.gather(*ts, return_exceptions=True)
    for args,kw in ((([],),{}), (([w(1)],),{}), ((asyncio.Future(),),{}), (([asyncio.Future()],),{'return_when':'x'})):
        try: await asyncio.wait(*args, **kw)
        except (ValueError,TypeError) as e: print(type(e), e)
    # shield
    t=asyncio.create_task(w('sh',0.005))
    s=asyncio.shield(t)
    async def waiter(): await s
    u=asyncio.create_task(waiter()); await asyncio.sleep(0); u.cancel()
    try: await u
    except asyncio.CancelledError: print('outer cancelled', t.cancelled(), s.cancelled())
    print(await t)
    # as_completed
    for c in asyncio.as_completed([w(1,0.004),w(2,0.001)]):
        print(type(c).__name__, await c)
    try:
        for c in asyncio.as_completed([w(1,1),w(2,0.001)], timeout=0.02):
            print(await c)
    except asyncio.TimeoutError as e: print('timeout', repr(e))
    # wait_for
    try: await asyncio.wait_for(w('wf',1), 0.005)
    except asyncio.TimeoutError as e: print(repr(e), repr(e.__cause__))
    print(await asyncio.wait_for(w('wf'), None))
    try: await asyncio.wait_for(w('wf'), 0)
    except asyncio.TimeoutError as e: print(repr(e), repr(e.__cause__))
    try: await asyncio.wait_for(3, 1)
    except TypeError as e: print(e)
    f=asyncio.Future()
    try: await asyncio.wait_for(f, 0.001)
    except TimeoutError as e: print(f.cancelled())
    async def stubborn():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: return 'stub'
    print(await asyncio.wait_for(stubborn(), 0.001))
    async def stubborn():
        try: await asyncio.sleep(1)
        except asyncio.CancelledError: raise ValueError('stub')
    try: await asyncio.wait_for(stubborn(), 0.001)
    except Exception as e: print(repr(e), repr(e.__context__))
asyncio.run(main())
