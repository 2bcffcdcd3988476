# repr and str of nested and recursive containers, quotes, floats inside, own classes inside.
print([1, [2, [3, [4, []]]]], (1, (2, (3,)), ()), {"a": {"b": {"c": {}}}},
      [{}, (), set(), "", b"", None])
print({"list": [1, 2], "tuple": (1,), "set": {1}, "frozen": frozenset({2}), "none": None,
       "str": "it's", "bytes": b'"'})
print([0.1, 1.0, -0.0, 1e100, float("inf"), float("nan"), 1e-7], (True, False), [10 ** 25],
      {1.5: 2.5})
print(["a'b", 'a"b', "a'b\"c", "a\\b", "a\nb", "\t", "é", "\x00", "😀", "\u2028", " "])
print([range(3), slice(1, 2), ..., NotImplemented, int, len, print], [bytearray(b"x")], [1 < 2])
a = [1]
a.append(a)
d = {"self": None}
d["self"] = d
t = ([],)
t[0].append(t)
s = [a, d]
s.append(s)
print(a, d, t, s, [a, a], {"k": a})
print(str([1, "x"]), repr({"k": "v"}), f"{[1, 'a']}", "%s %r" % ([1], "a"),
      "{} {!r}".format((1,), ["b"]), str({1}), str(()))


class Point:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"Point({self.x!r})"

    def __str__(self):
        return f"<{self.x}>"


class Node:
    def __init__(self, value):
        self.value, self.next = value, None

    def __repr__(self):
        return f"Node({self.value}, {self.next!r})"


p = Point("q")
print(p, [p], (p,), {"k": p}, {p.x: [p]}, f"{p} {p!r} {[p]}", "%s %r" % (p, p), str(p), repr(p))
n = Node(1)
n.next = Node(2)
n.next.next = Node([3, Node(4)])
print(n)


class Broken:
    def __repr__(self):
        return 5


class Raises:
    def __repr__(self):
        raise ValueError("no repr")


for bad in (Broken(), Raises()):
    for action in (lambda: repr(bad), lambda: str([bad]), lambda: f"{bad}",
                   lambda: print({1: bad})):
        try:
            action()
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)


class Sub(list):
    pass


class SubDict(dict):
    def __repr__(self):
        return f"SubDict{super().__repr__()}"


class SubStr(str):
    pass


class SubInt(int):
    pass


print(Sub([1, 2]), [Sub()], SubDict(a=1), [SubDict()], SubStr("x"), [SubStr("y")], SubInt(5),
      [SubInt(6)])
print((1,), (1, 2), ((1,),), ([1],), {(1,): (2,)}, {frozenset()}, [()], [[]], {"": ""})
deep = []
for _ in range(50):
    deep = [deep]
print(deep)
mixed = {"users": [{"name": "ann", "tags": ("x", "y"), "score": 9.5},
                   {"name": "bob", "tags": (), "score": None}]}
print(mixed, mixed["users"][0]["tags"], sep="\n")
print(*[[1], (2,), {3: 4}], sep=" | ")
print({}.keys(), {1: 2}.values(), {1: 2}.items(), enumerate([]).__class__.__name__, sorted({2, 1}),
      reversed([1]).__class__.__name__)
print([ValueError("x"), KeyError("k"), OSError(1, "m")], (StopIteration(),),
      {"e": ZeroDivisionError("z")})
