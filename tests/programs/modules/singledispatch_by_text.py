"""singledispatch by annotations that are texts: from __future__ import annotations, and quoted ones."""
from __future__ import annotations

import functools


class Shape:
    pass


class Round(Shape):
    pass


@functools.singledispatch
def describe(thing):
    return 'anything'


@describe.register
def _(thing: int) -> str:
    return 'a number'


@describe.register
def _(thing: 'Shape'):
    return 'a shape'


@describe.register(str)
@describe.register(bytes)
def _(thing):
    return 'text'


@describe.register
def _(thing: list | tuple):
    return 'a sequence'


class Handler:
    @functools.singledispatchmethod
    async def handle(self, command):
        raise TypeError(f'unknown {command!r}')

    @handle.register
    async def _(self, command: dict):
        return sorted(command)

    @handle.register
    async def _(self, command: Round):
        return type(command).__name__


print([describe(x) for x in (1, True, 'x', b'x', Round(), [1], (1,), 1.5, None)])
for command in ({'b': 1, 'a': 2}, Round(), Shape()):
    try:
        Handler().handle(command).send(None)
    except StopIteration as done:
        print(done.value)
    except TypeError as error:
        print(str(error).split(' object')[0])
