# yield in every expression place: arguments, subscripts, conditions, returns.
def drive(generator, *values):
    out = []
    try:
        out.append(next(generator))
        for v in values:
            out.append(generator.send(v))
    except StopIteration as stop:
        out.append(("return", stop.value))
    return out


def arguments():
    print("sum", sum([(yield "a"), (yield "b")]), max((yield "c"), 5))
    return dict(k=(yield "d"))


print(drive(arguments(), 1, 2, 9, "v"))


def subscripts():
    items = [10, 20, 30]
    items[(yield "index")] = yield "value"
    items[(yield "aug")] += (yield "by")
    return items, items[(yield "read")], items[(yield "from"):(yield "to")]


print(drive(subscripts(), 77, 1, 2, 5, 0, 1, 3))


def conditions():
    if (yield "if"):
        print("true branch")
    else:
        print("false branch")
    while (yield "while"):
        print("loop")
    x = "then" if (yield "ternary") else "else"
    y = (yield "and") and (yield "never asked when false")
    assert (yield "assert"), "not reached"
    return x, y


print(drive(conditions(), 0, 1, 0, 1, 0, True))


def statements():
    a, (b, c) = (yield 1), ((yield 2), (yield 3))
    try:
        raise (yield "error")
    except ValueError as error:
        d = str(error)
    for i in (yield "items"):
        d += str(i)
    with (yield "manager") as m:
        d += m
    del (yield "target")[0]
    return a, b, c, d


class M:
    def __enter__(self):
        return "entered"

    def __exit__(self, *info):
        return False


victim = [1, 2]
print(drive(statements(), "A", "B", "C", ValueError("e"), [7, 8], M(), victim), victim)


def formats():
    return f"{(yield 1)}-{(yield 2):>4}", "%s" % (yield 3), {(yield 4): (yield 5)}, [(yield 6),
                                                                                     *(yield 7)], ((yield 8),)


print(drive(formats(), "x", "y", "z", "k", "v", 1, [2, 3], "t"))


def bare():
    got = []
    while len(got) < 3:
        got.append((yield))
    return got


print(drive(bare(), 1, 2, 3))


def returns_yield():
    return (yield "last")


print(drive(returns_yield(), "sent"))


def lambda_and_nested():
    f = lambda: (yield "in lambda")
    inner = f()
    yield next(inner)

    def nested():
        x = yield "nested"
        return x * 2

    return (yield from nested())


print(drive(lambda_and_nested(), None, 21))


def comparison():
    return (yield 1) < (yield 2) < (yield 3), (yield 4) == (yield 5), not (yield 6), -(yield 7), (yield 8) in (yield 9)


print(drive(comparison(), 1, 2, 3, "a", "a", 0, 5, 2, [1, 2]))


def attributes():
    class Box:
        pass
    box = Box()
    box.a = yield "a"
    (yield "box").b = (yield "b")
    box.c = box.d = yield "cd"
    return vars(box)


g = attributes()
print(next(g), g.send(1))


class Target:
    pass


t = Target()
print(g.send("value"), g.send(t), t.b)
try:
    g.send("both")
except StopIteration as stop:
    print(stop.value)
