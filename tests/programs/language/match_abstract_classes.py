# match: what counts as a sequence and as a mapping among classes of collections and collections.abc; infinite constants.
import collections
import collections.abc
from collections.abc import Sequence, Mapping
class Seq(Sequence):
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i
    def __len__(self): return 3
class Mp(Mapping):
    def __getitem__(self, k): return {"a": 1}[k]
    def __len__(self): return 1
    def __iter__(self): return iter({"a": 1})
for x in (Seq(), Mp(), collections.UserDict(a=5), collections.UserList([1, 2, 3]), collections.deque([1, 2, 3]), collections.ChainMap({"a": 9}), collections.OrderedDict(a=1), range(3), "abc", b"abc"):
    match x:
        case [a, *rest]: print("seq", a, rest)
        case {"a": v, **kw}: print("map", v, kw)
        case _: print("none", type(x))
@Sequence.register
class Late:
    def __getitem__(self, i): return "xy"[i]
    def __len__(self): return 2
match Late():
    case [p, q]: print("late", p, q)
    case _: print("no")
print(-1e999, 1e999, float("-inf"), -1e400 == -1e999, [1e500, -1e500])
