# contextlib for async: asynccontextmanager, aclosing, AsyncExitStack, with tasks and errors.
import asyncio
from contextlib import AsyncExitStack, aclosing, asynccontextmanager, suppress


@asynccontextmanager
async def connection(name):
    print("connect", name)
    await asyncio.sleep(0)
    try:
        yield {"name": name}
    except ValueError as error:
        print("handled", error)
    finally:
        await asyncio.sleep(0)
        print("disconnect", name)


async def numbers():
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(0)
    finally:
        print("numbers closed")


@asynccontextmanager
async def limit(pool, n):
    while len(pool) >= n:
        await asyncio.sleep(0)
    token = object()
    pool.append(token)
    try:
        yield len(pool)
    finally:
        pool.remove(token)


async def use(pool, i, log):
    async with limit(pool, 2) as used:
        log.append((i, used))
        await asyncio.sleep(0)
        await asyncio.sleep(0)


async def main():
    async with connection("a") as a:
        print("using", a)
    async with connection("b"):
        raise ValueError("swallowed")
    try:
        async with connection("c"):
            raise KeyError("passes")
    except KeyError as error:
        print("outside", error)
    async with connection("x") as x, connection("y") as y:
        print(x, y)
    async with aclosing(numbers()) as source:
        async for n in source:
            if n == 2:
                break
    print("after the loop")

    async with AsyncExitStack() as stack:
        for name in "pq":
            await stack.enter_async_context(connection(name))
        stack.enter_context(suppress(RuntimeError))

        async def later(text):
            await asyncio.sleep(0)
            print("async callback", text)

        stack.push_async_callback(later, "one")
        stack.callback(print, "sync callback")
        raise RuntimeError("suppressed by the stack")
    print("went on")

    @connection("decorator")
    async def decorated():
        print("in decorated")
        return 5

    print(await decorated())
    pool, log = [], []
    await asyncio.gather(*(use(pool, i, log) for i in range(5)))
    print(log, pool)

    async def held():
        async with connection("held"):
            await asyncio.sleep(10)

    task = asyncio.create_task(held())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    print("cancelled", task.cancelled())


asyncio.run(main())
