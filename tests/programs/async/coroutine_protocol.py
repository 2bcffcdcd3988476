# Coroutines driven by hand: send, throw, close, attributes, awaitables, mistakes.
import asyncio, types, inspect
from collections.abc import Awaitable, Coroutine, AsyncIterator, AsyncIterable, AsyncGenerator, Generator
@types.coroutine
def y(v):
    r = yield v
    return r
async def c():
    try:
        a = await y(1); print('got', a)
        b = await y(2); print('got', b)
        return a,b
    except ValueError as e:
        print('caught', e); return 'v'
    finally: print('fin')
x=c(); print(x.cr_running, x.cr_await, x.cr_frame is None, x.cr_code.co_name, x.__name__, x.__qualname__)
print(x.send(None)); print(x.cr_await is not None, inspect.getcoroutinestate(x)); print(x.send('A'))
try: x.send('B')
except StopIteration as e: print(e.value)
print(x.cr_frame, inspect.getcoroutinestate(x))
try: x.send(None)
except RuntimeError as e: print(e)
x=c(); x.send(None)
try: x.throw(ValueError('t'))
except StopIteration as e: print(e.value)
x=c(); x.send(None); x.close(); x.close()
x=c()
try: x.send(3)
except TypeError as e: print(e)
x.close()
x=c()
try: x.throw(KeyError('k'))
except KeyError as e: print(repr(e))
async def ig():
    try: await y(1)
    except GeneratorExit: await y(2)
x=ig(); x.send(None)
try: x.close()
except RuntimeError as e: print(e)
class A:
    def __await__(self):
        r = yield 'A'
        return r*2
async def use(): return await A()
x=use(); print(x.send(None)); print(type(x.cr_await))
try: x.send(4)
except StopIteration as e: print(e.value)
for o in (c, A(), use): print(isinstance(o, Awaitable), isinstance(o, Coroutine))
x=use(); print(isinstance(x, Awaitable), isinstance(x, Coroutine), inspect.isawaitable(x), inspect.iscoroutine(x)); 
w=x.__await__(); print(type(w), next(w))
try: w.send(5)
except StopIteration as e: print(e.value)
async def ag():
    yield 1
g=ag(); print(isinstance(g, AsyncIterator), isinstance(g, AsyncIterable), isinstance(g, AsyncGenerator), inspect.isasyncgen(g), inspect.isasyncgenfunction(ag))
print(isinstance(y(1), Generator), isinstance(y(1), Awaitable), inspect.isawaitable(y(1)))
async def sub():
    return (yield_from.cr_running, inspect.getcoroutinestate(yield_from))
async def top(): return await sub()
yield_from=top()
try: yield_from.send(None)
except StopIteration as e: print(e.value)
async def raisestop(): raise StopIteration(3)
x=raisestop()
try: x.send(None)
except RuntimeError as e: print(e, repr(e.__cause__))
async def tw():
    x=c()
    t=asyncio.create_task(x)
    await asyncio.sleep(0)
    try: await x
    except RuntimeError as e: print(e)
    t.cancel()
    try: await t
    except BaseException as e: print(repr(e))
asyncio.run(tw())
class B:
    def __await__(self): return 3
class C:
    def __await__(self): return c()
async def awb(o):
    try: await o
    except TypeError as e: print(e)
for o in (B(), C(), 3, None, [1], ag): 
    try: awb(o).send(None)
    except StopIteration: pass
class AI:
    def __init__(s): s.n=0
    def __aiter__(s): return s
    async def __anext__(s):
        s.n+=1
        if s.n>2: raise StopAsyncIteration
        return s.n
async def it():
    print([i async for i in AI()])
    a=AI(); print(await anext(a), await anext(a), await anext(a,'d'))
    try: await anext(a)
    except StopAsyncIteration as e: print(repr(e))
    try:
        async for i in 3: pass
    except TypeError as e: print(e)
    try:
        async with 3: pass
    except TypeError as e: print(e)
    print(isinstance(AI(), AsyncIterator))
asyncio.run(it())
