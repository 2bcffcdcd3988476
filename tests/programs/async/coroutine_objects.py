# What calling an async function gives: nothing runs, type, inspect, reuse, results, arguments.
import asyncio
import inspect


async def add(a, b=10):
    print("add runs", a, b)
    return a + b


async def nothing():
    pass


async def answer_later():
    await asyncio.sleep(0)
    return 42


def plain():
    return 1


class Service:
    async def fetch(self, key):
        return f"value of {key}"

    @staticmethod
    async def static(x):
        return x * 2

    @classmethod
    async def klass(cls):
        return cls.__name__


async def main():
    coro = add(1)
    print("made", type(coro).__name__, inspect.iscoroutine(coro), coro.__name__)
    print("awaited", await coro)
    print(await add(1, 2), await add(b=3, a=4), await add(*[5, 6]), await add(**{"a": 7}))
    print(await nothing())
    print(await answer_later())
    print(inspect.iscoroutinefunction(add), inspect.iscoroutinefunction(plain))
    print(asyncio.iscoroutinefunction(add), asyncio.iscoroutine(plain()))
    print(inspect.isawaitable(plain()), type(add).__name__)

    try:
        add()
    except TypeError as error:
        print("at the call:", error)
    try:
        add(1, 2, 3)
    except TypeError as error:
        print("at the call:", error)
    try:
        add(c=1)
    except TypeError as error:
        print("at the call:", error)

    again = nothing()
    await again
    try:
        await again
    except RuntimeError as error:
        print("RuntimeError:", error)
    try:
        await asyncio.create_task(again)
    except RuntimeError as error:
        print("RuntimeError:", error)

    closed = add(100)
    closed.close()
    try:
        await closed
    except RuntimeError as error:
        print("closed:", error)

    for wrong in (5, None, "text", [1], plain, add):
        try:
            await wrong
        except TypeError as error:
            print("TypeError:", error)

    service = Service()
    print(await service.fetch("k"), await Service.static(4), await Service.klass())
    bound = service.fetch
    waiting = [bound("a"), bound("b")]
    print([await c for c in waiting])
    jobs = {"x": add(1, 1), "y": add(2, 2)}
    for name, job in jobs.items():
        print(name, await job)
    return "done"


print(asyncio.run(main()))
print(asyncio.run(add(20, 22)))
try:
    asyncio.run(plain())
except ValueError as error:
    print("ValueError:", error)
