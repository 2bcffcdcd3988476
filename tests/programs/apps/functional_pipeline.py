# A functional style: compose, curry, lenses over dicts, a result type, lazy streams.
from functools import partial, reduce
from itertools import chain, islice, takewhile
from operator import add, itemgetter, mul


def compose(*functions):
    return reduce(lambda f, g: lambda x: f(g(x)), functions, lambda x: x)


def pipe(value, *functions):
    return reduce(lambda v, f: f(v), functions, value)


def curry(f, n):
    def collect(*args):
        return f(*args) if len(args) >= n else lambda *more: collect(*args, *more)
    return collect


def flip(f):
    return lambda a, b: f(b, a)


class Ok:
    def __init__(self, value):
        self.value = value

    def then(self, f):
        try:
            return Ok(f(self.value))
        except Exception as error:
            return Err(error)

    def otherwise(self, default):
        return self.value

    def __repr__(self):
        return f"Ok({self.value!r})"


class Err:
    def __init__(self, error):
        self.error = error

    def then(self, f):
        return self

    def otherwise(self, default):
        return default

    def __repr__(self):
        return f"Err({self.error!r})"


def lens(*path):
    def get(data):
        return reduce(lambda d, k: d[k], path, data)

    def put(data, value, keys=path):
        if not keys:
            return value
        head, *rest = keys
        copy = dict(data) if isinstance(data, dict) else list(data)
        copy[head] = put(data[head], value, rest)
        return copy

    return get, put, lambda data, f: put(data, f(get(data)))


def iterate(f, x):
    while True:
        yield x
        x = f(x)


def unfold(f, seed):
    while (step := f(seed)) is not None:
        value, seed = step
        yield value


def group_by(key, items):
    return reduce(lambda acc, x: {**acc, key(x): acc.get(key(x), []) + [x]}, items, {})


increment, double = partial(add, 1), partial(mul, 2)
print(compose(increment, double)(5), compose(double, increment)(5), compose()(7),
      pipe(3, double, increment, str))
add3 = curry(lambda a, b, c: (a, b, c), 3)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3), flip(pow)(2, 5))
print(list(islice(iterate(double, 1), 8)),
      list(takewhile(lambda x: x < 50, iterate(lambda x: x * 3, 2))))
print(list(unfold(lambda n: (n % 10, n // 10) if n else None, 12345)),
      list(unfold(lambda p: (p[0], (p[1], sum(p))) if p[0] < 40 else None, (0, 1))))
parse = lambda text: Ok(text).then(int).then(lambda n: 100 // n).then(lambda n: n + 1)
print([parse(t) for t in ("5", "0", "x", "200")], [parse(t).otherwise(-1) for t in ("5", "0")])
data = {"user": {"name": "ann", "tags": ["a", "b"]}, "n": 1}
get, put, over = lens("user", "tags", 1)
print(get(data), put(data, "z"), over(data, str.upper), data)
words = "the quick brown fox jumps over the lazy dog".split()
print(group_by(len, words), group_by(itemgetter(0), ["apple", "avocado", "bean"]))
print(pipe(words, partial(map, len), partial(filter, lambda n: n > 3), sorted, lambda ns: ns[::-1]))
print(reduce(lambda acc, w: {**acc, w: acc.get(w, 0) + 1}, words, {})["the"],
      list(chain.from_iterable(map(reversed, ["ab", "cd"]))))
Y = lambda f: (lambda x: x(x))(lambda x: f(lambda *a: x(x)(*a)))
print(Y(lambda fact: lambda n: 1 if n < 2 else n * fact(n - 1))(20),
      (lambda *fs: [f(3) for f in fs])(double, increment, str))
zero = lambda f: lambda x: x
succ = lambda n: lambda f: lambda x: f(n(f)(x))
plus = lambda m: lambda n: lambda f: lambda x: m(f)(n(f)(x))
to_int = lambda n: n(lambda x: x + 1)(0)
three = succ(succ(succ(zero)))
print(to_int(three), to_int(plus(three)(three)), to_int(succ(plus(three)(three))))
