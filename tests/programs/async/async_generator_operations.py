"""Async generators by their operations: closed, thrown into, busy, stubborn, forgotten."""
import asyncio
async def stubborn():
    while True:
        try:
            yield 1
        except GeneratorExit:
            print('ignored')
async def normal():
    try:
        yield 1
        yield 2
    finally:
        print('normal fin')
async def slow():
    try:
        yield 1
    finally:
        await asyncio.sleep(.01)
        print('slow fin')
async def raising():
    try:
        yield 1
    finally:
        raise ValueError('r')
async def catching():
    while True:
        try:
            yield 1
        except ValueError as e:
            print('caught', repr(e))
            yield 'c'
async def t(what, aw):
    try: print(what, repr(await aw))
    except BaseException as e: print(what, 'raised', repr(e), repr(e.__context__), repr(e.__cause__))
async def main():
    g = stubborn()
    await t('anext', g.__anext__())
    await t('aclose', g.aclose())
    await t('anext', g.__anext__())
    await t('asend', g.asend(1))
    await t('athrow', g.athrow(ValueError(1)))
    await t('aclose', g.aclose())
    await t('aclose', g.aclose())
    await t('anext', g.__anext__())
    print(g.ag_running, g.ag_frame is None)
    g = normal()
    await t('aclose unstarted', g.aclose())
    await t('anext', g.__anext__())
    await t('athrow', g.athrow(ValueError(1)))
    await t('aclose', g.aclose())
    g = normal()
    await t('athrow unstarted', g.athrow(ValueError(1)))
    await t('anext', g.__anext__())
    await t('athrow again', g.athrow(ValueError(1)))
    await t('aclose', g.aclose())
    g = normal()
    await t('asend unstarted', g.asend(1))
    await t('asend', g.asend(None))
    await t('athrow', g.athrow(ValueError(1)))
    await t('athrow', g.athrow(ValueError(1)))
    g = normal()
    await t('anext', g.__anext__())
    await t('athrow GE', g.athrow(GeneratorExit))
    await t('anext', g.__anext__())
    g = normal()
    await t('anext', g.__anext__())
    await t('athrow SAI', g.athrow(StopAsyncIteration))
    g = normal()
    await t('anext', g.__anext__())
    await t('athrow SI', g.athrow(StopIteration))
    g = normal()
    a = g.__anext__()
    await t('anext', a); await t('anext again', a)
    a = g.aclose()
    await t('aclose', a); await t('aclose again', a)
    g = slow()
    await t('anext', g.__anext__())
    x = asyncio.create_task(t('aclose', g.aclose())); await asyncio.sleep(0)
    await t('anext busy', g.__anext__()); await t('aclose busy', g.aclose()); await t('athrow busy', g.athrow(KeyError)); await t('asend busy', g.asend(1))
    print(g.ag_running)
    await x
    g = slow()
    await t('anext', g.__anext__())
    x = asyncio.create_task(g.aclose()); await asyncio.sleep(0); x.cancel()
    await t('task', x)
    g = raising()
    await t('anext', g.__anext__())
    await t('aclose', g.aclose()); await t('aclose', g.aclose()); await t('anext', g.__anext__())
    g = catching()
    await t('anext', g.__anext__())
    await t('athrow', g.athrow(ValueError(1))); await t('athrow', g.athrow(ValueError)); await t('athrow', g.athrow(ValueError, 'x'))
    await t('athrow', g.athrow(KeyError('k')))
    g = stubborn()
    await g.__anext__()
    h = raising()
    await h.__anext__()
    k = slow(); await k.__anext__()
    n = stubborn(); await n.__anext__(); await t('n', n.aclose())
    del g, h, k
    await asyncio.sleep(0)
    print('--')
    await asyncio.sleep(.03)
    g2 = normal(); await g2.__anext__()
    h2 = raising(); await h2.__anext__()
    global G; G = (g2, h2, n)
asyncio.run(main())
