# Classes: attributes, methods, class and instance state, str and repr, equality, bound methods.
class Point:
    """A point in the plane."""
    dimensions = 2
    made = 0

    def __init__(self, x=0, y=0):
        self.x = x
        self.y = y
        Point.made += 1

    def __repr__(self):
        return f"Point({self.x!r}, {self.y!r})"

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def moved(self, dx=0, dy=0):
        return Point(self.x + dx, self.y + dy)

    def norm2(self):
        return self.x ** 2 + self.y ** 2


p, q = Point(1, 2), Point(y=5)
print(p, q, str(p), [p, q], {"p": p}, (q,))
print(p == Point(1, 2), p != q, p == "p", p is p, p in [Point(1, 2)], len({p, Point(1, 2), q}))
print(p.moved(1).moved(dy=3), p.norm2(), Point.norm2(q), Point.made, p.made)
print(Point.__name__, Point.__doc__, type(p).__name__, type(p) is Point, isinstance(p, Point),
      p.__class__.__name__)
p.x = 10
p.label = "new attribute"
print(p.x, p.label, p.dimensions, Point.dimensions)
p.dimensions = 3
print(p.dimensions, Point.dimensions, q.dimensions)
Point.dimensions = 4
print(p.dimensions, q.dimensions)
Point.origin = Point()
print(q.origin, Point.origin == Point(0, 0))
print(p.__dict__, q.__dict__, vars(q))
print(hasattr(p, "x"), hasattr(p, "z"), getattr(p, "y"), getattr(p, "z", "default"))
setattr(p, "z", 7)
print(p.z)
delattr(p, "z")
print(hasattr(p, "z"))

move = p.moved
print(move(1, 1), callable(move), move.__name__, move.__self__ is p, Point.moved(p, 2))


class Empty:
    pass


e = Empty()
e.a = e.b = 1
e.list = []
e.list.append(e.a)
print(e.a, e.b, e.list, e == e, e == Empty(), e != Empty(), bool(e))


class Shared:
    items = []
    count = 0

    def add(self, item):
        self.items.append(item)
        self.count += 1


s1, s2 = Shared(), Shared()
s1.add("x")
s2.add("y")
print(s1.items, s1.items is s2.items, s1.count, s2.count, Shared.count)


class OnlyStr:
    def __str__(self):
        return "only str"


class OnlyRepr:
    def __repr__(self):
        return "only repr"


print(OnlyStr(), OnlyRepr(), [OnlyRepr()], f"{OnlyStr()} {OnlyRepr()!s} {OnlyRepr()}",
      str(OnlyRepr()))


class Chain:
    def __init__(self):
        self.log = []

    def add(self, x):
        self.log.append(x)
        return self

    def __len__(self):
        return len(self.log)


print(Chain().add(1).add(2).add(3).log, len(Chain().add(1)))


class Body:
    total = 0
    for i in range(4):
        total += i
    squares = [n * n for n in range(3)]
    if total > 3:
        def method(self):
            return "defined in an if"

    class Nested:
        value = "nested"

        def get(self):
            return self.value


print(Body.total, Body.squares, Body().method(), Body.Nested.value, Body.Nested().get(), Body.i)


def make(name):
    class Local:
        def hello(self):
            return f"hello from {name}"
    return Local


A, B = make("A"), make("B")
print(A().hello(), B().hello(), A is B, A.__name__)

for label, action in [
    ("missing", lambda: p.nothing),
    ("missing method", lambda: p.nothing()),
    ("class attr", lambda: Point.nothing),
    ("not callable", lambda: p()),
    ("too many", lambda: Point(1, 2, 3)),
    ("method args", lambda: p.moved(1, 2, 3)),
    ("no self", lambda: Point.norm2()),
    ("unordered", lambda: p < q),
    ("no add", lambda: p + q),
    ("no len", lambda: len(p)),
    ("no index", lambda: p[0]),
    ("no iter", lambda: list(p)),
    ("no in", lambda: 1 in p),
    ("no neg", lambda: -p),
    ("empty args", lambda: Empty(1)),
    ("int attr", lambda: (5).foo),
]:
    try:
        print(label, action())
    except (AttributeError, TypeError) as error:
        print(label, "->", type(error).__name__ + ":", error)
