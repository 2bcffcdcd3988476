# Interleaving, tick by tick: gather in tasks, awaits of finished things, callbacks and tasks mixed.
import asyncio

log = []


def mark(*what):
    log.append("".join(map(str, what)))


def flush(label):
    print(f"{label}: {' '.join(log)}")
    log.clear()


async def steps(name, n):
    for i in range(n):
        mark(name, i)
        await asyncio.sleep(0)
    mark(name, ".")


async def returns(name):
    mark(name)
    return name


async def via_task(name):
    mark(name, "<")
    await asyncio.create_task(returns(name))
    mark(name, ">")


async def via_await(name):
    mark(name, "<")
    await returns(name)
    mark(name, ">")


async def via_gather(name):
    mark(name, "<")
    await asyncio.gather(returns(name), returns(name))
    mark(name, ">")


async def via_future(name):
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_soon(future.set_result, None)
    mark(name, "<")
    await future
    mark(name, ">")


async def via_wait_for(name, timeout):
    mark(name, "<")
    await asyncio.wait_for(returns(name), timeout)
    mark(name, ">")


async def via_shield(name):
    mark(name, "<")
    await asyncio.shield(returns(name))
    mark(name, ">")


async def via_sleep(name):
    mark(name, "<")
    await asyncio.sleep(0)
    mark(name, ">")


async def via_wait(name):
    mark(name, "<")
    await asyncio.wait([asyncio.create_task(returns(name))])
    mark(name, ">")


async def main():
    await asyncio.gather(steps("a", 3), steps("b", 1), steps("c", 2))
    flush("steps")
    kinds = {
        "task": via_task, "await": via_await, "gather": via_gather, "future": via_future,
        "shield": via_shield, "sleep": via_sleep, "wait": via_wait,
        "wait_for": lambda n: via_wait_for(n, 1), "forever": lambda n: via_wait_for(n, None),
    }
    for label, kind in kinds.items():
        await asyncio.gather(kind("x"), steps("s", 6))
        flush(label)
    await asyncio.gather(*(kind(label[0]) for label, kind in kinds.items()))
    flush("all")
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(steps("t", 2))
    for i in range(3):
        loop.call_soon(mark, "cb", i)
        mark("main", i)
        await asyncio.sleep(0)
    await task
    flush("callbacks")

    def chain(n):
        mark("chain", n)
        if n:
            loop.call_soon(chain, n - 1)

    loop.call_soon(chain, 3)
    await steps("m", 5)
    flush("chained")
    outer = asyncio.gather(via_gather("p"), asyncio.gather(returns("q"), steps("r", 1)))
    outer.add_done_callback(lambda f: mark("done"))
    await outer
    mark("after")
    await asyncio.sleep(0)
    flush("nested")
    first = asyncio.create_task(steps("1", 2))
    first.add_done_callback(lambda t: mark("cb1"))
    second = asyncio.create_task(via_task("2"))
    second.add_done_callback(lambda t: mark("cb2"))
    await asyncio.wait([first, second])
    flush("wait two")


asyncio.run(main())
