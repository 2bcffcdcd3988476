# type(x), type names, isinstance and issubclass with tuples and unions, bool as int, class objects.
import math


class A:
    pass


class B(A):
    pass


class Meta(type):
    pass


class M(metaclass=Meta):
    pass


def function():
    pass


async def coroutine():
    pass


def generator():
    yield


async def asyncgen():
    yield


c = coroutine()
values = [1, True, 1.5, "s", b"b", bytearray(), None, ..., [], (), {}, set(), frozenset(), range(1),
          slice(1), A(), A, M, Meta, int, type,
          function, len, [].append, A().__init__, lambda: 0, c, generator(), asyncgen(),
          ValueError(), ValueError, math, iter([]),
          {}.keys(), {}.values(), {}.items(), enumerate([]), zip(), map(len, []), filter(None, []),
          reversed([]), NotImplemented,
          property(), staticmethod(len), classmethod(len), object(), super(B, B()), 10 ** 30,
          float("nan"), memoryview(b"")]
print([type(v).__name__ for v in values])
c.close()
print(int.__name__, A.__name__, type(A).__name__, M.__class__.__name__, type(type).__name__,
      type(None).__name__, function.__class__.__name__)
print(type(1) is int, type(True) is int, type(True) is bool, type(B()) is A, type(B()) == B,
      type("") in (str, bytes))
CHECKS = [(1, int), (True, int), (1, bool), (1.0, int), (1, float), ("", str), (None, type(None)),
          ([], list), ([], (tuple, list)), (B(), A),
          (A(), B), (B, type), (B, A), (1, object), (A, object), ((), (int, (str, (tuple,)))),
          (len, object), ({}, (list, set)), (1, ())]
print([isinstance(v, t) for v, t in CHECKS])
print(isinstance(1, int | str), isinstance("x", int | str), isinstance(None, int | None),
      isinstance(1.5, int | None), isinstance([], list | tuple))
SUBS = [(B, A), (A, B), (A, A), (bool, int), (int, object), (int, (str, object)),
        (KeyError, LookupError), (M, object), (Meta, type), (type, object)]
print([issubclass(a, b) for a, b in SUBS], issubclass(int, int | str), issubclass(float, int | str))
print([t.__name__ for t in B.__mro__], [t.__name__ for t in bool.__mro__], B.__bases__[0].__name__,
      object.__bases__, A.__base__.__name__)
print(str(int), repr(str), str(A), repr(B), str(type), str(type(None)), [int, "a"], f"{A}",
      {int: 1})
print(int("5"), str(5), float(2), bool([]), list("ab"), tuple([1]), dict(a=1), set([1]), bytes(2),
      type(5)(7), A.__call__ is not None)
print({int: "i", str: "s"}[type("x")], {type(v).__name__ for v in (1, 2)},
      [t() for t in (int, str, list, dict, float, bool, tuple, bytes)])


def describe(x):
    if isinstance(x, bool):
        return "bool"
    if isinstance(x, (int, float)):
        return "number"
    if isinstance(x, str):
        return "text"
    if isinstance(x, dict):
        return {k: describe(v) for k, v in x.items()}
    if isinstance(x, (list, tuple, set)):
        return [describe(v) for v in x]
    if callable(x):
        return "callable"
    return type(x).__name__


print(describe([1, True, 2.5, "x", {"k": [None]}, (1,), len, A, A()]))


class Checked:
    def __instancecheck__(cls, other):
        return "ignored on a plain class"


class AnyMeta(type):
    def __instancecheck__(cls, other):
        return hasattr(other, "quack")

    def __subclasscheck__(cls, other):
        return other.__name__.startswith("Q")


class Duck(metaclass=AnyMeta):
    pass


class Quiet:
    quack = 1


print(isinstance(Quiet(), Duck), isinstance(5, Duck), issubclass(Quiet, Duck), issubclass(A, Duck),
      isinstance(A(), Checked))
for label, action in [
    ("isinstance str", lambda: isinstance(1, "int")),
    ("isinstance list", lambda: isinstance(1, [int])),
    ("issubclass", lambda: issubclass(1, int)),
    ("issubclass 2", lambda: issubclass(int, 5)),
    ("isinstance one", lambda: isinstance(1)),
    ("isinstance generic", lambda: isinstance([], list[int])),
    ("type two", lambda: type(1, 2)),
    ("object arg", lambda: object(5)),
]:
    try:
        print(label, action())
    except TypeError as error:
        print(f"{label}: {error}")
