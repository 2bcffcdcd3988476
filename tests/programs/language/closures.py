# Closures: shared cells, late binding, nonlocal at several depths, unbound free variables.
def counter(start=0):
    count = start

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def peek():
        return count

    return increment, peek


inc, peek = counter()
inc2, peek2 = counter(100)
print(inc(), inc(), inc(10), peek())
print(inc2(), peek2(), peek())


def late():
    return [lambda: i for i in range(3)]


def bound():
    return [lambda i=i: i for i in range(3)]


def made():
    def make(i):
        return lambda: i
    return [make(i) for i in range(3)]


print([f() for f in late()], [f() for f in bound()], [f() for f in made()])


def levels():
    a = 1

    def middle():
        nonlocal a
        a += 10
        b = 2

        def inner():
            nonlocal a, b
            a += 100
            b += 100
            return a, b

        result = inner()
        return result, a, b

    return middle(), a


print(levels())


def parameter_cell(x):
    def set_x(value):
        nonlocal x
        x = value

    def get_x():
        return x

    return set_x, get_x


set_x, get_x = parameter_cell(5)
set_x([1])
print(get_x())
get_x().append(2)
print(get_x())


def unbound():
    def use():
        return later

    try:
        use()
    except NameError as error:
        print(type(error).__name__, "-", error)
    later = 3
    return use()


print(unbound())


def deleted():
    value = 1

    def use():
        return value

    del value
    try:
        use()
    except NameError as error:
        print(type(error).__name__, "-", error)


deleted()


def compose(*functions):
    def run(x):
        for f in functions:
            x = f(x)
        return x
    return run


print(compose(lambda x: x + 1, lambda x: x * 2, str)(4))


def memo(f):
    seen = {}

    def wrapper(n):
        if n not in seen:
            seen[n] = f(n)
        return seen[n]

    wrapper.seen = seen
    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), len(fib.seen))


def loop_cell():
    out = []
    for i in range(3):
        def f():
            return i
        out.append(f())
    out.append(f())
    i = "changed"
    out.append(f())
    return out


print(loop_cell())


def account(balance):
    def dispatch(message, amount=0):
        nonlocal balance
        if message == "deposit":
            balance += amount
        elif message == "withdraw":
            if amount > balance:
                return "insufficient"
            balance -= amount
        return balance
    return dispatch


acc = account(10)
print(acc("deposit", 5), acc("withdraw", 20), acc("withdraw", 7), acc("balance"))
