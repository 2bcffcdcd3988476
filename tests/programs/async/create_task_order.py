# create_task: when tasks start, how they interleave with their maker and with each other.
import asyncio

log = []


def say(*parts):
    print(*parts)
    log.append(" ".join(str(p) for p in parts))


async def step(name, n):
    say(name, "start")
    for i in range(n):
        await asyncio.sleep(0)
        say(name, i)
    say(name, "end")
    return n


async def spawner(depth):
    say("spawner", depth)
    if depth:
        child = asyncio.create_task(spawner(depth - 1))
        say("spawned", depth - 1)
        result = await child
        return result + 1
    return 0


async def no_pause(name):
    say("no_pause", name)


async def calls_directly():
    say("direct before")
    await no_pause("direct")
    say("direct after")


async def main():
    t1 = asyncio.create_task(step("A", 2))
    t2 = asyncio.create_task(step("B", 3))
    say("created, not started:", t1.done(), t2.done())
    await asyncio.sleep(0)
    say("main after one pause")
    r2 = await t2
    say("t2 gave", r2, "and t1 is done:", t1.done())
    say("t1 gave", await t1)

    say("depth", await spawner(4))

    tasks = [asyncio.create_task(no_pause(i)) for i in range(4)]
    say("nothing yet")
    await calls_directly()
    await tasks[-1]
    say(all(t.done() for t in tasks))

    late = asyncio.create_task(no_pause("late"))
    await asyncio.sleep(0)
    say("late done?", late.done())
    await late
    say("await on a finished task does not pause")

    order = []

    async def mark(x):
        order.append(x)
        await asyncio.sleep(0)
        order.append(-x)

    for x in range(1, 4):
        asyncio.create_task(mark(x))
    order.append("main")
    await asyncio.sleep(0)
    order.append("main")
    await asyncio.sleep(0)
    order.append("main")
    say(order)

    forgotten = asyncio.create_task(step("F", 100))
    await asyncio.sleep(0)
    say("main ends while F runs", forgotten.done())


asyncio.run(main())
print(len(log))
