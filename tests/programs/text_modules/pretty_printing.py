"""pprint and reprlib: values over several lines, and cut short."""
import collections
import dataclasses
import reprlib
import types
from pprint import PrettyPrinter, isreadable, isrecursive, pformat, pp, pprint, saferepr

pprint({"name": "x", "values": [1, 2, 3], "nested": {"b": 1, "a": [True, None]}})
data = {"users": [{"id": i, "name": f"user number {i}", "tags": ["alpha", "beta", "gamma"], "active": i % 2 == 0} for i in range(3)], "total": 3, "meta": {"page": 1, "next": None}}
pprint(data)
pp(data)
pprint(data, width=40)
pprint(data, indent=4, width=60)
pprint(data, depth=2)
pprint(data, compact=True, width=50)
print(pformat(list(range(60))))
pprint(list(range(60)), compact=True)
pprint(["word " * 30, "short", "line one\nline two is a bit longer than the others\nthree"], width=50)
pprint("a very long string that has to be broken somewhere because it does not fit on one line at all, really")
pprint(("only one",), width=5)
pprint({3, 1, 2}), pprint(frozenset(range(40))), pprint(set(), width=1)
pprint({1: "a", "b": 2, None: 3, (1, 2): 4})
pprint(b"\x00\x01binary data that is long enough to be broken into chunks of four bytes each, yes" * 2)
pprint(bytearray(b"abc" * 40))
pprint(collections.OrderedDict((f"key{i}", "v" * 20) for i in range(5)))
pprint(collections.Counter("abracadabra" * 3 + "xyz"), width=20)
pprint(collections.defaultdict(list, {f"k{i}": list(range(8)) for i in range(4)}))
pprint(collections.deque(range(40))), pprint(collections.deque(range(30), maxlen=30), width=60)
pprint(collections.ChainMap({"a" * 30: 1}, {"b" * 50: 2}))
pprint(types.SimpleNamespace(alpha="a" * 30, beta="b" * 40, gamma=[1, 2]))
pprint(types.MappingProxyType({f"k{i}": "v" * 25 for i in range(4)}))
Point = collections.namedtuple("Point", "x y")
pprint([Point(i, i * 2) for i in range(12)])


@dataclasses.dataclass
class Item:
    name: str
    tags: list
    hidden: int = dataclasses.field(default=1, repr=False)


pprint(Item("n" * 40, ["t" * 20] * 3))
pprint([Item("a", []), Item("b", [1])])
rec = [1, 2]
rec.append(rec)
print(isrecursive(rec), isreadable([1]), isreadable(rec), saferepr({"z": 1, "a": 2}), isreadable(object()))
pprint(1234567890, underscore_numbers=True), pprint({"big": 123456789012}, underscore_numbers=True)
pprint([]), pprint({}), pprint(()), pprint(None), pprint("x" * 100), pprint(3.5)
pprint({"b": 1, "a": 2}, sort_dicts=False)
pprint([[["deep", ["deeper", ["deepest"] * 10]]]], width=30)
for bad in (lambda: pprint(1, indent=-1), lambda: pprint(1, depth=0), lambda: pprint(1, width=0)):
    try:
        bad()
    except ValueError as e:
        print(e)


class My(PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, int):
            return hex(object), True, False
        return super().format(object, context, maxlevels, level)


My().pprint({"a": 255, "b": [16, 17]})
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 100), reprlib.repr({i: i for i in range(10)}), reprlib.repr(set(range(9))), reprlib.repr((1,)), reprlib.repr([[[[[[[[1]]]]]]]]), reprlib.repr(10 ** 60))
r = reprlib.Repr(); r.maxlist = 2; r.maxstring = 10
print(r.repr([1, 2, 3]), r.repr("hello world foo"), r.repr(collections.deque([1, 2])), r.repr(frozenset()))


class Node:
    def __init__(self):
        self.children = [self]

    @reprlib.recursive_repr()
    def __repr__(self):
        return f"Node({self.children!r})"


print(Node(), Node.__repr__.__name__)
