# Async generators: finalisation, cancellation, mistakes, what asyncio.run closes.
import asyncio, sys
async def g(n='g'):
    try:
        print(n,'start')
        r = yield 1; print(n,'sent',r)
        r = yield 2; print(n,'sent',r)
    except GeneratorExit: print(n,'GE'); raise
    except asyncio.CancelledError: print(n,'CE'); raise
    finally:
        await asyncio.sleep(0); print(n,'fin')
async def main():
    a=g(); print(await a.asend(None)); print(await a.asend('x'))
    try: await a.asend('y')
    except StopAsyncIteration as e: print(repr(e))
    a=g('b'); await anext(a); await a.aclose(); await a.aclose()
    try: await anext(a)
    except StopAsyncIteration: print('sai')
    a=g('c'); await anext(a)
    try: await a.athrow(ValueError('v'))
    except ValueError as e: print(repr(e))
    a=g('d')
    try: await a.asend(3)
    except TypeError as e: print(e)
    await a.aclose()
    async for x in g('e'): break
    print('after break')
    await asyncio.sleep(0); await asyncio.sleep(0)
    print('--')
    global keep
    keep=g('keep'); await anext(keep)
    a=g('f'); t=asyncio.create_task(anext(a)); 
    await asyncio.sleep(0)
    async def bad():
        try: yield 1
        except GeneratorExit: yield 2
    b=bad(); await anext(b)
    try: await b.aclose()
    except RuntimeError as e: print(e)
    async def slow():
        await asyncio.sleep(0.01); yield 1
    s=slow(); t=asyncio.create_task(s.__anext__()); await asyncio.sleep(0)
    try: await anext(s)
    except RuntimeError as e: print(e)
    try: await s.aclose()
    except RuntimeError as e: print(e)
    t.cancel(); await asyncio.wait([t]); print(t)
    async def can():
        try:
            async for i in g('z'): await asyncio.sleep(1)
        finally: print('can fin')
    t=asyncio.create_task(can()); await asyncio.sleep(0); t.cancel()
    try: await t
    except asyncio.CancelledError: print('t cancelled')
    await asyncio.sleep(0); await asyncio.sleep(0)
    async def stop():
        raise StopAsyncIteration
        yield
    try: await anext(stop())
    except RuntimeError as e: print(e)
    async def err():
        try: yield 1
        finally: raise ValueError('closing')
    global k2
    k2=err(); await anext(k2)
    print('main end')
asyncio.run(main())
print('done')
