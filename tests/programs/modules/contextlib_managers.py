# contextlib: contextmanager, suppress, closing, nullcontext, ExitStack, redirect_stdout.
import io
from contextlib import ContextDecorator, ExitStack, closing, contextmanager
from contextlib import nullcontext, redirect_stdout, suppress


@contextmanager
def section(name):
    print("begin", name)
    try:
        yield name.upper()
    except ValueError as error:
        print("handled", error)
    finally:
        print("end", name)


with section("one") as value:
    print("inside", value)
with section("two"):
    raise ValueError("swallowed")
try:
    with section("three"):
        raise KeyError("passes")
except KeyError as error:
    print("outside", error)


@contextmanager
def broken():
    if False:
        yield


try:
    with broken():
        pass
except RuntimeError as error:
    print(error)


@contextmanager
def twice():
    yield 1
    yield 2


try:
    with twice():
        pass
except RuntimeError as error:
    print(error)


@section("as decorator")
def decorated(x):
    print("decorated", x)
    return x


print(decorated(5), decorated(6))
with suppress(KeyError, IndexError):
    print({}["missing"])
with suppress(ZeroDivisionError):
    1 / 0
try:
    with suppress(KeyError):
        raise ValueError("not suppressed")
except ValueError as error:
    print(error)


class Door:
    def close(self):
        print("door closed")


with closing(Door()) as door:
    print(type(door).__name__)
with nullcontext("value") as v, nullcontext() as n:
    print(v, n)

with ExitStack() as stack:
    names = [stack.enter_context(section(f"s{i}")) for i in range(3)]
    stack.callback(print, "callback", 1)
    stack.push(lambda kind, error, tb: print("pushed sees", kind))
    print(names)
with ExitStack() as stack:
    stack.enter_context(suppress(ValueError))
    stack.callback(lambda: print("runs anyway"))
    raise ValueError("x")
stack = ExitStack()
stack.callback(print, "later")
kept = stack.pop_all()
stack.close()
print("nothing ran yet")
kept.close()

buffer = io.StringIO()
with redirect_stdout(buffer):
    print("captured", 1)
    print("more")
print(repr(buffer.getvalue()))


class timed(ContextDecorator):
    def __enter__(self):
        print("start")
        return self

    def __exit__(self, *info):
        print("stop", info[0])
        return False


@timed()
def work():
    print("work")


work()
with timed():
    print("block")


@contextmanager
def changed(data, **values):
    saved = dict(data)
    data.update(values)
    try:
        yield data
    finally:
        data.clear()
        data.update(saved)


settings = {"a": 1}
with changed(settings, a=2, b=3):
    print(settings)
print(settings)
