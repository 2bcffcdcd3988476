"""Exit stacks and async generators: the contexts of what is raised while something else goes out."""
import asyncio, contextlib, sys
def ctx(x, d=0):
    if x is None or d > 6: return '-'
    return f"{type(x).__name__}{x.args} cause[{ctx(x.__cause__, d+1)}] context[{ctx(x.__context__, d+1)}]"
@contextlib.asynccontextmanager
async def managed():
    try: yield 1
    finally:
        await asyncio.sleep(.01)
        print('end', ctx(sys.exc_info()[1]))
async def a(kind):
    try:
        if kind == 'stack':
            async with contextlib.AsyncExitStack() as s:
                await s.enter_async_context(managed())
                s.push_async_callback(asyncio.sleep, 0.003)
                await asyncio.sleep(1)
        elif kind == 'plain':
            async with managed():
                await asyncio.sleep(1)
        elif kind == 'two':
            async with managed(), managed():
                await asyncio.sleep(1)
        else:
            async with contextlib.AsyncExitStack() as s:
                s.push_async_callback(asyncio.sleep, 0.003)
                await asyncio.sleep(1)
    except BaseException as e:
        print(kind, ctx(e))
async def main():
    for kind in ('stack', 'plain', 'two', 'cb'):
        for n in (1, 2, 3, 4):
            t = asyncio.create_task(a(kind)); await asyncio.sleep(0)
            for _ in range(n):
                await asyncio.sleep(0); await asyncio.sleep(0)
                t.cancel()
            await t
    async def ag():
        try: yield 1
        except BaseException as e: print('ag', ctx(e)); raise
    g = ag(); await anext(g)
    try: raise ValueError(1)
    except ValueError: await g.aclose()
    g = ag(); await anext(g)
    try: raise ValueError(1)
    except ValueError:
        try: await g.athrow(KeyError(1))
        except KeyError as e: print(ctx(e))
    await asyncio.sleep(float('nan'))
asyncio.run(main())
