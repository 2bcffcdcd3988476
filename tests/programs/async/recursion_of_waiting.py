# Awaits that never end are a RecursionError, however the frames wait; so are generators.
import asyncio
async def even(n):
    await asyncio.sleep(0)
    return True if n == 0 else await odd(n - 1)
async def odd(n): return False if n == 0 else await even(n - 1)
async def hand(n): 
    await asyncio.sleep(0)
    c = hand(n + 1)
    return await c
async def aw(n):
    await asyncio.sleep(0)
    class A:
        def __await__(self): return (yield from aw(n + 1).__await__())
    return await A()
def g(n):
    yield n
    yield from g(n + 1)
async def fib(n):
    await asyncio.sleep(0)
    return n if n < 2 else await fib(n - 1) + await fib(n - 2)
async def ag(n):
    yield n
    async for x in ag(n + 1): yield x
async def agr():
    async for x in ag(0): pass
print(asyncio.run(even(400)), asyncio.run(fib(12)))
for f in (lambda: asyncio.run(even(5000)), lambda: asyncio.run(hand(0)), lambda: asyncio.run(aw(0)), lambda: list(g(0)), lambda: asyncio.run(agr())):
    try: f()
    except RecursionError as e: print("RecursionError")
print("end")
