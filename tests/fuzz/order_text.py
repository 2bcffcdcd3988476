"""What every random program of tasks has in common: the functions that it calls, its shared objects, its main."""

PROLOGUE = '''
import asyncio
import contextlib
import contextvars
import sys
import types

crew = []
counts = {}
kept = []
ended = []
var = contextvars.ContextVar("var", default=0)


class Fault(Exception):
    pass


class Mishap(Fault):
    pass


def describe(x):
    if isinstance(x, BaseExceptionGroup):
        return f"{type(x).__name__}({x.message!r}, {[describe(e) for e in x.exceptions]})"
    if isinstance(x, BaseException):
        return f"{type(x).__name__}{x.args}"
    if isinstance(x, (list, tuple)):
        return [describe(e) for e in x]
    if isinstance(x, asyncio.Task):
        return x.get_name()
    return repr(x)


def origin(x, depth=0):
    if x is None or depth > 6:
        return "-"
    inner = []
    if isinstance(x, BaseExceptionGroup):
        inner = [origin(e, depth + 1) for e in x.exceptions]
    after = origin(x.__cause__, depth + 1), origin(x.__context__, depth + 1), x.__suppress_context__
    return f"{type(x).__name__}{x.args[:1]} of {after} {inner}"


def note(who, *what):
    if ended:
        return  # what comes after the end comes as objects are freed
    print(who, *[w if isinstance(w, str) else describe(w) for w in what])


def now():
    return round(asyncio.get_running_loop().time() * 1000)


def handled():
    return describe(sys.exc_info()[1])


def end_of(task):
    if task.cancelled():
        return "cancelled"
    return describe(task.exception() or task.result())


def state_of(x):
    """Its repr without addresses and without what stands in asyncio's files."""
    text = repr(x)
    if isinstance(x, asyncio.Future):
        text = text.split(" wait_for=")[0].split(" cb=")[0]
        for mark in (" running at ", " defined at "):
            head, _, place = text.partition(mark)
            text = head if "asyncio" in place else text
        return text
    return text[text.index("0x"):].partition(" ")[2]


def report(loop, context):
    if any(words in context["message"] for words in ("never retrieved", "was destroyed")):
        return  # when that is, depends on when objects are freed
    print("report", context["message"].partition("<")[0], sorted(context), origin(context.get("exception")))


def unique(name):
    counts[name] = counts.get(name, 0) + 1
    return f"{name}.{counts[name]}"


def settle(future, value):
    note("settle", value, future.done())
    if not future.done():
        if isinstance(value, Exception):
            future.set_exception(value)
        elif value is None:
            future.cancel("settled")
        else:
            future.set_result(value)


def attempt(who, function, *arguments):
    try:
        note(who, "attempt", function(*arguments))
    except Exception as error:
        note(who, "attempt", error)


async def numbers(who, count, pause):
    note(who, "numbers", handled())
    try:
        for i in range(count):
            await asyncio.sleep(pause)
            yield i
            note(who, "numbers go on", handled())
        note(who, "numbers end")
    finally:
        note(who, "numbers finally", handled())


async def end(agen):
    """One that ignores it is kept: when its frame would be freed, is left open."""
    kept.append(agen)
    try:
        await agen.aclose()
        kept.remove(agen)
    except (RuntimeError, StopAsyncIteration) as error:
        note("end", error)


@contextlib.asynccontextmanager
async def closing(agen):
    """contextlib.aclosing for generators that may ignore it."""
    try:
        yield agen
    finally:
        await end(agen)


async def echo(who, count):
    got = None
    for i in range(count):
        try:
            got = yield i, got
            note(who, "echo", got)
            await asyncio.sleep(0)
        except Fault as fault:
            note(who, "echo caught", origin(fault))
            got = fault
        except GeneratorExit:
            note(who, "echo exit")
            raise


def inner_numbers(who):
    try:
        yield handled()
        yield handled()
    finally:
        note(who, "inner", handled())


async def hold(who, lock, pause):
    note(who, "wants")
    async with lock:
        note(who, "holds", now())
        await asyncio.sleep(pause)
    return now()


async def hold_on(who, pause, more):
    try:
        await asyncio.sleep(pause)
        note(who, "held on")
    finally:
        try:
            await asyncio.sleep(more)
        except asyncio.CancelledError as again:
            note(who, "again", origin(again), asyncio.current_task().cancelling())
            await asyncio.sleep(0)
            raise
        finally:
            note(who, "let go", handled())


async def plain(value):
    return value


async def drain(who, queue, count):
    for _ in range(count):
        note(who, "drains", await queue.get())
        queue.task_done()


class Guard:
    def __init__(self, who, pause, quiet):
        self.who, self.pause, self.quiet = who, pause, quiet

    async def __aenter__(self):
        note(self.who, "enter")
        await asyncio.sleep(self.pause)
        return self

    async def __aexit__(self, kind, error, traceback):
        note(self.who, "exit", error)
        await asyncio.sleep(self.pause)
        return self.quiet


@contextlib.asynccontextmanager
async def managed(who, pause):
    note(who, "managed")
    try:
        yield who
    except Mishap as mishap:
        note(who, "managed caught", origin(mishap))
    finally:
        await asyncio.sleep(pause)
        note(who, "managed end", handled())


class Wrapped:
    def __init__(self, coro):
        self.coro = coro

    def __await__(self):
        note("wrapped")
        result = yield from self.coro.__await__()
        note("unwrapped", result)
        return result


@types.coroutine
def turns(count):
    for i in range(count):
        yield
    return count
'''

MAIN = '''
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(report)
    posts.extend(loop.create_future() for _ in range(3))
    for turn in range(3):
        try:
            async with asyncio.timeout(0.5):
                starts = [f(f"{turn}{f.__name__}") for f in (f0, f1, f2)]
                note("main", await asyncio.gather(*starts, return_exceptions=turn > 0))
        except BaseException as error:
            note("main", error, origin(error))
    note("main", [state_of(x) for x in SHARED])
    left = asyncio.all_tasks() - {asyncio.current_task()}
    left = sorted(left, key=lambda task: (len(task.get_name()), task.get_name()))
    note("left", left, now())
    for task in left:
        if not task.get_name().endswith("3"):
            note("left", state_of(task))
        task.cancel()
    note("main", await asyncio.gather(*left, return_exceptions=True))
    note("crew", [end_of(task) for task in crew if task.done()])
    note("main", [state_of(x) for x in SHARED])


posts = []
asyncio.run(main())
ended.append(True)
'''
