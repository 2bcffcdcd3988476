"""What an exception that is thrown into a chain of awaits gets as its context, frame by frame."""
import asyncio, sys, contextlib, types
def ctx(x, d=0):
    if x is None or d > 6: return '-'
    return f"{type(x).__name__}{x.args} context[{ctx(x.__context__, d+1)}]"
async def inner(mode):
    try: raise KeyError('inner')
    except KeyError:
        try:
            await asyncio.sleep(.01)
        except BaseException as e:
            print('inner sees', ctx(e))
            if mode == 'raise': raise ValueError('replaced')
            if mode == 'pass': raise
            if mode == 'ok': return 'ok'
            if mode == 'later':
                await asyncio.sleep(0)
                raise ValueError('later')
async def middle(mode):
    return await inner(mode)
async def finally_(mode, fail):
    try:
        if fail: raise IndexError('fin')
    finally:
        await middle(mode)
async def nested(mode, fail1, fail2):
    try:
        if fail1: raise IndexError('one')
    finally:
        try:
            if fail2: raise IndexError('two')
        finally:
            await middle(mode)
async def with_(mode):
    class C:
        async def __aenter__(self): pass
        async def __aexit__(self, *a):
            await middle(mode)
    async with C():
        raise IndexError('with')
async def named(mode):
    try: raise IndexError('named')
    except IndexError as e:
        try:
            await middle(mode)
        finally:
            print('named', e)
    e = 5
    await asyncio.sleep(0)
    print(e)
async def outer(f, *args):
    try: raise OSError('outer')
    except OSError:
        try:
            return await f(*args)
        except BaseException as e:
            print('outer sees', ctx(e))
async def agen(mode):
    try: raise KeyError('agen')
    except KeyError:
        try:
            yield 1
            await middle(mode)
        except BaseException as e:
            print('agen sees', ctx(e))
            yield ctx(sys.exc_info()[1])
async def agen_after(mode):
    try:
        yield 1
        await middle(mode)
    except BaseException:
        pass
    print('info', ctx(sys.exc_info()[1]))
    try:
        await middle(mode)
    except BaseException as e:
        print('after', ctx(e))


async def after(mode):
    async for x in agen_after(mode):
        print(x)


async def consume(mode):
    async for x in agen(mode): print(x)
async def handled_agen():
    print('h0', ctx(sys.exc_info()[1]))
    yield 1
    print('h1', ctx(sys.exc_info()[1]))
    await asyncio.sleep(.001)
    print('h2', ctx(sys.exc_info()[1]))
    try:
        raise KeyError('in gen')
    except KeyError as e:
        print('h3', ctx(e))
        yield 2
        print('h4', ctx(sys.exc_info()[1]))
    print('h5', ctx(sys.exc_info()[1]))
    yield 3
async def hconsume():
    g = handled_agen()
    try: raise OSError('c1')
    except OSError: print(await anext(g))
    try: raise OSError('c2')
    except OSError: print(await anext(g))
    print(ctx(sys.exc_info()[1]))
    try: raise OSError('c3')
    except OSError:
        async for x in g: print(x, ctx(sys.exc_info()[1]))
    g = handled_agen()
    await anext(g)
    try: raise OSError('c4')
    except OSError:
        try: await g.athrow(ValueError('thrown'))
        except ValueError as e: print(ctx(e))
    g = handled_agen()
    await anext(g); await anext(g)
    try: raise OSError('c5')
    except OSError:
        try: await g.athrow(ValueError('thrown'))
        except ValueError as e: print(ctx(e))
def gen():
    try: raise KeyError('g')
    except KeyError:
        try: yield from gen2()
        except BaseException as e: print('gen', ctx(e)); raise
def gen2():
    try: yield 1
    except BaseException as e: print('gen2', ctx(e)); raise
def gen3():
    try: raise KeyError('g3')
    except KeyError:
        try: yield 1
        except BaseException as e: print('gen3', ctx(e)); raise
def gen4():
    try: raise IndexError('g4')
    except IndexError:
        yield from gen3()
async def main():
    for mode in 'raise pass ok later'.split():
        for f, *args in ((middle,), (finally_, True), (finally_, False), (nested, 1, 1), (nested, 1, 0), (nested, 0, 1), (nested, 0, 0), (with_,), (named,), (consume,), (after,)):
            print('----', mode, f.__name__, args)
            t = asyncio.create_task(outer(f, mode, *args))
            for _ in range(12):
                await asyncio.sleep(0)
                t.cancel()
            try: print(await t)
            except asyncio.CancelledError as e: print(ctx(e))
    await hconsume()
    for g in (gen(), gen3(), gen4()):
        next(g)
        try: raise OSError('o')
        except OSError:
            try: g.throw(ValueError('v'))
            except ValueError as e: print('main', ctx(e))
asyncio.run(main())
