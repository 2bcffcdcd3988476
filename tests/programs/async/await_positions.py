# await in every place an expression can stand: operands, arguments, subscripts, f-strings, ...
import asyncio


async def give(value):
    await asyncio.sleep(0)
    return value


async def say(value):
    print("eval", value)
    await asyncio.sleep(0)
    return value


def plus(*args, **kwargs):
    return sum(args) + sum(kwargs.values())


class Box:
    def __init__(self):
        self.items = [1, 2, 3]
        self.x = 10

    def method(self, a, b=0):
        return self.x + a + b


async def get_box(box):
    await asyncio.sleep(0)
    return box


async def main():
    print(await give(1) + await give(2) * await give(3))
    print(await say(1) - await say(2) - await say(3))
    print(-await give(5), not await give(0), ~await give(1), await give(2) ** await give(5))
    print(plus(await give(1), *await give([2, 3]), k=await give(4), **await give({"z": 5})))
    print([await give(1), *await give((2, 3))], (await give(4),), {await give(5)})
    print({await give("k"): await give("v"), **await give({"m": 1})})
    items = [10, 20, 30, 40]
    print(items[await give(1)], items[await give(1):await give(3)], (await give("abc"))[1])
    items[await give(0)] = await give("zero")
    items[await give(1)] += await give(5)
    print(items)
    box = Box()
    (await get_box(box)).x = await give(7)
    (await get_box(box)).x += await give(3)
    print(box.x, (await get_box(box)).method(await give(1), b=await give(2)))
    print(f"{await give(3):>{await give(6)}}|{await give('s')!r}|{(await give(1)) + 1}")
    print(await give(1) if await give(False) else await give(2))
    print(await give(0) or await give("") or await give("last"), await give(1) and await give(0))
    print(await give(1) < await give(2) < await give(3), await give(2) in await give([1, 2]))
    print(await say(1) < await say(0) < await say(9))
    if (n := await give(4)) > 3 and await give(True):
        print("walrus", n)
    a, (b, *c) = await give((1, [2, 3, 4]))
    print(a, b, c)
    x = y = await give("both")
    print(x, y)
    assert await give(True), await give("message")
    try:
        assert await give(0), await give("assertion text")
    except AssertionError as error:
        print(error)
    for i in await give([1, 2]):
        print("for", i)
    count = 3
    while await give(count):
        count -= 1
    print("count", count)
    with await give(Manager()) as value:
        print("in", value)
    try:
        raise await give(ValueError("made by await"))
    except ValueError as error:
        print(error)
    print((await give(lambda v: v * 2))(await give(21)))
    print(await (await give(give))("double"))
    del items[await give(0)], items[await give(-1)]
    print(items)
    values = {"a": await give(1)}
    values["b"], values["c"] = await give(2), await give(3)
    print(values)
    print((await give("a b")).split()[await give(1)].upper())
    await give(None)
    return await give("returned")


class Manager:
    def __enter__(self):
        return "entered"

    def __exit__(self, *exc):
        print("exit")


print(asyncio.run(main()))
