# enum: members, values, auto, aliases, iteration, lookup, IntEnum, Flag, StrEnum, methods, errors.
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1


class Shape(Enum):
    SQUARE = auto()
    CIRCLE = auto()
    OVAL = auto()

    def describe(self):
        return f"{self.name.lower()} number {self.value}"

    @classmethod
    def default(cls):
        return cls.CIRCLE

    @property
    def round(self):
        return self is not Shape.SQUARE

    def __str__(self):
        return f"<{self.name}>"


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return round(6.674e-11 * self.mass / self.radius ** 2, 2)


class Level(IntEnum):
    LOW = 10
    HIGH = 20


class Permission(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    ALL = READ | WRITE | EXEC


class Bits(IntFlag):
    A = 1
    B = 2


class Word(StrEnum):
    HELLO = "hello"
    BYE = auto()


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"],
      type(Color.RED).__name__)
print(list(Color), len(Color), [c.value for c in Color], Color.CRIMSON is Color.RED, Color.CRIMSON)
print(Color.RED == Color.RED, Color.RED is Color(1), Color.RED == 1, Color.RED != Color.BLUE,
      Color.RED in Color)
print({Color.RED: "r", Color.BLUE: "b"}[Color.BLUE], isinstance(Color.RED, Color),
      Color.__members__.keys())
print([s.describe() for s in Shape], Shape.default(), Shape.OVAL.round, Shape.SQUARE.round,
      f"{Shape.OVAL}")
print([(p.name, p.gravity) for p in Planet], Planet.EARTH.value, Planet((6.42e23, 3.39e6)).name)
print(Level.LOW < Level.HIGH, Level.HIGH + 1, Level.LOW == 10, sorted([Level.HIGH, Level.LOW]),
      repr(Level.LOW), str(Level.LOW))
print(max(Level), int(Level.HIGH), [10, 20, 30][Level.LOW - 8], f"{Level.HIGH:>5}|", Level(20).name)
rw = Permission.READ | Permission.WRITE
print(rw, repr(rw), rw.value, Permission.READ in rw, Permission.EXEC in rw,
      bool(rw & Permission.EXEC))
print(~rw, rw ^ Permission.READ, Permission.ALL, Permission(5), list(rw), Permission(0),
      bool(Permission(0)))
print(Bits.A | Bits.B, Bits.A | 4, Bits(3) & 1, Bits.B + 1, repr(Bits.A))
print(Word.HELLO, Word.HELLO.upper(), Word.BYE == "bye", f"say {Word.BYE}", repr(Word.HELLO))
Animal = Enum("Animal", "CAT DOG")
print(list(Animal), Animal.DOG.value, Enum("Pair", {"X": 10, "Y": 20}).Y)


class Status(str, Enum):
    OK = "ok"
    BAD = "bad"


print(Status.OK == "ok", Status.OK.value, Status("bad"), Status.OK in ("ok",))


def handle(color):
    match color:
        case Color.RED:
            return "stop"
        case Color.GREEN:
            return "go"
        case _:
            return "what?"


print([handle(c) for c in Color])
for label, action in [
    ("value", lambda: Color(9)),
    ("name", lambda: Color["PINK"]),
    ("attribute", lambda: Color.PINK),
    ("set", lambda: setattr(Color, "RED", 5)),
    ("order", lambda: Color.RED < Color.BLUE),
    ("add", lambda: Color.RED + 1),
    ("flag", lambda: Permission(64)),
]:
    try:
        print(label, action())
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
try:
    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
try:
    class More(Color):
        PINK = 9
except TypeError as error:
    print(error)


class Rights(IntFlag):
    READ = 1
    WRITE = 2
    BOTH_HIGH = 12


print(repr(Rights(8)), repr(Rights(8) | Rights.READ), repr(Rights(12)), repr(Rights(13)), repr(Rights(29)))
print(Rights(16) | 1, [r.name for r in Rights(3)], repr(Rights(16) | Rights(32) | Rights.WRITE))
