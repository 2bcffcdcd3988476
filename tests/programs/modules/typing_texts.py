# Annotations that are texts: get_type_hints and eval_str say what they mean.
from __future__ import annotations

import dataclasses
import inspect
import sys
import typing
from collections.abc import Callable, Iterator
from typing import Annotated, Any, ClassVar, Dict, Generic, List, Literal, Optional, TypeVar, Union, get_type_hints

T = TypeVar('T')


@dataclasses.dataclass
class Node(Generic[T]):
    value: T
    left: Node[T] | None = None
    right: Optional['Node[T]'] = None
    kinds: ClassVar[Dict[str, type]] = {}
    tags: List["str"] = dataclasses.field(default_factory=list)
    mode: Literal['a', "it's", 3, None] = 'a'
    size: Annotated[int, 'bytes', 4] = 0


class Leaf(Node[int]):
    weight: 'float'

    def walk(self, *others: Leaf, depth: int = 0, **options: Any) -> Iterator[Leaf]:
        """Walks."""

    @classmethod
    def make(cls, action: Callable[[int, str], None], pairs: tuple[int, ...], none: None) -> 'Union[Leaf, None]':
        """Makes."""


def shown(hints):
    for name, hint in hints.items():
        print(f'  {name}: {hint!r}')


for thing in (Node, Leaf, Leaf.walk, Leaf.make):
    print(thing.__name__)
    shown(get_type_hints(thing))
print(get_type_hints(Node, include_extras=True)['size'])
print(inspect.signature(Leaf.walk))
print(inspect.signature(Leaf.walk, eval_str=True))
print(inspect.get_annotations(Leaf), inspect.get_annotations(Leaf, eval_str=True))


def local(x: Missing, y: typing.Dict[str, dict[str, list[Inner]]]) -> Outer.Inner: ...


class Outer:
    class Inner:
        pass


try:
    get_type_hints(local)
except NameError as error:
    print(error)
print(get_type_hints(local, {'Missing': int, 'Inner': str, 'Outer': Outer, 'typing': typing}))
print(get_type_hints(local, None, {'Missing': bytes, 'Inner': Outer.Inner}))
module = sys.modules[__name__]
print(module.Outer is Outer, sys.modules['__main__'] is module, 'sys' in sys.modules, 'missing' in sys.modules)
print([name for name, value in vars(module).items() if isinstance(value, type) and value.__module__ == __name__])
setattr(module, 'T', 'changed')
print(T)
