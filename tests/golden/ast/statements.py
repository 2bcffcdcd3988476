"""Every statement."""
import a, b.c as d
from . import e
from ..f import (g as h, i,)
from j import *

x = y = 1,
x: int = 2
(x): int
x.y[0]: "int"
x += yield_ if x else -1
del x, (y, z), x[0]
assert x, "message"
pass; x
global p, q
raise
raise E from None

if x:
    pass
elif y:
    pass
else:
    pass
while x:
    break
else:
    continue_
for x, *y in z, w:
    continue
else:
    pass
try:
    pass
except A:
    pass
except (B, C) as e:
    pass
except:
    pass
else:
    pass
finally:
    pass
try:
    pass
except* A as e:
    pass
with a, b as c:
    pass
with (a as b, c):
    pass
with (a, b) as c, (d):
    pass


@decorator
@other(1)
class C(A, *bases, metaclass=M, **kw):
    x = 1


@decorator
def f(a, /, b: int = 1, *args: str, c, d=2, **kw) -> None:
    nonlocal_ = 1
    return


async def g(*, a):
    async with a as b:
        pass
    async for x in y:
        await x
    yield
    return
