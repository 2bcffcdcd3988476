# abc: abstract methods and properties, registration; collections.abc: mixins and isinstance checks.
import asyncio
from abc import ABC, ABCMeta, abstractmethod
from collections.abc import (AsyncIterator, Awaitable, Callable, Container, Coroutine, Hashable,
                             Iterable, Iterator,
                             Mapping, MutableMapping, MutableSequence, Sequence, Set, Sized,
                             Generator)


class Shape(ABC):
    @abstractmethod
    def area(self):
        """The area."""

    @property
    @abstractmethod
    def name(self):
        ...

    def describe(self):
        return f"{self.name}: {self.area()}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2

    @property
    def name(self):
        return "square"


class Half(Shape):
    def area(self):
        return super().area()


class Plugin(metaclass=ABCMeta):
    @abstractmethod
    async def run(self):
        ...

    @classmethod
    @abstractmethod
    def make(cls):
        ...


class Real(Plugin):
    async def run(self):
        await asyncio.sleep(0)
        return "ran"

    @classmethod
    def make(cls):
        return cls()


print(Square(3).describe(), isinstance(Square(1), Shape), asyncio.run(Real.make().run()),
      sorted(Half.__abstractmethods__))
for kind in (Shape, Half, Plugin):
    try:
        kind()
    except TypeError as error:
        print(error)


class Foreign:
    def area(self):
        return 1


Shape.register(Foreign)
print(isinstance(Foreign(), Shape), issubclass(Foreign, Shape), Shape in Foreign.__mro__)


class Bag(Sequence):
    def __init__(self, *items):
        self.items = items

    def __len__(self):
        return len(self.items)

    def __getitem__(self, i):
        return self.items[i]


b = Bag(3, 1, 3)
print(list(b), 3 in b, b.count(3), b.index(1), list(reversed(b)), isinstance(b, Sequence),
      isinstance(b, Iterable))


class Lower(MutableMapping):
    def __init__(self, **kw):
        self.data = {}
        self.update(kw)

    def __getitem__(self, key):
        return self.data[key.lower()]

    def __setitem__(self, key, value):
        self.data[key.lower()] = value

    def __delitem__(self, key):
        del self.data[key.lower()]

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)


m = Lower(A=1, b=2)
m["C"] = 3
print(m["c"], "B" in m, m.get("Z"), list(m.items()), m.pop("A"), m.setdefault("D", 4), len(m),
      m == {"b": 2, "c": 3, "d": 4})
m.clear()
print(list(m), bool(m), isinstance(m, Mapping))


class Stack(MutableSequence):
    def __init__(self):
        self.s = []

    def __getitem__(self, i):
        return self.s[i]

    def __setitem__(self, i, v):
        self.s[i] = v

    def __delitem__(self, i):
        del self.s[i]

    def __len__(self):
        return len(self.s)

    def insert(self, i, v):
        self.s.insert(i, v)


s = Stack()
s.append(1)
s.extend([2, 3])
s += [4]
s.reverse()
s.remove(2)
print(list(s), s.pop(), len(s))


async def co():
    pass


async def ag():
    yield


c, gen = co(), (i for i in [])
kinds = [Awaitable, Coroutine, Iterable, Iterator, Generator, AsyncIterator, Callable, Hashable,
         Sized, Container, Set, Sequence, Mapping]
for name, value in [("coroutine", c), ("generator", gen), ("asyncgen", ag()), ("list", []),
                    ("dict", {}), ("str", ""), ("set", set()),
                    ("function", co), ("int", 1), ("tuple", ()), ("range", range(1)),
                    ("keys", {}.keys())]:
    print(f"{name:<10}", " ".join(k.__name__ for k in kinds if isinstance(value, k)))
c.close()
