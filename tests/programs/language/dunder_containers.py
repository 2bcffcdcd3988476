# Container and attribute protocols: getitem forms, iteration by index, iterators, getattr, del.
class Grid:
    def __init__(self, width, height):
        self.width, self.height = width, height
        self.cells = {}

    def __getitem__(self, key):
        print("get", key)
        return "slice" if isinstance(key, slice) else self.cells.get(key, ".")

    def __setitem__(self, key, value):
        print("set", key, value)
        self.cells[key] = value

    def __delitem__(self, key):
        print("del", key)
        del self.cells[key]

    def __contains__(self, key):
        return key in self.cells

    def __len__(self):
        return len(self.cells)


g = Grid(2, 2)
g[0, 1] = "x"
g["name"] = 5
g["name"] += 1
print(g[0, 1], g["name"], g[1:2], g[::3], g[..., 1], (0, 1) in g, len(g), bool(g))
del g["name"]
print(len(g), "name" in g)


class Sequence:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError(i)
        return i * i


s = Sequence(5)
print(list(s), [x for x in s], 9 in s, 7 in s, max(s), sum(s), tuple(s), *s)
a, b, *rest = s
print(a, b, rest, dict(enumerate(s)), list(zip(s, "abc")))
it = iter(s)
print(next(it), next(it), list(it), next(it, "over"))


class Countdown:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(list(c), list(c))
for i in Countdown(2):
    for j in Countdown(i):
        print((i, j), end=" ")
print()


class Tree:
    def __init__(self, value, *children):
        self.value, self.children = value, children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child

    def __reversed__(self):
        return reversed(list(self))

    def __len__(self):
        return 1 + sum(len(c) for c in self.children)


tree = Tree(1, Tree(2, Tree(3)), Tree(4))
print(list(tree), len(tree), list(reversed(tree)), sum(tree), 3 in tree, sorted(tree, reverse=True))


class Dynamic:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("no"):
            raise AttributeError(f"refused {name}")
        return f"made {name}"

    def __setattr__(self, name, value):
        if name == "locked":
            raise AttributeError("locked is locked")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("delattr", name)
        object.__delattr__(self, name)


d = Dynamic()
print(d.real, d.anything, getattr(d, "nope", "default"), hasattr(d, "nothing"), hasattr(d, "x"))
d.real = 2
del d.real
print(d.real)
for action in (lambda: d.nope, lambda: setattr(d, "locked", 1)):
    try:
        action()
    except AttributeError as error:
        print(error)


class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, x, *more, scale=1):
        return (self.n + x + sum(more)) * scale


add5 = Adder(5)
print(add5(1), add5(1, 2, scale=10), list(map(add5, [1, 2])), callable(add5), callable(g))


class Bag:
    def __init__(self, items):
        self.items = list(items)

    def __iter__(self):
        return iter(self.items)

    def __eq__(self, other):
        return sorted(self) == sorted(other)

    def __hash__(self):
        return hash(tuple(sorted(self)))


print(Bag("ab") == Bag("ba"), Bag("a") != Bag("b"), len({Bag("ab"), Bag("ba")}),
      {Bag([1]): "v"}[Bag([1])])


class NoNext:
    def __iter__(self):
        return 5


class NotIter:
    __iter__ = None


for bad in (NoNext(), NotIter(), 5):
    try:
        list(bad)
    except TypeError as error:
        print(error)
for label, action in [
    ("index str", lambda: Sequence("x")[1]),
    ("next", lambda: next(Sequence(1))),
    ("len", lambda: len(Sequence(2))),
    ("reversed", lambda: list(reversed(Countdown(2)))),
    ("setitem", lambda: Sequence(1).__setitem__(0, 1)),
]:
    try:
        print(label, action())
    except (TypeError, AttributeError) as error:
        print(label, "->", error)
