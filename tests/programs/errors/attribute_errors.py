# AttributeError: objects, classes, modules, None, functions, builtins; name and obj of the error.
import math


class Thing:
    limit = 5

    def __init__(self):
        self.value = 1

    @property
    def indirect(self):
        return self.nothing_here


class Slots:
    __slots__ = ("a",)


def function():
    pass


thing = Thing()
CASES = [
    ("instance", lambda: thing.valu),
    ("method", lambda: thing.run()),
    ("class", lambda: Thing.other),
    ("property", lambda: thing.indirect),
    ("None", lambda: None.append(1)),
    ("int", lambda: (5).append(1)),
    ("float", lambda: (1.5).upper()),
    ("str", lambda: "x".append("y")),
    ("list", lambda: [].add(1)),
    ("dict", lambda: {}.append(1)),
    ("tuple", lambda: ().append(1)),
    ("set", lambda: set().append(1)),
    ("bytes", lambda: b"".format()),
    ("function", lambda: function.missing),
    ("builtin", lambda: len.missing),
    ("type", lambda: int.missing),
    ("bool", lambda: True.missing),
    ("range", lambda: range(3).append(1)),
    ("generator", lambda: (i for i in []).missing),
    ("slots", lambda: Slots().a),
    ("slots set", lambda: setattr(Slots(), "b", 1)),
    ("set on int", lambda: setattr(5, "x", 1)),
    ("set on None", lambda: setattr(None, "x", 1)),
    ("set on str", lambda: setattr("s", "x", 1)),
    ("del missing", lambda: delattr(thing, "missing")),
    ("exception", lambda: ValueError("x").message),
    ("getattr", lambda: getattr(thing, "dynamic" + "_name")),
    ("bound method", lambda: thing.__init__.x),
    ("set method", lambda: setattr([], "x", 1)),
]
for label, action in CASES:
    try:
        print(label, action())
    except AttributeError as error:
        print(f"{label}: {error}")
try:
    thing.missing_name
except AttributeError as error:
    print(error.name, error.obj is thing, isinstance(error, Exception))
print(getattr(thing, "missing", "default"), hasattr(thing, "limit"), hasattr(thing, "indirect"))
print(hasattr(None, "x"), hasattr("s", "upper"), getattr("s", "upper")())
