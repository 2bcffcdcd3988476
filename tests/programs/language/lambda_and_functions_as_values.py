# Functions as values: lambda of every shape, functions in containers, sort keys, attributes.
square = lambda x: x * x
add = lambda a, b=10, *rest, c=0, **kw: (a + b + sum(rest) + c, kw)
const = lambda: 42
print(square(7), add(1), add(1, 2, 3, 4, c=5, z=6), const())
print(square.__name__, const.__name__)
print((lambda *a: a)(1, 2), (lambda **k: k)(x=1), (lambda x, /, y, *, z: x + y + z)(1, 2, z=3))

table = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b if b else None,
}
for op in "+-*/":
    print(op, table[op](9, 3), table[op](1, 0))

words = ["pear", "fig", "banana", "kiwi", "Apple"]
print(sorted(words))
print(sorted(words, key=len))
print(sorted(words, key=lambda w: (len(w), w.lower())))
print(sorted(words, key=str.lower, reverse=True))
print(max(words, key=len), min(words, key=len))
print(list(map(lambda w: w[::-1], words)))
print(list(filter(lambda w: "a" in w, words)))


def apply_n(f, n, x):
    for _ in range(n):
        x = f(x)
    return x


print(apply_n(lambda x: x * 2, 10, 1))

curry = lambda a: lambda b: lambda c: (a, b, c)
print(curry(1)(2)(3))

fact = lambda n: 1 if n <= 1 else n * fact(n - 1)
print(fact(20), fact(30))


def tagged():
    """The doc string of tagged."""
    return tagged.count


tagged.count = 5
tagged.label = "L"
print(tagged(), tagged.label, tagged.__doc__, tagged.__name__)
print(hasattr(tagged, "count"), hasattr(tagged, "nope"))
try:
    tagged.nope
except AttributeError as error:
    print(error)

handlers = [print, len, str.upper, list, int, "abc".find]
print([callable(h) for h in handlers], callable(3), callable("x"))
print(handlers[1]("four"), handlers[2]("up"), handlers[3]("ab"), handlers[4]("12"),
      handlers[5]("c"))

upper = "shout".upper
push = (stack := []).append
push(1)
push(2)
print(upper(), stack)

choose = lambda n: "neg" if n < 0 else "zero" if n == 0 else "pos"
print([choose(n) for n in (-5, 0, 5)])

pairs = [(1, "b"), (2, "a"), (0, "c")]
pairs.sort(key=lambda p: p[1])
print(pairs)

same = square
print(same is square, square == same, (lambda: 1) == (lambda: 1))
print(type(square).__name__, type(len).__name__)
print((lambda: (yield))().__class__.__name__)
try:
    (lambda x: x)()
except TypeError as error:
    print(error)
