# gather: repeated arguments of every kind, arguments that are no awaitables, and many of them.
import asyncio


async def give(x):
    await asyncio.sleep(0)
    return x


class Given:
    def __init__(self, x):
        self.x = x

    def __await__(self):
        yield
        return self.x


async def main():
    c, g = give(1), Given(2)
    t = asyncio.create_task(give(3))
    f = asyncio.get_running_loop().create_future()
    f.set_result(4)
    print(await asyncio.gather(c, t, c, f, g, t, f, g, c, give(5)))
    print(await asyncio.gather(f, f, f), await asyncio.gather(t, t))
    for bad in (3, None, "text"):
        try:
            await asyncio.gather(give(6), bad)
        except TypeError as e:
            print(type(e).__name__, e)
    await asyncio.sleep(0)
    results = await asyncio.gather(*[give(i) for i in range(2000)])
    print(len(results), sum(results))
    order = []
    for future in (t1 := asyncio.create_task(give("a"))), (t2 := asyncio.create_task(give("b"))):
        future.add_done_callback(lambda x: order.append(x.result()))
    gathered = asyncio.gather(t2, t1, t2)
    gathered.add_done_callback(lambda x: order.append(x.result()))
    await gathered
    await asyncio.sleep(0)
    print(order)


asyncio.run(main())
