# Every expression, and how operators bind.
a or b and not c in d
a < b <= c is not None
-a ** -b ** c
a + b * c - d // e % f @ g
a | b ^ c & d << e >> ~f
a if b else c if d else e
lambda: 0
lambda a, *b, c=1, **d: (a, b)
(x := 1)
[1, *a, 2]
{1, *a}
{1: 2, **a}
()
(1,)
[x for x in y if z if w for v in u]
{x for x in y}
{x: y for x, y in z}
(x for x in y)
f(x for x in y)
f(1, *a, k=2, **b)
a.b[c:d, ::e, f, *g][:]
a[b:=1]
None, True, False, ...


async def f():
    [await x async for x in y if await z]
    x = yield
    y = yield x,
    await x.y


def g():
    yield from x
