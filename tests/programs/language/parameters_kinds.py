# Positional-only and keyword-only parameters, and the TypeErrors of every wrong call.
def pos_only(a, b=2, /):
    return a, b


def kw_only(*, x, y=5):
    return x, y


def mixed(a, /, b, *, c):
    return a, b, c


def everything(a, b=1, /, c=2, *args, d=3, e, **kw):
    return a, b, c, args, d, e, kw


print(pos_only(1), pos_only(1, 3))
print(kw_only(x=1), kw_only(y=1, x=2))
print(mixed(1, 2, c=3), mixed(1, b=2, c=3))
print(everything(0, e=1))
print(everything(0, 1, 2, 3, 4, e=5, z=6))
print(everything(0, e=1, a=7, b=8))


def one(a):
    return a


def two(a, b):
    return a + b


def three(a, b, c):
    return a + b + c


def opt(a, b=1):
    return a, b


CALLS = [
    ("one()", lambda: one()),
    ("one(1, 2)", lambda: one(1, 2)),
    ("one(b=1)", lambda: one(b=1)),
    ("one(1, a=1)", lambda: one(1, a=1)),
    ("two()", lambda: two()),
    ("two(1)", lambda: two(1)),
    ("two(b=1)", lambda: two(b=1)),
    ("three()", lambda: three()),
    ("three(1)", lambda: three(1)),
    ("three(1, 2, 3, 4, 5)", lambda: three(1, 2, 3, 4, 5)),
    ("opt()", lambda: opt()),
    ("opt(1, 2, 3)", lambda: opt(1, 2, 3)),
    ("pos_only(a=1)", lambda: pos_only(a=1)),
    ("pos_only(1, b=2)", lambda: pos_only(1, b=2)),
    ("kw_only()", lambda: kw_only()),
    ("kw_only(1)", lambda: kw_only(1)),
    ("kw_only(x=1, z=2)", lambda: kw_only(x=1, z=2)),
    ("mixed(1, 2, 3)", lambda: mixed(1, 2, 3)),
    ("mixed(a=1, b=2, c=3)", lambda: mixed(a=1, b=2, c=3)),
    ("mixed(1, 2)", lambda: mixed(1, 2)),
    ("everything()", lambda: everything()),
    ("everything(1)", lambda: everything(1)),
]

for text, call in CALLS:
    try:
        print(text, "->", call())
    except TypeError as error:
        print(text, "->", error)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def move(self, dx, *, dy=0):
        return Point(self.x + dx, self.y + dy)


for text, call in [
    ("Point()", lambda: Point()),
    ("Point(1)", lambda: Point(1)),
    ("Point(1, 2, 3)", lambda: Point(1, 2, 3)),
    ("move()", lambda: Point(1, 2).move()),
    ("move(1, 2)", lambda: Point(1, 2).move(1, 2)),
    ("move(1, dz=2)", lambda: Point(1, 2).move(1, dz=2)),
]:
    try:
        call()
    except TypeError as error:
        print(text, "->", error)
