# Class statements that types stay away from: decorated, generic, abstract, enums, exceptions.
from dataclasses import dataclass
@dataclass
class P:
    x: int
    y: float = 1.5
    def s(self): return self.x + self.y
print(P(1).s(), P("a", "b").s(), P(1) == P(1), P(3))
def deco(cls):
    cls.extra = lambda self: "extra"
    return cls
@deco
class Q:
    def m(self): return self.extra()
print(Q().m())
def replace(cls): return lambda: "replaced"
@replace
class R:
    pass
print(R())
class Base:
    registry = []
    def __init_subclass__(cls, **kw): Base.registry.append(cls)
    def m(self): return "base"
class S1(Base):
    def m(self): return "s1"
class S2(Base): pass
print([k().m() for k in Base.registry])
def wrap(f):
    def g(self, *a): return ("wrapped", f(self, *a))
    return g
class T:
    @wrap
    def m(self, x): return x
    n = m
    def o(self): return self.m(1), self.n(2)
    alias = o
print(T().o(), T().alias())
from enum import Enum
class Color(Enum):
    RED = 1
    GREEN = 2
    def nice(self): return self.name.lower()
print(Color.RED.nice(), Color(2).value)
from typing import NamedTuple
class Pt(NamedTuple):
    x: int
    y: int = 2
    def sum(self): return self.x + self.y
print(Pt(1).sum(), Pt(1, 5).sum())
from typing import Generic, TypeVar
X = TypeVar("X")
class Stack(Generic[X]):
    def __init__(self): self.items = []
    def push(self, i): self.items.append(i)
    def pop(self): return self.items.pop()
s = Stack(); s.push(1); s.push("b"); print(s.pop(), s.pop())
class Err(Exception):
    def __init__(self, code): super().__init__(code); self.code = code
    def double(self): return self.code * 2
try: raise Err(4)
except Err as e: print(e.double(), e.args, e)
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    def show(self): return f"{self.area():.1f}"
class Sq(Shape):
    def __init__(self, a): self.a = a
    def area(self): return self.a * self.a
print(Sq(2).show(), Sq(1.5).area())
