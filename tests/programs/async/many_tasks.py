# A thousand tasks: counting, order of completion, chains, fan-in, cancellation of them all.
import asyncio


async def tiny(i, total):
    total[0] += i
    await asyncio.sleep(0)
    total[1] += 1
    return i


async def chain(n):
    """n tasks, each waiting for the one before."""
    async def link(previous, i):
        value = await previous if previous else 0
        return value + i

    task = None
    for i in range(n):
        task = asyncio.create_task(link(task, i))
    return await task


async def ring(size, laps):
    """A token goes round a ring of tasks."""
    loop = asyncio.get_running_loop()
    slots = [loop.create_future() for _ in range(size)]
    hops = 0

    async def node(i):
        nonlocal hops
        for lap in range(laps):
            await slots[i]
            slots[i] = loop.create_future()
            hops += 1
            if not (i == size - 1 and lap == laps - 1):
                slots[(i + 1) % size].set_result(None)

    tasks = [asyncio.create_task(node(i)) for i in range(size)]
    slots[0].set_result(None)
    await asyncio.gather(*tasks)
    return hops


async def fan_in(n):
    done = asyncio.get_running_loop().create_future()
    left = n

    async def part(i):
        nonlocal left
        for _ in range(i % 5):
            await asyncio.sleep(0)
        left -= 1
        if left == 0:
            done.set_result(f"last was {i}")

    for i in range(n):
        asyncio.create_task(part(i))
    return await done


async def ping_pong(rounds):
    log = []
    turn = ["ping"]

    async def player(me, other):
        for _ in range(rounds):
            while turn[0] != me:
                await asyncio.sleep(0)
            log.append(me[1])
            turn[0] = other
            await asyncio.sleep(0)

    await asyncio.gather(player("ping", "pong"), player("pong", "ping"))
    return "".join(log)


async def sleeper(i):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        return i


async def main():
    total = [0, 0]
    results = await asyncio.gather(*(tiny(i, total) for i in range(1000)))
    print(len(results), results[:3], results[-1], total)
    tasks = [asyncio.create_task(tiny(i, total)) for i in range(1000)]
    print(sum([await t for t in tasks]), total)
    print(await chain(500))
    print(await ring(50, 10))
    print(await fan_in(997))
    print(await ping_pong(6))
    sleepers = [asyncio.create_task(sleeper(i)) for i in range(1000)]
    await asyncio.sleep(0)
    cancelled = sum(t.cancel() for t in sleepers)
    print(cancelled, sum(await asyncio.gather(*sleepers)))
    order = []

    async def late(i):
        await asyncio.sleep(0.01 * (i % 3))
        order.append(i % 3)

    await asyncio.gather(*(late(i) for i in range(300)))
    print(order == sorted(order), len(order))
    counts = {}

    async def tally(name):
        for _ in range(100):
            counts[name] = counts.get(name, 0) + 1
            await asyncio.sleep(0)

    await asyncio.gather(*(tally(n) for n in "abcabc"))
    print(counts)


asyncio.run(main())
