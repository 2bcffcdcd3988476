# Generators by hand: send, throw, close, GeneratorExit, yield from with values both ways.
def echo():
    received = []
    while True:
        got = yield len(received)
        print("received", got)
        if got is None:
            break
        received.append(got)
    return received


g = echo()
print(next(g), g.send("a"), g.send("b"))
try:
    g.send(None)
except StopIteration as stop:
    print("value", stop.value)
g = echo()
try:
    g.send("too early")
except TypeError as error:
    print(error)


def averager():
    total, n, average = 0.0, 0, None
    while True:
        value = yield average
        total += value
        n += 1
        average = total / n


avg = averager()
next(avg)
print([avg.send(v) for v in (10, 20, 60)])


def guarded():
    while True:
        try:
            x = yield "ready"
            print("got", x)
        except ValueError as error:
            print("handled", error)
            yield "recovered"
        except GeneratorExit:
            print("closing")
            raise
        finally:
            print("finally")


g = guarded()
print(next(g), g.send(1))
print(g.throw(ValueError("thrown")))
print(next(g))
g.close()
g.close()
try:
    next(g)
except StopIteration:
    print("closed")


def simple():
    yield 1
    yield 2


g = simple()
try:
    g.throw(KeyError("before start"))
except KeyError as error:
    print("KeyError", error)
print(list(g))
g = simple()
next(g)
try:
    g.throw(RuntimeError)
except RuntimeError as error:
    print(repr(error))
g = simple()
g.close()
print(list(g))


def ignores_exit():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores_exit()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)


def inner():
    try:
        a = yield "i1"
        b = yield f"i2 {a}"
        return f"inner result {b}"
    except ValueError as error:
        print("inner caught", error)
        yield "i-error"
        return "inner after error"
    finally:
        print("inner finally")


def outer():
    result = yield from inner()
    print("outer got", result)
    last = yield "o1"
    return last


g = outer()
print(next(g), g.send("A"), g.send("B"))
try:
    g.send("end")
except StopIteration as stop:
    print(stop.value)
g = outer()
next(g)
print(g.throw(ValueError("through")), next(g))
g.close()
g = outer()
next(g)
g.close()


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


print(list(chain("ab", [1, 2], (3,), {"k": 1}, range(2), (i for i in "z"))))


def delegating_returns():
    a = yield from []
    b = yield from simple()
    c = yield from (x for x in "q")
    return a, b, c


d = delegating_returns()
print(list(d))
try:
    next(d)
except StopIteration as stop:
    print(stop.value)


def countdown(n):
    if n:
        yield n
        yield from countdown(n - 1)


print(list(countdown(8)), sum(countdown(50)))


def coroutine_style(target):
    try:
        while True:
            target.append((yield) * 2)
    finally:
        target.append("done")


out = []
sink = coroutine_style(out)
next(sink)
for v in (1, 2, 3):
    sink.send(v)
sink.close()
print(out)


def expression_forms():
    x = (yield 1) or "none"
    y = [(yield 2), (yield 3)]
    z = f"{(yield 4)}"
    print((yield 5), x, y, z)


e = expression_forms()
values = [next(e)]
for s in ("a", "b", "c", "d"):
    values.append(e.send(s))
print(values)
print(next(e, "end"))
