# typing: everything importable, annotations of all shapes without effect on what runs.
from __future__ import annotations

from typing import (Any, Callable, ClassVar, Dict, Final, Generic, Iterable, Iterator, List,
                    Literal,
                    NamedTuple, NewType, NoReturn, Optional, Protocol, Sequence, Set, Tuple, Type,
                    TypedDict, TypeVar, Union, Awaitable, AsyncIterator, Coroutine, Mapping, cast,
                    overload, TYPE_CHECKING, runtime_checkable, Annotated, Self, TypeAlias)
import asyncio

if TYPE_CHECKING:
    from nowhere import Nothing

T = TypeVar("T")
K = TypeVar("K", bound=str)
Number: TypeAlias = Union[int, float]
UserId = NewType("UserId", int)
LIMIT: Final[int] = 10


def first(items: Sequence[T], default: Optional[T] = None) -> T | None:
    return items[0] if items else default


def apply(function: Callable[[int], str], values: Iterable[int]) -> list[str]:
    return [function(v) for v in values]


class Stack(Generic[T]):
    kind: ClassVar[str] = "stack"

    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> Self:
        self.items.append(item)
        return self

    def pop(self) -> T:
        return self.items.pop()


class Named(Protocol):
    name: str

    def greet(self) -> str: ...


@runtime_checkable
class Sized(Protocol):
    def __len__(self) -> int: ...


class Person:
    def __init__(self, name: str) -> None:
        self.name = name

    def greet(self) -> str:
        return f"I am {self.name}"


class Movie(TypedDict, total=False):
    title: str
    year: int


class Employee(NamedTuple):
    name: str
    id: int = 3
    tags: Tuple[str, ...] = ()

    def badge(self) -> str:
        return f"{self.name}#{self.id}"


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


def mode(kind: Literal["r", "w"] = "r", *flags: Annotated[int, "meta"], **rest: Any) -> Dict[str,
                                                                                             Set[int]]:
    return {kind: set(flags)}


def fail(message: str) -> NoReturn:
    raise RuntimeError(message)


async def fetch(url: str) -> Tuple[str, int]:
    await asyncio.sleep(0)
    return url, len(url)


async def ticks(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i


async def run_all(jobs: list[Awaitable[T]]) -> list[T]:
    return list(await asyncio.gather(*jobs))


def hello(x: Named) -> str:
    return x.greet()


undefined_annotation: Nothing
local: dict[str, list[tuple[int, Number]]] = {"a": [(1, 2.5)]}
print(first([1, 2]), first([]), first("", "d"), apply(str, [1, 2]),
      Stack[int]().push(1).push(2).pop(), Stack.kind)
print(UserId(5) + 1, LIMIT, cast(str, 5), cast("List[int]", [1]), hello(Person("ann")), local)
print(isinstance([1], Sized), isinstance(5, Sized), double(2), double("x"), mode("w", 1, 2), mode())
movie: Movie = {"title": "M", "year": 1931}
print(movie, Movie(title="N"), type(movie).__name__)
e = Employee("bob", tags=("x",))
print(e, e.badge(), e._replace(id=9), Employee._fields, e == ("bob", 3, ("x",)), Employee("z"))
try:
    fail("stop")
except RuntimeError as error:
    print(error)
print(asyncio.run(run_all([fetch("a"), fetch("bcd")])))


async def main() -> None:
    total: int = 0
    async for i in ticks(4):
        total += i
    result: Coroutine[Any, Any, tuple] = fetch("zz")
    print(total, await result)


asyncio.run(main())
x: int
try:
    print(x)
except NameError as error:
    print(error)


class Config:
    path: str
    retries: int = 3
    options: Mapping[str, Type[int]] = {}


print(Config.retries, hasattr(Config, "path"), Config().options, sorted(Config.__annotations__))
