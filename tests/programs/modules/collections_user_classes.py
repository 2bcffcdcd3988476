# UserDict, UserList, UserString and ChainMap: classes to derive from; what counts as which abstract class.
from collections import UserDict, UserList, UserString, ChainMap, Counter, namedtuple, deque, OrderedDict, defaultdict
import collections
from collections.abc import Mapping, MutableMapping, Sequence, MutableSequence, Hashable
class Lower(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
d = Lower({"A": 1}, B=2)
d.update(C=3); print(d, d["a"], d.get("zz"), "a" in d, list(d.items()), len(d), dict(d), d.copy(), type(d.copy()))
print(d | {"Q": 9}, {"Z": 1} | d, d == {"a": 1, "b": 2, "c": 3}, d.pop("a"), d.setdefault("x", 5), d)
try: d["nope"]
except KeyError as e: print("KeyError", e)
class L(UserList):
    def append(self, x): super().append(x * 2)
l = L([1, 2]); l.append(4); l += [5]; print(l, l[0], l[1:], type(l[1:]), l + [1], [0] + l, l * 2, len(l), 4 in l, sorted(l), l.index(2), l.count(8), l == [1, 2, 8, 5])
l.extend([7]); l.insert(0, 9); l.sort(); l.reverse(); print(l, l.pop(), list(reversed(l)), bool(L()))
s = UserString("Hello"); print(s, repr(s), s.upper(), type(s.upper()), s + "x", "y" + s, s[1:3], len(s), "ell" in s, s == "Hello", s.split("l"), s.center(11, "*"), s.replace("l", "L"), f"{s}", hash(s) == hash("Hello"), sorted(s))
c = ChainMap({"a": 1}, {"b": 2, "a": 3}); print(c, dict(c), c["a"], list(c), c.parents, c.new_child({"z": 1}), len(c), isinstance(c, Mapping), isinstance(d, MutableMapping), isinstance(l, MutableSequence), isinstance(s, Sequence), c.get("q"), c == {"a": 1, "b": 2}, list(c.items()), c.keys(), c | {"r": 1})
c["n"] = 5; del c["a"]; print(c, c.pop("n"))
try: del c["zzz"]
except KeyError as e: print(e)
print(Counter("banana"), collections.Counter, ChainMap, UserDict, UserList, UserString, namedtuple("P", "x y")(1, 2), deque, OrderedDict, defaultdict)
print(isinstance(deque(), MutableSequence), isinstance(OrderedDict(), MutableMapping), isinstance(Counter(), Mapping), isinstance(ChainMap(), Hashable))
class UD(UserDict):
    def __missing__(self, k): return k * 2
print(UD()["ab"], UD.fromkeys("ab", 0))
class Tracker(UserDict):
    def __delitem__(self, k): print("del", k); super().__delitem__(k)
t = Tracker(a=1); t.pop("a"); t["q"] = 1; del t["q"]; t["p"] = 2; t.clear(); print(t, t.popitem if 0 else None)
