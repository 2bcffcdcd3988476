# Async generators: finally with awaits, aclose on break, exceptions, cancellation, return, athrow.
import asyncio


async def ticker(name, n=5):
    print(name, "opens")
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
        print(name, "runs out")
    except GeneratorExit:
        print(name, "GeneratorExit")
        raise
    except ValueError as error:
        print(name, "caught", error)
        yield "recovered"
    finally:
        await asyncio.sleep(0)
        print(name, "closes")


async def nested(name):
    async for x in ticker(name + ".inner", 2):
        yield x * 10
    print(name, "between")
    async for x in ticker(name + ".second", 1):
        yield x


async def early():
    yield 1
    return
    yield 2


async def empty():
    if False:
        yield


async def raising():
    yield 1
    try:
        yield 2
    finally:
        print("raising closes")
    raise KeyError("after two")


async def main():
    async for i in ticker("full", 2):
        print("got", i)
    print([x async for x in early()], [x async for x in empty()], [x async for x in nested("n")])

    g = ticker("broken off")
    async for i in g:
        if i == 1:
            break
    await g.aclose()
    print("after aclose", [x async for x in g])

    g = ticker("thrown")
    print(await anext(g), await g.athrow(ValueError("into it")))
    try:
        await anext(g)
    except StopAsyncIteration:
        print("ended")

    g = ticker("unstarted")
    await g.aclose()
    try:
        await g.athrow(ValueError("closed already"))
    except (ValueError, StopAsyncIteration) as error:
        print(type(error).__name__)

    try:
        async for x in raising():
            print("item", x)
    except KeyError as error:
        print("KeyError", error)

    async def consume():
        async for x in ticker("cancelled", 100):
            await asyncio.sleep(0 if x < 2 else 10)

    task = asyncio.create_task(consume())
    await asyncio.sleep(0.01)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("consumer cancelled")
    await asyncio.sleep(0.01)

    async def ignoring():
        try:
            yield 1
        except GeneratorExit:
            yield 2

    g = ignoring()
    await anext(g)
    try:
        await g.aclose()
    except RuntimeError as error:
        print("RuntimeError", error)
    g = early()
    first, second = g.__anext__(), g.__anext__()
    print(await first)
    try:
        await second
    except StopAsyncIteration:
        print("second is over")

    busy = ticker("busy", 3)
    a = asyncio.create_task(busy.__anext__())
    b = asyncio.create_task(busy.__anext__())
    for t in (a, b):
        try:
            print("anext gave", await t)
        except RuntimeError as error:
            print("RuntimeError", error)
    await busy.aclose()

    async def double(source):
        try:
            async for x in source:
                yield x * 2
        finally:
            print("double closes")
            await source.aclose()

    d = double(ticker("source"))
    print(await anext(d), await anext(d))
    await d.aclose()
    print(await asyncio.gather(*(anext(ticker(n, 1)) for n in "pq")))


asyncio.run(main())
