# Enums with data classes and data types mixed in, members named as properties, private names, ReprEnum.
import enum
from enum import Enum, IntEnum, StrEnum, Flag, auto, property as eprop, member, nonmember
from dataclasses import dataclass, field
@dataclass
class Mixin:
    size: str
    legs: int
    tail: bool = field(repr=False, default=True)
class Creature(Mixin, Enum):
    BEETLE = "small", 6
    DOG = "medium", 4
print(Creature.BEETLE, repr(Creature.DOG), Creature.DOG.size, Creature.DOG.legs, Creature.DOG.value, list(Creature))
@dataclass
class Foo:
    a: int = 0
class Entries(Foo, Enum):
    E1 = Foo(1)
    E2 = Foo(2)
print(Entries._member_type_, repr(Entries.E1), Entries.E1.value)
class Col(Enum):
    name = 1
    value = 2
    size = 3
print(Col.name, Col.value, Col.size, Col.size.name, Col.size.value, Col.name.name, Col.value.value, list(Col))
class Base(Enum):
    @eprop
    def first(self): return f"{self.name} is first!"
class M(Base):
    first = 1
    second = 2
print(M.first, M.first.first, M.second.first, [m.first for m in M])
class Private(Enum):
    __corporal = "Radar"
    __major_ = "Hoolihan"
    REAL = 1
print(Private._Private__corporal, Private._Private__major_, list(Private))
class Hex:
    def __repr__(self): return hex(self)
class MyI(Hex, int, Enum):
    A = 1
print(repr(MyI.A), MyI.A + 1)
class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)
    def __init__(self, mass, radius): self.mass = mass; self.radius = radius
    @property
    def g(self): return 6.67300E-11 * self.mass / (self.radius * self.radius)
print(Planet.EARTH, Planet.EARTH.g, Planet.EARTH.value, Planet((5.976e+24, 6.37814e6)))
class Coord(bytes, Enum):
    def __new__(cls, value, label, unit):
        obj = bytes.__new__(cls, [value]); obj._value_ = value; obj.label = label; obj.unit = unit
        return obj
    PX = (0, "P.X", "km"); PY = (1, "P.Y", "km")
print(Coord.PY, Coord.PY.label, Coord(1), bytes(Coord.PX))
class Auto(StrEnum):
    def _generate_next_value_(name, start, count, last): return name.title()
    RED = auto(); BLUE = auto()
print(Auto.RED, repr(Auto.BLUE), f"{Auto.RED:>6}", Auto("Red") is Auto.RED, Auto.RED == "Red")
class Ord(Enum):
    def __lt__(self, o): return self.value < o.value if self.__class__ is o.__class__ else NotImplemented
class G(Ord): A = 5; B = 4
print(sorted(G), G.A > G.B, max(G))
try: Creature("x", 1, 2)
except Exception as e: print(type(e).__name__, e)
for bad in (lambda: Col(9), lambda: Col["zz"], lambda: Col.zz, lambda: setattr(Col, "size", 4), lambda: Col(), lambda: G.A < 3, lambda: Auto(3)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
F = Flag("F", "A B C"); print(F.A | F.C, list(F.A | F.C), F(7), len(F), F["B"], F.A in F(3), ~F.A, F(0), (F.A | F.B).name, (F.A|F.B).value, repr(F(5)))
E2 = Enum("E2", {"x": 1, "y": "q"}); print(list(E2), E2("q"), IntEnum("I", ["a", "b"]).b + 1)
class HasMissing(Enum):
    A = 1; UNKNOWN = -1
    @classmethod
    def _missing_(cls, v): return cls.UNKNOWN
print(HasMissing(77), HasMissing.__members__, [n for n in HasMissing.__members__])
class Alias(Enum):
    X = 1; Y = 1; Z = 2
    HELPER = nonmember(5)
    @member
    def fn(self): return 1
print([a.name for a in Alias], Alias.Y is Alias.X, Alias.Y.name, Alias.HELPER, Alias._member_names_, hash(Alias.X) == hash("X"))
import copy, json
print(copy.deepcopy(Col.size) is Col.size, json.dumps({"a": MyI.A if 0 else 1}), {Col.name: 1}[Col.name], isinstance(Col.name, Col), type(Col.name), Col.size.__class__.__name__)
match Col.size:
    case Col.name: print("name")
    case Col.size: print("size!")
