# gather: results in argument order, interleaving at each await, nested gathers, none, repeats.
import asyncio


async def worker(name, steps):
    for step in range(steps):
        print(name, step)
        await asyncio.sleep(0)
    print(name, "done")
    return name * steps


async def slow(value, delay):
    await asyncio.sleep(delay)
    print("slow", value)
    return value


async def instant(value):
    print("instant", value)
    return value


async def group(label, *names):
    print("group", label)
    result = await asyncio.gather(*(worker(n, 2) for n in names))
    print("group end", label)
    return result


async def main():
    print(await asyncio.gather(worker("a", 3), worker("b", 1), worker("c", 2)))
    print(await asyncio.gather(slow("x", 0.03), slow("y", 0.01), slow("z", 0.02)))
    print(await asyncio.gather())
    print(await asyncio.gather(instant(1)))
    print(await asyncio.gather(instant(1), instant("two"), instant(None), instant([4])))
    print(await asyncio.gather(group("g1", "p", "q"), group("g2", "r"), instant("solo")))

    nested = await asyncio.gather(
        asyncio.gather(instant(1), instant(2)),
        asyncio.gather(instant(3), asyncio.gather(instant(4))),
    )
    print(nested)

    task = asyncio.create_task(slow("shared", 0.01))
    print(await asyncio.gather(task, task, instant("other"), task))

    pending = asyncio.gather(worker("late", 2), instant("early"))
    print("gather made, nothing ran")
    await asyncio.sleep(0)
    print("one pause later")
    print(pending.done(), await pending, pending.done())

    a, b = await asyncio.gather(instant("left"), instant("right"))
    print(a, b)
    first, *others = await asyncio.gather(*[instant(i) for i in range(4)])
    print(first, others)
    total = sum(await asyncio.gather(*map(instant, [10, 20, 30])))
    print(total)


asyncio.run(main())
