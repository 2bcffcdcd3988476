# Generators: laziness, yield as an expression, return values, infinite ones, pipelines, next.
def count(n):
    print("start")
    i = 0
    while i < n:
        yield i
        i += 1
    print("end")
    return "result"


g = count(2)
print("made", type(g).__name__)
print(next(g), next(g))
try:
    next(g)
except StopIteration as stop:
    print("StopIteration", stop.value)
try:
    next(g)
except StopIteration as stop:
    print("again", stop.value)
print(list(count(1)), list(count(0)), next(count(0), "default"))


def squares():
    n = 0
    while True:
        yield n * n
        n += 1


def take(n, iterable):
    for i, item in enumerate(iterable):
        if i >= n:
            return
        yield item


def evens(iterable):
    for x in iterable:
        if x % 2 == 0:
            yield x


print(list(take(5, squares())), list(take(4, evens(squares()))), sum(take(10, squares())))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


for i, f in enumerate(fib()):
    if f > 1000:
        print("stopped at", i, f)
        break


def nothing():
    return
    yield


print(list(nothing()), [x for x in nothing()], max(nothing(), default=None))


def tree_walk(node):
    if node:
        left, value, right = node
        for v in tree_walk(left):
            yield v
        yield value
        for v in tree_walk(right):
            yield v


print(list(tree_walk(((None, 1, None), 2, ((None, 3, None), 4, None)))))


def with_finally():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")


for x in with_finally():
    print(x)
    break
print("after break")
print(list(with_finally()))


def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1


print(list(take(12, primes())))
a, b, *c = take(5, squares())
print(a, b, c, *take(2, fib()), dict(zip("abc", squares())), 16 in squares(), tuple(take(2, "xyz")))


def chunks(items, size):
    for start in range(0, len(items), size):
        yield items[start:start + size]


def window(items, n):
    held = []
    for item in items:
        held.append(item)
        if len(held) == n:
            yield tuple(held)
            held.pop(0)


print(list(chunks("abcdefg", 3)), list(window(range(5), 3)))


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield items[i:i + 1] + rest


print(list(permutations("abc")), sum(1 for _ in permutations([1, 2, 3, 4])))


def raises():
    yield 1
    raise ValueError("inside")


r = raises()
print(next(r))
try:
    next(r)
except ValueError as error:
    print(error)
print(next(r, "finished after the error"))


class Tree:
    def __init__(self, *items):
        self.items = items

    def __iter__(self):
        for item in self.items:
            if isinstance(item, Tree):
                yield from item
            else:
                yield item


print(list(Tree(1, Tree(2, Tree(3)), 4)))


def arguments(*args, **kwargs):
    for a in args:
        yield a
    for k in kwargs:
        yield k, kwargs[k]


print(list(arguments(1, 2, x=3)))
gens = [count(1) for _ in range(2)]
print([next(g) for g in gens])


def stop_inside():
    yield 1
    raise StopIteration("bad")


try:
    list(stop_inside())
except RuntimeError as error:
    print(error)


def reenter():
    yield next(me)


me = reenter()
try:
    next(me)
except ValueError as error:
    print(error)
try:
    next(5)
except TypeError as error:
    print(error)
try:
    len(squares())
except TypeError as error:
    print(error)
