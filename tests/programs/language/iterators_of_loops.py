"""Iterators of loops last until the loop is left: by break, return or raise, and what the body does before."""
import asyncio
def gen():
    try: yield 1; yield 2
    finally: print('closed')
def a():
    for x in gen():
        print('body', x)
        break
    print('after')
def b():
    for x in gen():
        print('body', x)
        return x
def c():
    for x in gen():
        if x == 1:
            print('one')
            break
    else: print('else')
    print('after')
def d():
    try:
        for x in gen():
            print('body', x)
            raise ValueError
    except ValueError: print('ve')
def e():
    for x in [1, 2]:
        for y in gen():
            print(x, y)
            break
        print('next')
async def agen():
    try: yield 1; yield 2
    finally: print('aclosed')
async def f():
    async for x in agen():
        print('abody', x)
        await asyncio.sleep(.01)
        print('still')
        break
    print('out')
    await asyncio.sleep(.01)
async def g():
    async for x in agen():
        await asyncio.sleep(.01)
        print('still')
        return x
async def h():
    for x in gen():
        await asyncio.sleep(.01)
        print('still')
        raise ValueError
def i():
    x, = (y for y in gen() if y == 1)
    print(x)
    print(next(gen()))
    print('k')
    for z in (y for y in gen()):
        print('z', z)
        if z: 
            return
a(); b(); c(); d(); e(); asyncio.run(f()); print(asyncio.run(g())); i()
try: asyncio.run(h())
except ValueError: print('ve')
