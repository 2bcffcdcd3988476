# When coroutine locals, arguments and results die: the frame must not keep what is finished.
import asyncio


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  del", self.name)


async def uses(thing):
    print("uses", thing.name)
    await asyncio.sleep(0)
    print("used", thing.name)


async def makes(name):
    local = Noisy(name + " local")
    await asyncio.sleep(0)
    return Noisy(name + " result")


async def rebinding():
    x = Noisy("x1")
    await asyncio.sleep(0)
    x = Noisy("x2")
    print("rebound")
    await asyncio.sleep(0)
    del x
    print("deleted")
    await asyncio.sleep(0)


async def loop_variable():
    for i in range(2):
        item = Noisy(f"item {i}")
        await asyncio.sleep(0)
    print("loop over")


async def never():
    local = Noisy("never made")


async def gen():
    local = Noisy("generator local")
    try:
        yield 1
        yield 2
    finally:
        print("generator closed")


async def main():
    await uses(Noisy("argument"))
    print("--")
    result = await makes("a")
    print("got", result.name)
    result = None
    print("--")
    await rebinding()
    print("--")
    await loop_variable()
    print("--")
    task = asyncio.create_task(makes("t"))
    await task
    print("task done, its result is kept:", task.result().name)
    del task
    await asyncio.sleep(0)
    print("task dropped")
    coro = uses(Noisy("held by a coroutine"))
    coro.close()
    print("closed")
    del coro
    print("--")
    async for i in (g := gen()):
        print("item", i)
        break
    await g.aclose()
    del g
    print("--")
    future = asyncio.get_running_loop().create_future()
    future.set_result(Noisy("future result"))
    print((await future).name)
    del future
    print("end of main")


asyncio.run(main())
print("end")
