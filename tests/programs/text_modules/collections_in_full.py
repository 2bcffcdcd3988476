"""collections and types: what Counter, ChainMap, OrderedDict, the User classes and named tuples can."""
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, deque, defaultdict, namedtuple
import collections.abc
import types
c = Counter("abracadabra")
print(c, c.most_common(2), c + Counter("abc"), c - Counter("aab"), c & Counter("abz"), c | Counter("zz"), +Counter(a=-1, b=2), -Counter(a=-1, b=2), c.total(), list(c.elements())[:4], c["zz"])
c.update("xyz"); c.subtract({"a": 10}); print(c, sorted(c), c == Counter(c), Counter(a=1) <= Counter(a=2), Counter(a=1, b=1) >= Counter(a=1), Counter(a=3) > Counter(a=2), repr(Counter()))
c += Counter("a" * 20); print(c["a"]); c -= Counter(a=5); c &= Counter(a=2, b=9); c |= Counter(q=1); print(c, c.copy(), Counter({"x": 2}) == {"x": 2})
try:
    Counter.fromkeys("ab")
except NotImplementedError as e:
    print(e)
o = OrderedDict(a=1, b=2, c=3); o.move_to_end("a"); o.move_to_end("c", last=False); print(o, o.popitem(last=False), list(reversed(o)), o == OrderedDict(b=2, a=1), o == {"a": 1, "b": 2}, o | {"z": 1}, OrderedDict.fromkeys("xy", 0))
m = ChainMap({"a": 1}, {"a": 2, "b": 3}); print(m, m["a"], m["b"], len(m), list(m), m.new_child({"c": 9}), m.parents, m.maps, dict(m), "b" in m, m.get("q", 5))
m["z"] = 1; del m["a"]; print(m.maps, m.pop("z"), m | {"k": 1})
try:
    del m["b"]
except KeyError as e:
    print(e)
class D(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)
d = D(a=1); d.update(b=2); print(d, d.data, "A" in d, d.get("B"), len(d), list(d.items()), d.copy(), d | {"c": 3})
l = UserList([3, 1, 2]); l.sort(); l.append(9); print(l, l + [1], l[1:], l * 2, l.index(9), sorted(l), l == [1, 2, 3, 9], isinstance(l, collections.abc.MutableSequence))
s = UserString("hello"); print(s.upper(), s + " x", s[1:3], s == "hello", len(s), s.split("l"), f"{s:>8}", s % (), hash(s) == hash("hello"))
P = namedtuple("P", "x y z", defaults=[0]); p = P(1, 2); print(p, p._asdict(), p._replace(x=5), P._fields, P._field_defaults, P._make([1, 2, 3]), p == (1, 2, 0))
for bad in (lambda: namedtuple("Q", "class x"), lambda: namedtuple("Q", "x x"), lambda: P(), lambda: namedtuple("Q", "_a"), lambda: p._replace(q=1)):
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(namedtuple("Q", "class x x", rename=True)._fields)
q = deque([1, 2, 3], maxlen=3); q.append(4); q.appendleft(0); q.rotate(1); q.extend([7]); print(q, q.maxlen, q.count(7), q.index(0), q.copy(), list(reversed(q)), q == deque([0, 2, 7]), deque("ab") + deque("c"), deque([1]) * 2, q[-1])
dd = defaultdict(lambda: [0], x=1); dd["q"].append(1); print(dict(dd), dd | {"a": 1}, dd.default_factory is not None, repr(defaultdict(int, a=1)))
ns = types.SimpleNamespace(a=1, b="x"); ns.c = [1]; print(ns, ns == types.SimpleNamespace(a=1, b="x", c=[1]), vars(ns), types.MappingProxyType({"a": 1}))
try:
    types.MappingProxyType({})["a"] = 1
except TypeError as e:
    print(e)
