# The iteration protocol: iter, next, sentinels, own iterators, several passes, zip of iterators.
class Fib:
    def __init__(self, limit):
        self.limit = limit

    def __iter__(self):
        a, b = 0, 1
        while a < self.limit:
            yield a
            a, b = b, a + b


class Cycle:
    def __init__(self, items, times):
        self.items, self.left, self.i = items, times * len(items), 0

    def __iter__(self):
        return self

    def __next__(self):
        if not self.left:
            raise StopIteration
        self.left -= 1
        item = self.items[self.i % len(self.items)]
        self.i += 1
        return item


class Peekable:
    def __init__(self, source):
        self.source = iter(source)
        self.held = []

    def peek(self, default=None):
        if not self.held:
            try:
                self.held.append(next(self.source))
            except StopIteration:
                return default
        return self.held[0]

    def __iter__(self):
        return self

    def __next__(self):
        return self.held.pop() if self.held else next(self.source)


f = Fib(30)
print(list(f), list(f), max(f), 13 in f, sorted(f, reverse=True)[:3], sum(f), tuple(zip(f, f)))
c = Cycle("ab", 2)
print(next(c), list(c), list(c), iter(c) is c)
p = Peekable([1, 2, 3])
out = []
while p.peek() is not None:
    if p.peek() == 2:
        out.append("two next")
    out.append(next(p))
print(out, p.peek("empty"))
it = iter([1, 2, 3, 4, 5])
print(next(it), [x for x in it if x < 4], next(it, "exhausted"))
it = iter("abcdef")
print(list(zip(it, it)), dict(zip(iter("ab"), range(9))),
      [a + b for a, b in zip(*[iter("wxyz")] * 2)])
data = [3, 1, 4, 0, 9]
source = iter(data)
print(list(iter(lambda: next(source), 0)), next(source))
n = [0]


def counter():
    n[0] += 1
    return n[0]


print(list(iter(counter, 5)))
for i, ch in enumerate("xy", 10):
    print(i, ch, end=" ")
for a, (b, c) in zip([1, 2], enumerate("pq")):
    print(a, b, c, end=" ")
print()
it = iter({"k": 1, "m": 2}.items())
print(next(it), next(it))
try:
    next(it)
except StopIteration as stop:
    print("StopIteration", stop.value)
e = enumerate(["x"])
print(next(e), next(e, None), list(reversed([1, 2])), list(reversed("ab")),
      list(reversed(range(3))), list(reversed({"a": 1})))
m = map(lambda x: x * 2, iter([1, 2, 3]))
print(next(m), list(m), list(m), list(map(lambda *a: a, "ab", "xyz")),
      list(filter(None, [0, 1, "", "a", None])))
types = [iter([]), iter(()), iter(""), iter({}), iter(set()), iter(range(0)), iter({}.items()),
         iter({}.values()), iter(b""),
         enumerate([]), zip(), map(len, []), filter(None, []), reversed([]), (i for i in [])]
print([type(t).__name__ for t in types], all(iter(t) is t for t in types))
a, b, *rest = Fib(20)
print(a, b, rest, [*Fib(5), *"z"], {*Fib(5)}, print(*Fib(10), sep="<"))
x = [1, 2, 3]
it = iter(x)
next(it)
x.append(4)
x.insert(0, 0)
print(list(it))


def walk(tree):
    stack = [iter(tree)]
    while stack:
        try:
            node = next(stack[-1])
        except StopIteration:
            stack.pop()
            continue
        if isinstance(node, (list, tuple)):
            stack.append(iter(node))
        else:
            yield node


print(list(walk([1, [2, (3, [4]), []], 5])))
for changed in ({1: 1}, {1}):
    try:
        for k in changed:
            changed.update({k + 1: 1} if isinstance(changed, dict) else {k + 1})
    except RuntimeError as error:
        print(error)
for action in (lambda: next([]), lambda: iter(5), lambda: next(iter([])), lambda: iter(5, 6),
               lambda: list(zip([1], 5)), lambda: enumerate()):
    try:
        action()
    except (TypeError, StopIteration) as error:
        print(type(error).__name__, error)
