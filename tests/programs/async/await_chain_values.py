# Values through chains of awaits: many types, None, exceptions as values, tuples, big ints.
import asyncio


async def identity(x):
    return x


async def pause(x):
    await asyncio.sleep(0)
    return x


async def both(x):
    return await identity(await pause(await identity(x)))


async def swap(a, b):
    return await pause(b), await pause(a)


async def branch(flag):
    if flag == 0:
        return 1
    if flag == 1:
        await asyncio.sleep(0)
        return "text"
    if flag == 2:
        return await pause([flag])
    if flag == 3:
        return
    return {"flag": flag}


async def accumulate(n):
    total = 0
    for i in range(n):
        total += await (pause(i) if i % 2 else identity(i))
    return total


async def grows(n):
    x = 1
    for _ in range(n):
        x = await pause(x * 1000003)
    return x


async def maybe(x):
    return x or await pause("default")


async def loop_until(limit):
    n = 0
    while (n := n + await pause(3)) < limit:
        if await identity(n % 7 == 0):
            break
    else:
        return "else", n
    return "break", n


async def mixed_locals():
    a = 1
    b = await pause(2.5)
    c = "text"
    d = await pause(None)
    e = [a, b]
    f = await pause(a)
    a = "rebound"
    g = await pause(b + f)
    return a, b, c, d, e, f, g


async def temporaries():
    x = [1, 2, 3]
    return (x[0] + await pause(10)) * (x.pop() + await pause(20)) - len(x), x, "a" + await pause("b") + "c"


async def deep(n, carry):
    if n == 0:
        return carry
    carry = carry + [n]
    result = await deep(n - 1, carry)
    return result + [-n]


async def main():
    for value in (1, -1, 2 ** 70, 1.5, "s", b"b", None, True, (1, 2), [3], {"k": 4}, {5}, range(3),
                  ValueError("v"), len, int):
        got = await both(value)
        print(got is value, repr(got) if not callable(value) else got.__name__, end="; ")
    print()
    print(await swap(1, "b"), [await branch(i) for i in range(5)], await accumulate(10),
          await grows(8))
    print(await maybe(0), await maybe(5), await loop_until(20), await loop_until(100))
    print(await mixed_locals(), await temporaries(), await deep(5, []))
    x, y = await pause((1, 2))
    x, y = await pause(y), await pause(x)
    print(x, y, await identity(await pause(3)))
    results = await asyncio.gather(*(branch(i) for i in range(5)), mixed_locals(), temporaries(),
                                   grows(3))
    print(results)
    total = await pause(1) + await pause(2) if await pause(True) else await pause(3)
    print(total, [await pause(i) async for i in agen(3)], await identity(*[await pause("star")]))
    value = await pause(5)
    value += await pause(value)
    value *= await pause(2) - await pause(value) // 5
    print(value)


async def agen(n):
    for i in range(n):
        yield await pause(i * i)


asyncio.run(main())
