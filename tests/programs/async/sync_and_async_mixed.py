# Sync code calling async code and back: callbacks, wrappers, detection of kinds.
import asyncio
import inspect


def sync_add(a, b):
    return a + b


async def async_add(a, b):
    await asyncio.sleep(0)
    return a + b


class AsyncCallable:
    async def __call__(self, a, b):
        return a + b


class ReturnsFuture:
    def __call__(self, a, b):
        future = asyncio.get_running_loop().create_future()
        future.set_result(a + b)
        return future


async def call(function, *args):
    result = function(*args)
    if inspect.isawaitable(result):
        result = await result
    return result


def jobs(n):
    for i in range(n):
        yield async_add(i, i)


def make_coroutines(*values):
    return [async_add(v, 1) for v in values]


class Emitter:
    def __init__(self):
        self.listeners = []

    def on(self, listener):
        self.listeners.append(listener)
        return listener

    async def emit(self, *args):
        out = []
        for listener in self.listeners:
            out.append(await call(listener, *args))
        return out


def sync_entry(n):
    """A synchronous function that runs a whole event loop inside."""
    async def inner():
        return sum(await asyncio.gather(*jobs(n)))
    return asyncio.run(inner())


def fire_and_collect(results):
    """Called from async code; schedules, cannot wait."""
    task = asyncio.ensure_future(async_add(100, 1))
    task.add_done_callback(lambda t: results.append(t.result()))
    return task


async def main():
    for function in (sync_add, async_add, AsyncCallable(), ReturnsFuture(), lambda a,
                     b: async_add(a, b), max):
        print(await call(function, 2, 3), end=" ")
    print()
    print([await job for job in jobs(4)], await asyncio.gather(*jobs(3)),
          await asyncio.gather(*make_coroutines(5, 6)))
    emitter = Emitter()
    emitter.on(sync_add)
    emitter.on(async_add)

    @emitter.on
    async def product(a, b):
        return a * b

    print(await emitter.emit(3, 4))
    results = []
    task = fire_and_collect(results)
    print(results)
    await task
    await asyncio.sleep(0)
    print(results)
    print(sorted(await asyncio.gather(*(async_add(-i, 0) for i in range(3)))),
          max([await async_add(1, 2), 2]))
    print(list(map(sync_add, await asyncio.gather(*jobs(2)), [10, 20])))
    table = {name: f for name, f in (("s", sync_add), ("a", async_add))}
    print({name: await call(f, 1, 1) for name, f in table.items()})
    coros = {k: async_add(k, k) for k in (1, 2)}
    print(dict(zip(coros, await asyncio.gather(*coros.values()))))
    for wrong in (lambda: sync_add(1, 2),):
        try:
            await wrong()
        except TypeError as error:
            print(error)
    pair = async_add(1, 2), async_add(3, 4)
    a, b = [await p for p in pair]
    print(a, b)
    if await async_add(1, -1) or await async_add(0, 5):
        print("truth of results")
    print(bool(c := async_add(0, 0)), await c)


print(sync_entry(4), sync_entry(0))
asyncio.run(main())
print([sync_entry(n) for n in range(3)])
