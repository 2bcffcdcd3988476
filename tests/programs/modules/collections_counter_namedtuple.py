# collections: Counter, OrderedDict, ChainMap and namedtuple.
from collections import ChainMap, Counter, OrderedDict, namedtuple

c = Counter("abracadabra")
print(c, c["a"], c["z"], c.most_common(2), c.total(), len(c), sorted(c.elements()))
c.update("aab")
c.subtract({"a": 3, "q": 1})
print(c, c.most_common()[-1], +c, dict(c))
print(Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=5))
print(Counter(a=3, b=1) & Counter(a=1, b=2), Counter(a=3) | Counter(a=1, b=2), -Counter(a=-2, b=1))
print(Counter([1, 1, 2]) == Counter({1: 2, 2: 1}), Counter("ab") <= Counter("aab"), Counter(),
      bool(Counter()))
words = "the cat the dog the end".split()
print(Counter(words).most_common(1), Counter(len(w) for w in words), list(Counter("hello")))
del c["a"]
c["new"] += 1
print("a" in c, c["new"], c.pop("b"), sum(c.values()))

o = OrderedDict([("b", 2), ("a", 1)])
o["c"] = 3
o.move_to_end("b")
o.move_to_end("c", last=False)
print(o, list(o), o.popitem(), o.popitem(last=False), o)
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1) == {"a": 1},
      list(reversed(OrderedDict(a=1, b=2))))

defaults = {"color": "red", "size": 1}
chain = ChainMap({"size": 5}, defaults)
print(chain["size"], chain["color"], sorted(chain), len(chain), chain.get("none"), "color" in chain)
child = chain.new_child({"color": "blue"})
child["extra"] = True
print(child["color"], child.parents["color"], child.maps[0], defaults, dict(sorted(child.items())))

Point = namedtuple("Point", ["x", "y"])
p = Point(1, y=2)
print(p, p.x, p[1], p == (1, 2), len(p), p._fields, Point._fields, isinstance(p, tuple))
x, y = p
print(x, y, p._replace(x=10), p._asdict(), Point._make([7, 8]), p + (3,), max(p),
      hash(p) == hash((1, 2)))
Person = namedtuple("Person", "name age city", defaults=["nowhere"])
print(Person("ann", 5), Person("bob", 7, "here"), Person._field_defaults,
      sorted([Person("b", 1), Person("a", 2)]))


class Vector(namedtuple("Vector", "x y")):
    __slots__ = ()

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    @property
    def norm2(self):
        return self.x ** 2 + self.y ** 2


v = Vector(3, 4) + Vector(1, 0)
print(v, v.norm2, isinstance(v, Vector), {v: "key"}[Vector(4, 4)], [n for n in v])
for label, action in [
    ("set", lambda: setattr(p, "x", 5)),
    ("few", lambda: Point(1)),
    ("many", lambda: Point(1, 2, 3)),
    ("keyword", lambda: Point(1, z=2)),
    ("index", lambda: p[5]),
    ("attribute", lambda: p.z),
    ("replace", lambda: p._replace(q=1)),
    ("make", lambda: Point._make([1])),
    ("field", lambda: namedtuple("Bad", "class x")),
    ("duplicate", lambda: namedtuple("Bad", "x x")),
    ("ordered pop", lambda: OrderedDict().popitem()),
    ("chain", lambda: chain["missing"]),
    ("counter del", lambda: Counter().pop("a")),
]:
    try:
        print(label, action())
    except (AttributeError, TypeError, IndexError, ValueError, KeyError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
