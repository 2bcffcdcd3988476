# Generic classes with arguments: their names, instances, bases.
from typing import *
from abc import ABC, abstractmethod
from dataclasses import dataclass
T = TypeVar("T"); K = TypeVar("K"); V = TypeVar("V")
class Stack(Generic[T]):
    def __init__(self): self.items = []
    @classmethod
    def of(cls, *a):
        s = cls(); s.items.extend(a); return s
s = Stack[int]()
print(vars(s), Stack[int].of(1).items, Stack[int] == Stack[int], Stack[T], Stack["X"], Stack[list[int]])
class Pair(Generic[K, V]):
    __slots__ = ("k", "v")
    def __init__(self, k, v): self.k, self.v = k, v
p = Pair[str, int]("a", 1)
print(p.k, Pair[str, int], Pair[str, int].__args__, Pair[str, int].__origin__)
class IntStack(Stack[int]): pass
print(IntStack.__mro__)
class Repo(ABC, Generic[T]):
    @abstractmethod
    def get(self) -> T: ...
class R(Repo[int]):
    def get(self): return 3
print(R().get(), R.__mro__)
class It(Iterator[T], Generic[T]):
    def __next__(self): raise StopIteration
print(list(It()), It.__mro__[1].__name__, It[int])
class Gen2(Generic[T], Stack[T]): pass
print([c.__name__ for c in Gen2.__mro__])
class Proto(Protocol[T]):
    def f(self) -> T: ...
class Impl(Proto[int]):
    def f(self): return 1
print(Impl().f(), Proto[int], [c.__name__ for c in Impl.__mro__])
@dataclass
class Box(Generic[T]):
    v: T
print(Box[int](3), Box(3) == Box[int](3), Generic[T])
try: isinstance(s, Stack[int])
except TypeError as e: print(e)
def f(x: Stack[int], y: Optional[Stack[T]] = None) -> Stack[Stack[int]]: ...
print(f.__annotations__, get_origin(Stack[int]), get_args(Pair[int, str]))
class NT(NamedTuple, Generic[T]):
    x: T
print(NT(1), NT[int])


def made_classes():
    import types
    made = types.new_class('Made', (), {}, lambda namespace: namespace.update(x=1))
    other = types.new_class('Other', (), {}, lambda namespace: namespace.update(__module__='elsewhere'))
    print(made, made.__module__, made.x, other, type('Direct', (), {}).__module__)


made_classes()
