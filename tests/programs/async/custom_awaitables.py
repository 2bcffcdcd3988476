# Objects with __await__: delegating to sleep, futures.
import asyncio


class Delayed:
    def __init__(self, value, pauses):
        self.value = value
        self.pauses = pauses

    def __await__(self):
        for i in range(self.pauses):
            yield from asyncio.sleep(0).__await__()
        return self.value


class Immediate:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return self.value
        yield


class Lazy:
    """Computes its value at the first await, and keeps it."""

    def __init__(self, factory):
        self.factory = factory
        self.task = None

    def __await__(self):
        if self.task is None:
            self.task = asyncio.ensure_future(self.factory())
        return self.task.__await__()


class Event:
    """A one-shot event made of a future."""

    def __init__(self):
        self.future = asyncio.get_running_loop().create_future()

    def set(self, value=None):
        if not self.future.done():
            self.future.set_result(value)

    def __await__(self):
        return self.future.__await__()


class Raises:
    def __await__(self):
        yield
        raise ValueError("from __await__")


async def compute():
    print("computing")
    await asyncio.sleep(0)
    return 42


async def waiter(name, event):
    print(name, "waits")
    print(name, "got", await event)


class Connection:
    def __init__(self, name):
        self.name = name
        self.open = False

    def __await__(self):
        async def connect():
            await asyncio.sleep(0)
            self.open = True
            return self
        return connect().__await__()

    async def __aenter__(self):
        return await self

    async def __aexit__(self, *info):
        self.open = False


async def main():
    print(await Delayed("d", 3), await Delayed("none", 0), await Immediate("i"))
    print(await asyncio.gather(Delayed("a", 2), Immediate("b"), Delayed("c", 1)))
    lazy = Lazy(compute)
    print(await lazy, await lazy)
    print(await asyncio.gather(lazy, lazy))

    event = Event()
    tasks = [asyncio.create_task(waiter(n, event)) for n in "xyz"]
    await asyncio.sleep(0)
    event.set("the value")
    event.set("ignored")
    await asyncio.gather(*tasks)
    print("late", await event)

    try:
        await Raises()
    except ValueError as error:
        print("ValueError", error)
    conn = await Connection("db")
    print(conn.name, conn.open)
    async with Connection("web") as web:
        print(web.name, web.open)
    print(web.open)

    print(await asyncio.wait_for(Delayed("in time", 1), 1))
    try:
        asyncio.create_task(Delayed("no", 1))
    except TypeError as error:
        print(str(error).split(" <")[0])
    task = asyncio.ensure_future(Delayed("wrapped", 2))
    print(type(task).__name__, await task)
    print([await x for x in (Delayed(1, 1), Immediate(2))])
    log = []

    async def worker(n):
        for i in range(n):
            log.append((n, i))
            await Delayed(None, n)

    await asyncio.gather(worker(1), worker(2), worker(3))
    print(log)


asyncio.run(main())
