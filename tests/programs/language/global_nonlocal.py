# global and nonlocal in every combination: nested functions, classes, loops, augmented, shadowing.


def known(look_up):
    """Whether a name is bound: looking it up does not raise NameError."""
    try:
        look_up()
    except NameError:
        return False
    return True


count = 0
name = "global"


def read():
    return name


def shadow():
    name = "local"
    return name, read()


def write():
    global name
    name = "written"
    return read()


def create():
    global fresh, also
    fresh = also = "made in a function"


print(read(), shadow(), name, write(), name)
create()
print(fresh, also)


def bump(n):
    global count
    for count in range(n):
        pass
    count += 100


bump(3)
print(count)


def outer():
    x = "outer"
    y = "y"

    def inner():
        nonlocal x
        x = "inner"
        y = "inner y"

        def innermost():
            global x
            x = "global x"
            return y
        return innermost()

    z = inner()
    return x, y, z


print(outer(), x)


def deep():
    def a():
        v = 1

        def b():
            def c():
                nonlocal v
                v += 1
                return v
            return c
        return b(), lambda: v
    return a()


c, get = deep()
print(c(), c(), get())


def with_global_in_class():
    class K:
        global made_by_class
        made_by_class = 5
        own = made_by_class + 1
    return K.own


print(with_global_in_class(), made_by_class)


def loop_functions():
    total = 0

    def add(items):
        nonlocal total
        for item in items:
            total += item
        return total

    return add([1, 2]), add([10]), total


print(loop_functions())


def parameter(p):
    def change():
        nonlocal p
        p *= 2
        return p
    return change() + change() + p


print(parameter(3))


def exception_variable():
    error = "before"

    def show():
        return error

    try:
        raise ValueError("caught")
    except ValueError as error:
        seen = str(error), str(show())
    try:
        show()
    except NameError as e:
        return seen, str(e)


print(exception_variable())


def imported_name():
    global m
    import math as m
    return m.floor(2.5)


print(imported_name(), m.ceil(2.1))


def definitions():
    global made_function, MadeClass

    def made_function():
        return "function"

    class MadeClass:
        value = "class"


definitions()
print(made_function(), MadeClass.value)


class Counter:
    total = 0

    def add(self):
        Counter.total += 1
        global count
        count = Counter.total
        return self


Counter().add().add()
print(count, Counter.total)
state = {"n": 0}


def mutate():
    state["n"] += 1
    state.setdefault("new", []).append(state["n"])


mutate()
mutate()
print(state)


def conditional(flag):
    if flag:
        global flagged
        flagged = True
    return known(lambda: flagged)


print(conditional(False), conditional(True), flagged)


def star_targets():
    global first, rest
    first, *rest = range(4)
    with_nested = [(first := k) for k in "ab"]
    return with_nested


print(star_targets(), first, rest, rest)
del fresh
print(known(lambda: fresh), known(lambda: also))
