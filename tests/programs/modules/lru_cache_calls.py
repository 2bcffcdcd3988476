"""functools.lru_cache: keys, limits, statistics, methods, recursion, errors, attributes."""
import copy
import functools
import inspect


@functools.lru_cache(maxsize=2)
def square(x, *, power=2):
    """the doc"""
    print('computing', x, power)
    return x ** power


print(square(1), square(2), square(1), square(3), square(2), square(1, power=3), square(1, power=3))
print(square.cache_info(), square.cache_parameters(), square.__name__, square.__doc__, square.__wrapped__(5))
square.cache_clear()
print(square.cache_info())


@functools.lru_cache(typed=True)
def typed(*args, **keywords):
    return [type(a).__name__ for a in args] + sorted(keywords)


print(typed(1), typed(1.0), typed(True), typed('1'), typed(1, 2), typed(a=1), typed(a=1.0), typed(1), typed.cache_info())


@functools.lru_cache
def untyped(x):
    return type(x).__name__


print(untyped(1), untyped(1.0), untyped(True), untyped((1,)), untyped('a'), untyped(1), untyped.cache_info())


@functools.cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info())


@functools.lru_cache(maxsize=0)
def never(x):
    return [x]


print(never(1) is never(1), never.cache_info())


@functools.lru_cache(maxsize=-5)
def negative(x):
    return x


print(negative(1), negative.cache_info())


class Shop:
    def __init__(self, name):
        self.name = name

    @functools.lru_cache(maxsize=None)
    def price(self, item):
        print(self.name, 'asks for', item)
        return len(item)

    @staticmethod
    @functools.cache
    def tax(x):
        return x / 10

    @classmethod
    @functools.cache
    def make(cls, name):
        return cls(name)


a, b = Shop('a'), Shop('b')
print(a.price('tea'), b.price('tea'), a.price('tea'), Shop.price(a, 'tea'), Shop.price.cache_info(), a.price.cache_info().hits)
print(Shop.tax(5), Shop.make('x') is Shop.make('x'))

for bad in ([1], {1: 2}):
    try:
        untyped(bad)
    except TypeError as e:
        print(e)
try:
    square()
except TypeError as e:
    print(e)
try:
    functools.lru_cache('x')
except TypeError as e:
    print(e)


@functools.lru_cache(maxsize=3)
def failing(x):
    if x < 0:
        raise ValueError(x)
    return x


for x in (1, -1, -1, 1):
    try:
        failing(x)
    except ValueError as e:
        print('failed', e)
print(failing.cache_info())


@functools.lru_cache(maxsize=2)
def nested(n):
    return n if n == 0 else nested(n - 1) + n


print(nested(10), nested.cache_info())
square.note = 'mine'
print(square.note, 'note' in vars(square), copy.copy(square) is square, copy.deepcopy(square) is square)
print(inspect.signature(square), callable(square), repr(square)[:40], type(square).__name__)
order = functools.lru_cache(maxsize=3)(lambda k: k)
for k in 'abcabdacb':
    order(k)
print(order.cache_info())
