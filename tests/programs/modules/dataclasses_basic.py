# dataclasses: fields, defaults, factories, repr, equality, order, frozen, post-init, asdict.
from dataclasses import FrozenInstanceError, asdict, astuple, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar, List, Optional


@dataclass
class Point:
    x: int
    y: int = 0

    def moved(self, dx=0, dy=0):
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(order=True)
class Card:
    rank: int
    suit: str = field(compare=False)
    hidden: bool = field(default=False, repr=False, compare=False)


@dataclass(frozen=True)
class Money:
    amount: float
    currency: str = "EUR"

    def __add__(self, other):
        return Money(self.amount + other.amount, self.currency)


@dataclass
class Order:
    id: int
    items: List[str] = field(default_factory=list)
    customer: Optional[str] = None
    total: float = field(init=False, default=0.0)
    count: ClassVar[int] = 0

    def __post_init__(self):
        Order.count += 1
        self.total = len(self.items) * 2.5


@dataclass
class Special(Order):
    gift: bool = True
    note: str = field(default="none", kw_only=True)


@dataclass(eq=False)
class NoEq:
    x: int


@dataclass(slots=True)
class Slotted:
    a: int
    b: list = field(default_factory=list)


p = Point(1)
print(p, Point(1, 2), Point(y=5, x=4), p == Point(1, 0), p == (1, 0), p != Point(2),
      p.moved(3, dy=1))
p.x = 10
print(p, p.x, asdict(p), astuple(p), [f.name for f in fields(Point)], is_dataclass(p),
      is_dataclass(5))
cards = [Card(5, "S"), Card(2, "H", True), Card(9, "D")]
print(sorted(cards), max(cards), Card(1, "S") < Card(2, "A"), Card(3, "S") == Card(3, "H"),
      Card(2, "x") >= Card(2, "y"))
m = Money(5) + Money(2.5)
print(m, hash(m) == hash(Money(7.5)), {m: "wallet"}[Money(7.5)],
      len({Money(1), Money(1), Money(2)}))
a, b = Order(1), Order(2, ["x", "y"], customer="ann")
a.items.append("z")
print(a, b, Order.count, a.items is not b.items, sep="\n")
s = Special(3, ["q"], gift=False, note="hi")
print(s, isinstance(s, Order), asdict(s), sep="\n")
print(NoEq(1) == NoEq(1), Slotted(1), Slotted(1, [2]) == Slotted(1, [2]),
      hasattr(Slotted(1), "__dict__"))


@dataclass
class Tree:
    value: int
    children: list = field(default_factory=list)

    def total(self):
        return self.value + sum(c.total() for c in self.children)


tree = Tree(1, [Tree(2), Tree(3, [Tree(4)])])
print(tree, tree.total(), asdict(tree), sep="\n")
for label, action in [
    ("missing", lambda: Point()),
    ("many", lambda: Point(1, 2, 3)),
    ("keyword", lambda: Point(1, z=2)),
    ("frozen", lambda: setattr(m, "amount", 1)),
    ("frozen del", lambda: delattr(m, "amount")),
    ("order", lambda: Point(1) < Point(2)),
    ("order kinds", lambda: Card(1, "S") < 5),
    ("hash", lambda: hash(p)),
    ("init false", lambda: Order(1, total=5)),
    ("replace", lambda: replace(p, q=1)),
    ("asdict", lambda: asdict(5)),
    ("slots", lambda: setattr(Slotted(1), "c", 1)),
    ("kw only", lambda: Special(1, [], None, True, "positional")),
]:
    try:
        print(label, action())
    except (TypeError, FrozenInstanceError, AttributeError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
try:
    @dataclass
    class Bad:
        items: list = []
except ValueError as error:
    print(error)
try:
    @dataclass
    class Wrong:
        a: int = 1
        b: int
except TypeError as error:
    print(error)
