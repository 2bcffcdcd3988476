# Classes that derive from object, ABC and Generic are followed like any other.
from abc import ABC, abstractmethod
from typing import Generic, TypeVar

T = TypeVar("T")


class Shape(ABC):
    def __init__(self, name):
        self.name = name
        self.seen = 0

    @abstractmethod
    def area(self):
        """How large it is."""

    def describe(self):
        self.seen += 1
        return f"{self.name} {self.area():.2f} {self.seen}"


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side


class Half(Square):
    def area(self):
        return super().area() / 2


class Missing(Shape):
    pass


class Stack(Generic[T]):
    def __init__(self):
        self.items = []
        self.top = None

    def push(self, v: T) -> None:
        self.items.append(v)
        self.top = v

    def pop(self) -> T:
        v = self.items.pop()
        self.top = self.items[-1] if self.items else None
        return v


class Counted(Stack[T]):
    def __init__(self):
        super().__init__()
        self.pushed = 0

    def push(self, v):
        self.pushed += 1
        super().push(v)


class Plain(object):
    def __init__(self, a):
        self.a = a


class Both(Plain, ABC):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b

    @abstractmethod
    def sum(self):
        return self.a + self.b


class Sum(Both, Generic[T]):
    def sum(self):
        return super().sum() * 2


shapes = [Square(2.0), Half(3.0), Square(1)]
for s in shapes:
    print(s.describe(), s.describe(), s.side)
for make in (lambda: Shape("x"), lambda: Missing("x"), lambda: Both(1, 2)):
    try:
        make()
    except TypeError as e:
        print(e)
s = Stack[int]()
c = Counted()
for v in (1, 2, 3):
    s.push(v)
    c.push(v)
print(s.pop(), s.top, c.pop(), c.pop(), c.pop(), c.top, c.pushed)
print(Plain(1).a, Sum(1, 2).sum(), Sum(1.5, 2).b, isinstance(Sum(1, 2), Plain))
print([k.__name__ for k in Counted.__mro__], [k.__name__ for k in Sum.__mro__])
Shape.register(Plain)
print(isinstance(Plain(1), Shape), sorted(Shape.__abstractmethods__))
