# Hash and equality: across int, float.
print(1 == 1.0 == True, hash(1) == hash(1.0) == hash(True), 0 == 0.0 == False,
      hash(0) == hash(-0.0), hash(2 ** 70) == hash(2.0 ** 70))
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1], len(d), 1.0 in d, True in {0: 1}, {1, 1.0, True, 2}, {0.5: "half"}[1 / 2],
      {False: 0}[0.0])
print((1, 2) == (1.0, 2.0), hash((1, 2)) == hash((1.0, 2.0)), (1, (2, 3)) in {(1, (2, 3))},
      {(1,): "t"}[(True,)])
print("a" == b"a", [1] == (1,), {1} == frozenset({1}),
      hash(frozenset({1})) == hash(frozenset([1.0])), {} == [], "" == None, 0 == "", 0 == None)
print("abc" == "".join(["a", "bc"]), hash("abc") == hash("ab" + "c"), b"x" == bytearray(b"x"),
      range(3) == range(0, 3), [] == [], {} == {})
print(10 ** 30 == 10 ** 30, hash(10 ** 30) == hash(10 ** 30), 10 ** 30 in {10 ** 30: 1},
      1 << 64 in {2 ** 64}, -1 in {-1}, hash(-1) == hash(-2))


class Plain:
    pass


class Value:
    def __init__(self, v):
        self.v = v

    def __eq__(self, other):
        return isinstance(other, Value) and self.v == other.v

    def __hash__(self):
        return hash(("Value", self.v))

    def __repr__(self):
        return f"V{self.v}"


class NoHash:
    def __eq__(self, other):
        return True


class SameHash:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        print("eq", self.n, other.n, end="; ")
        return self.n == other.n


class OnlyHash:
    def __hash__(self):
        return 1


class Child(Value):
    pass


class ChildEq(Value):
    def __eq__(self, other):
        return False


p, q = Plain(), Plain()
print(p == p, p == q, p != q, p in [p], p in {p}, q in {p: 1}, hash(p) == hash(p), {p: 1, q: 2}[q])
print(Value(1) == Value(1), Value(1) != Value(1), Value(1) is Value(1), Value(1) in {Value(1)},
      {Value(1): "x"}[Value(1)], len({Value(1), Value(1), Value(2)}))
print(Value(1) == Child(1), Child(1) in {Value(1)}, Value(1) == 1, 1 == Value(1),
      [Value(1)] == [Value(1)], (Value(1), 2) in [(Value(1), 2)])
print(NoHash() == 5, 5 == NoHash(), NoHash() != 5, OnlyHash() in {OnlyHash(): 1},
      [NoHash()].count(3), [1, NoHash()].index("anything"))
collide = {SameHash(1): "a", SameHash(2): "b"}
print()
print(collide[SameHash(2)], SameHash(3) in collide)
for label, action in [
    ("no hash", lambda: hash(NoHash())),
    ("no hash in set", lambda: {NoHash()}),
    ("child eq", lambda: hash(ChildEq(1))),
    ("list", lambda: {[1]: 1}),
    ("dict in set", lambda: {1, {}}),
    ("tuple of list", lambda: hash((1, [2]))),
    ("set", lambda: {set(): 1}),
    ("bytearray", lambda: hash(bytearray())),
    ("slice", lambda: hash(slice(1))),
]:
    try:
        print(label, action())
    except TypeError as error:
        print(f"{label}: {error}")


class Left:
    def __eq__(self, other):
        print("Left eq", type(other).__name__)
        return NotImplemented


class Right:
    def __eq__(self, other):
        print("Right eq", type(other).__name__)
        return True


print(Left() == Right(), Right() == Left(), Left() == Left(), Left() != Right())
nan = float("nan")
print(nan == nan, [nan] == [nan], nan in [nan], {nan: 1}.get(nan), (nan,) == (nan,),
      [float("nan")] == [float("nan")])
memo = {}


def cached(*args, **kwargs):
    key = (args, tuple(sorted(kwargs.items())))
    return memo.setdefault(key, len(memo))


print(cached(1, 2), cached(1.0, 2), cached(1, 2, k=3), cached(2, 1), cached(k=3), cached(True, 2),
      len(memo))
print(sorted({3: 1, 1: 2, 2.0: 3}), list({2: 1, 1: 1, 2.0: 5}.items()),
      dict([(1, "a"), (1.0, "b")]), {True: 1, 1: 2, 1.0: 3})
