# Truthiness, bool arithmetic, None, is and ==, and/or values, chained comparisons.
values = [0, 1, -1, 0.0, 0.5, "", "a", "0", [], [0], (), (0,), {}, {0: 0}, set(), {0}, None, True,
          False,
          b"", b"0", range(0), range(1), float("nan"), 10 ** 30]
for v in values:
    print(repr(v), bool(v), not v, "T" if v else "F", (v or "or"), (v and "and"), sep=" | ")
print(True and 0, False or "x", 1 and 2 and 3, 0 or [] or "", None or 0, 1 and [] and 3, not 1 == 2)
print(True == 1, False == 0, True is True, True + 1, True * 3.5, sum([True] * 5), True < 2, -True,
      True ** 2)
print(True & False, True | False, True ^ True, True & 1, 5 & True, ~False,
      type(True & False).__name__)
print(isinstance(True, int), isinstance(1, bool), type(True).__name__, int(True), float(True),
      str(True))
print([10, 20][True], "ab"[False], {True: "t"}[1], {1: "one"}[True], ["no", "yes"][3 > 2])
print(None is None, None == None, None == 0, None is not None, type(None).__name__, str(None),
      [None] * 2)
print(bool("False"), bool(" "), bool([None]), bool(-0.0), bool(0j) if False else False)

x = 5
print(1 < x < 10, 1 < x > 3, 10 > x >= 5, 1 < 3 < 2, 1 == 1 != 2, 1 < 2 < 3 < 4, 3 > 2 == 2,
      x == 5 == 5.0)


def seen(label, value):
    print("eval", label, end="; ")
    return value


print(seen("a", 1) < seen("b", 0) < seen("c", 5))
print(seen("a", 1) < seen("b", 2) < seen("c", 5))
print(seen("l", False) and seen("r", True), seen("l", True) or seen("r", 0))
print(seen("then", 1) if seen("cond", True) else seen("else", 2))
print(not seen("n", 0), seen("x", 0) or seen("y", 0) or seen("z", "last"))
a = [1]
b = a
c = [1]
print(a is b, a is c, a == c, a is not c, "x" in "xyz" in ["xyz"], 1 in [1] == True)


class Empty:
    def __len__(self):
        return 0


class Full:
    def __bool__(self):
        return True

    def __len__(self):
        return 0


class Plain:
    pass


class Wrong:
    def __bool__(self):
        return 5


class Bad:
    def __len__(self):
        return -1


print(bool(Empty()), bool(Full()), bool(Plain()), bool(Plain), not Empty())
for kind in (Wrong, Bad):
    try:
        bool(kind())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
grade = lambda n: "A" if n >= 90 else "B" if n >= 80 else "C" if n >= 70 else "F"
print([grade(n) for n in (95, 85, 75, 5)])
if x and not (x > 10 or x < 0) and (x != 7):
    print("in")
while not x == 3:
    x -= 1
print(x, any(v is None for v in values), all(v is not None for v in values), any([]), all([]))
print(sorted([True, False, True]), max(True, 0), min([False, 1]), [bool(i % 2) for i in range(4)])
for label, action in [
    ("bool('a', 1)", lambda: bool("a", 1)),
    ("None + 1", lambda: None + 1),
    ("None < 1", lambda: None < 1),
    ("None.x", lambda: None.x),
    ("None[0]", lambda: None[0]),
    ("None()", lambda: None()),
    ("for None", lambda: [y for y in None]),
    ("len(None)", lambda: len(None)),
    ("1 in None", lambda: 1 in None),
    ("-None", lambda: -None),
    ("True.x", lambda: True.x),
    ("len(5)", lambda: len(5)),
]:
    try:
        print(label, "=", action())
    except (TypeError, AttributeError) as error:
        print(label, "->", type(error).__name__ + ":", error)
