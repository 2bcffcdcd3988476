# match: literals, captures, sequences, mappings, classes, guards, or-patterns, as, stars, nesting.
from dataclasses import dataclass


def literal(x):
    match x:
        case 0:
            return "zero"
        case 1 | 2 | 3:
            return "small"
        case -5:
            return "minus five"
        case 2.5:
            return "float"
        case "hello" | "hi":
            return "greeting"
        case b"raw":
            return "bytes"
        case None:
            return "none"
        case True:
            return "true"
        case _:
            return "other"


print([literal(x) for x in (0, 1, 3, -5, 2.5, "hi", b"raw", None, True, False, 1.0, [], "x")])


def sequence(x):
    match x:
        case []:
            return "empty"
        case [one]:
            return f"one {one}"
        case [1, second]:
            return f"starts with 1, {second}"
        case [first, second]:
            return f"two {first} {second}"
        case [first, *middle, last] if first == last:
            return f"same ends around {middle}"
        case [first, *rest]:
            return f"{first} and {len(rest)} more"
        case _:
            return "no sequence"


for x in ([], [7], (1, 2), [5, 6], [1, 2, 3, 1], (1, 2, 3), "ab", {1: 2}, range(3), {1, 2},
          iter([1])):
    print(sequence(x), end="; ")
print()


def mapping(x):
    match x:
        case {}if not x:
            return "empty"
        case {"type": "circle", "r": r}:
            return f"circle {r}"
        case {"type": "rect", "size": [w, h]}:
            return f"rect {w}x{h}"
        case {"type": kind, **rest}:
            return f"{kind} with {sorted(rest)}"
        case {1: value}:
            return f"one is {value}"
        case dict():
            return "some dict"
        case _:
            return "no mapping"


for x in ({}, {"type": "circle", "r": 2, "z": 0}, {"type": "rect", "size": (1, 2)},
          {"type": "t", "b": 1, "a": 2},
          {1: "x"}, {"q": 1}, [1]):
    print(mapping(x), end="; ")
print()


@dataclass
class Point:
    x: int
    y: int


class Line:
    __match_args__ = ("start", "end")

    def __init__(self, start, end):
        self.start, self.end = start, end


def klass(x):
    match x:
        case Point(0, 0):
            return "origin"
        case Point(x=0, y=y):
            return f"on the y axis at {y}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point() as p:
            return f"point {p}"
        case Line(Point(a, b), end=Point(c, d)):
            return f"line {a},{b} to {c},{d}"
        case int(n) | float(n):
            return f"number {n}"
        case str() as s if s.isupper():
            return f"upper {s}"
        case str(s):
            return f"text {s}"
        case [Point(x=a), Point(x=b)]:
            return f"two points {a} {b}"
        case (int() | None) as maybe, *_:
            return f"starts with {maybe}"
        case _:
            return "unknown"


for x in (Point(0, 0), Point(0, 5), Point(3, 3), Point(1, 2), Line(Point(1, 2), Point(3, 4)), 5,
          2.5, True, "UP", "low",
          [Point(1, 1), Point(2, 2)], [None, 1], [5], ["x"], Line(1, 2)):
    print(klass(x), end="; ")
print()


class Color:
    RED = "red"
    GREEN = "green"


def value(x):
    match x:
        case Color.RED:
            return "stop"
        case Color.GREEN:
            return "go"
        case {"color": Color.RED as c, "on": True | 1}:
            return f"lamp {c}"
    return "fell through"


print([value(x) for x in ("red", "green", "blue", {"color": "red", "on": True},
                          {"color": "red", "on": 0})])


def command(text):
    match text.split():
        case ["go", ("north" | "south") as direction]:
            return f"going {direction}"
        case ["take", *items] if items:
            return f"taking {' and '.join(items)}"
        case ["quit" | "exit"]:
            return "bye"
        case [verb, *_]:
            return f"cannot {verb}"
        case _:
            return "say something"


print([command(t) for t in ("go north", "go west", "take lamp key", "take", "exit", "")])
match, case = 1, 2
print(match + case)
match (1, 2):
    case (a, b):
        print("bound", a, b)
match [1, [2, [3, {"k": [4, 5]}]]]:
    case [a, [b, [c, {"k": [d, *e]}]]]:
        print(a, b, c, d, e)
try:
    match 5:
        case Point(1, 2, 3):
            pass
        case int(1, 2):
            pass
except TypeError as error:
    print(error)
