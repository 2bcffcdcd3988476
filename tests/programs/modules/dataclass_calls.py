"""dataclasses: how __init__ binds, what wrong calls say, factories, keyword-only fields, order of work."""
import dataclasses
import inspect
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)


@dataclass
class Point:
    x: int
    y: int = 0


attempt(Point)
attempt(Point, 1)
attempt(Point, 1, 2)
attempt(Point, 1, 2, 3)
attempt(Point, 1, x=2)
attempt(Point, y=2)
attempt(Point, y=2, x=1)
attempt(Point, 1, z=3)
attempt(Point, *[5], **{'y': 6})


def log(name, make=list):
    def factory():
        print('making', name)
        return make()
    return factory


@dataclass(order=True)
class Job:
    count: ClassVar[int] = 0
    priority: int
    name: str = field(compare=False)
    tags: list = field(default_factory=log('tags'), repr=False)
    hidden: dict = field(init=False, default_factory=log('hidden', dict))
    scale: InitVar[int] = 2
    _: KW_ONLY
    loud: bool = False
    extra: set = field(default_factory=log('extra', set))
    must: str

    def __post_init__(self, scale):
        Job.count += 1
        self.priority *= scale
        print('post', scale, self.name)


attempt(Job, 1)
attempt(Job, 1, 'a')
attempt(Job, 1, 'a', [1], 3, True)
attempt(Job, 1, 'a', [1], 3, must='m')
attempt(Job, 2, 'b', must='m', loud=True, extra={1})
attempt(Job, 2, 'b', loud=True)
print(Job(1, 'p', must='x') < Job(2, 'q', must='x'), Job.count)
jobs = sorted([Job(3, 'c', [], must='1'), Job(1, 'd', [], must='2'), Job(2, 'e', [], must='3')])
print([j.name for j in jobs], jobs[0].hidden is jobs[1].hidden)


@dataclass(frozen=True)
class Frozen:
    a: int
    b: tuple = ()

    def __post_init__(self):
        object.__setattr__(self, 'b', self.b + (self.a,))


f = Frozen(1, (5,))
print(f, hash(f) == hash(Frozen(1, (5,))), f == Frozen(1, (5,)), {f: 1}[Frozen(1, (5,))])
attempt(setattr, f, 'a', 2)
attempt(delattr, f, 'a')
attempt(Frozen)
print(dataclasses.replace(f, a=7))


@dataclass
class Base:
    kind: str = 'base'
    size: int = 1


@dataclass
class Derived(Base):
    size: int = 5
    more: float = 0.5


class Plain(Derived):
    def __init__(self, *args):
        super().__init__(*args)
        self.twice = self.size * 2


print(Derived(), Derived('k', more=2), Plain('p', 4), Plain('p', 4).twice, Derived('a') == Plain('a'))
print(Derived.__init__.__qualname__, Derived.__init__.__name__, Derived.__match_args__, Point.__init__.__annotations__)
print(inspect.signature(Point), inspect.signature(Job), inspect.signature(Derived.__init__))
print(Point.__init__.__defaults__, Job.__init__.__kwdefaults__['loud'], Point.__init__.__module__)


@dataclass(slots=True, kw_only=True)
class Slotted:
    a: int
    b: int = 2


attempt(Slotted, 1)
attempt(Slotted, a=1)
attempt(setattr, Slotted(a=1), 'c', 3)


@dataclass
class Own:
    x: int

    def __init__(self, text):
        self.x = len(text)

    def __eq__(self, other):
        return True

    def __repr__(self):
        return 'own'


print(Own('abc').x, Own('a') == 3, Own('b'))


@dataclass
class Checked:
    _value: int

    @property
    def value(self):
        return self._value

    def __setattr__(self, name, v):
        print('set', name, v)
        super().__setattr__(name, v)


Checked(4).value
try:
    @dataclass
    class Wrong:
        a: int = 1
        b: int
except TypeError as e:
    print(e)
try:
    @dataclass
    class Mutable:
        a: list = []
except ValueError as e:
    print(e)
made = dataclasses.make_dataclass('Made', [('a', int), 'b', ('c', int, field(default=3))])
print(made(1, 2), made.__init__.__qualname__)
attempt(made)


@dataclass
class Node:
    value: int
    next: 'Node' = None
    children: list['Node'] = field(default_factory=list)


loop = Node(1)
loop.next = Node(2, loop)
loop.children.append(loop)
print(loop)
print(dataclasses.asdict(Node(1, Node(2))), dataclasses.astuple(Point(3, 4)))


@dataclass
class Self:
    self: int
    other: int = 1


print(Self(1), Self(self=2, other=3))


def failing():
    raise KeyError('factory')


@dataclass
class Failing:
    a: int = field(default_factory=failing)


try:
    Failing()
except KeyError as e:
    print('factory raised', e)
