# What generators of all kinds see as the exception being handled: their own, else their caller's.
import asyncio
import sys
import traceback


def seen():
    return repr(sys.exc_info()[1])


def contexts(error):
    names = []
    while error:
        names.append(repr(error))
        error = error.__context__
    return " <- ".join(names)


def plain():
    yield seen()
    try:
        raise ValueError("own")
    except ValueError:
        yield seen()
        yield seen()
    yield seen()
    try:
        raise KeyError("inner")
    except KeyError as error:
        yield contexts(error)
    try:
        raise
    except (RuntimeError, TypeError) as error:
        yield contexts(error)
    raise LookupError("end")


def drive_plain():
    g = plain()
    print(next(g))
    try:
        raise TypeError("first caller")
    except TypeError:
        print(next(g))
    try:
        raise TypeError("second caller")
    except TypeError:
        print(next(g), "|", next(g))
        print(next(g))
        print(next(g))
        try:
            next(g)
        except LookupError as error:
            print(contexts(error))
    print(seen())


async def agen(pause):
    await pause()
    yield seen()
    try:
        await pause()
        raise ValueError("own")
    except ValueError as error:
        await pause()
        yield seen() + " of " + contexts(error)
        await pause()
        yield seen()
    await pause()
    yield seen()
    try:
        raise
    except (RuntimeError, TypeError, KeyError) as error:
        yield contexts(error)
    await pause()
    raise LookupError("end")


async def outer(pause):
    inner = agen(pause)
    try:
        raise OSError("between")
    except OSError:
        async for item in inner:
            yield item


async def drive(make, pause):
    g = make(pause)
    print("-", await anext(g))
    try:
        raise TypeError("first caller")
    except TypeError:
        print("-", await anext(g))
        print("-", await anext(g))
    try:
        raise KeyError("second caller")
    except KeyError:
        print("-", await anext(g))
        await pause()
        print("-", seen(), await anext(g))
        try:
            await anext(g)
        except LookupError as error:
            print("-", contexts(error))
        print("-", seen())
    print("-", seen())


async def quick():
    pass


async def slow():
    await asyncio.sleep(0)


async def thrown():
    async def waits():
        try:
            yield 1
        except ZeroDivisionError as error:
            print(contexts(error), "while", seen())
            raise RuntimeError("from the generator")

    g = waits()
    await anext(g)
    try:
        raise KeyError("thrower's")
    except KeyError:
        try:
            await g.athrow(ZeroDivisionError("thrown"))
        except RuntimeError as error:
            print(contexts(error))


async def in_task():
    print("task sees", seen())
    try:
        raise ValueError("in the task")
    except ValueError as error:
        print(contexts(error))
    await asyncio.sleep(0)
    print("and later", seen())
    print(traceback.format_exc().splitlines()[-1])


def by_hand():
    @types_coroutine
    def pause():
        yield "pause"

    async def numbers():
        await pause()
        yield seen()
        await pause()
        yield seen()

    g = numbers()
    for name in ("one", "two"):
        step = g.asend(None)
        try:
            raise ValueError(name)
        except ValueError:
            print(step.send(None))
        try:
            raise ValueError(name + " again")
        except ValueError:
            try:
                step.send(None)
            except StopIteration as stop:
                print(stop.value, contexts(stop))


from types import coroutine as types_coroutine

drive_plain()
for make in (agen, outer):
    for pause in (quick, slow):
        print(make.__name__, pause.__name__)
        asyncio.run(drive(make, pause))
asyncio.run(thrown())
try:
    raise OSError("outside of the loop")
except OSError:
    asyncio.run(in_task())
by_hand()
