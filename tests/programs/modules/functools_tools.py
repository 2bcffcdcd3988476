# functools: partial, reduce, lru_cache, cache, wraps, total_ordering, singledispatch, cmp_to_key.
import functools
from functools import cache, cached_property, cmp_to_key, lru_cache, partial, reduce
from functools import singledispatch, total_ordering, wraps


def power(base, exponent=2, *, plus=0):
    return base ** exponent + plus


square, cube, two_to = partial(power), partial(power, exponent=3), partial(power, 2)
print(square(5), cube(2), two_to(10), partial(power, plus=1)(3), partial(partial(power, 3), 2)())
print(cube.func is power, cube.args, cube.keywords, list(map(partial(max, 5), [3, 9])))
print(reduce(lambda a, b: a * b, range(1, 6)), reduce(lambda a, b: a + b, ["x", "y"], ">"),
      reduce(max, [3, 9, 2]))
print(reduce(lambda acc, x: {**acc, x: len(x)}, ["a", "bb"], {}),
      reduce(lambda a, b: a, [], "initial"))
try:
    reduce(lambda a, b: a, [])
except TypeError as error:
    print(error)

calls = []


@lru_cache(maxsize=2)
def slow(n):
    calls.append(n)
    return n * n


print([slow(n) for n in (1, 2, 1, 3, 2, 1)], calls)
print(slow.cache_info())
slow.cache_clear()
print(slow.cache_info(), slow.__name__, slow.__wrapped__(7))


@cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info().misses)


@lru_cache
def keywords(a, b=1, *args, **kw):
    calls.append("kw")
    return a, b, args, kw


calls.clear()
keywords(1)
keywords(1, 1)
keywords(a=1)
keywords(1)
print(len(calls))
try:
    fib([1])
except TypeError as error:
    print(error)


def traced(function):
    @wraps(function)
    def wrapper(*args):
        return ["traced", function(*args)]
    return wrapper


@traced
def documented(x):
    """Its doc."""
    return x


print(documented(1), documented.__name__, documented.__doc__, documented.__wrapped__(2))


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(map(int, text.split(".")))

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


a, b = Version("1.2"), Version("1.10")
print(a < b, a <= b, a > b, a >= b, a == b, max(a, b), sorted([b, a, Version("0.9")]))


class Circle:
    def __init__(self, r):
        self.r = r

    @cached_property
    def area(self):
        print("computing")
        return round(3.14159 * self.r ** 2, 2)


c = Circle(2)
print(c.area, c.area, "area" in c.__dict__)
del c.area
print(c.area)


@singledispatch
def describe(x):
    return f"something {x!r}"


@describe.register
def _(x: int):
    return f"int {x}"


@describe.register(list)
@describe.register(tuple)
def _(x):
    return f"sequence of {len(x)}"


@describe.register(str)
def _(x):
    return f"text {x.upper()}"


print(describe(5), describe("a"), describe([1, 2]), describe((1,)), describe(2.5), describe(True),
      describe(None))


def compare(a, b):
    return (len(a) > len(b)) - (len(a) < len(b)) or (a > b) - (a < b)


print(sorted(["bb", "a", "ccc", "aa"], key=cmp_to_key(compare)),
      max(["x", "yy"], key=cmp_to_key(compare)))


class Button:
    def __init__(self):
        self.log = []

    def press(self, key, times=1):
        self.log.append(key * times)

    enter = functools.partialmethod(press, "E")


button = Button()
button.enter()
button.enter(times=3)
print(button.log)
