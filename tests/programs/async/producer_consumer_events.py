# Producer and consumer with futures, events and plain lists: hand-overs in a fixed order.
import asyncio


class Slot:
    """Holds one item; put waits while it is full, take waits while it is empty."""

    def __init__(self):
        self.item = None
        self.full = False
        self.takers = []
        self.putters = []

    async def put(self, item):
        while self.full:
            waiter = asyncio.get_running_loop().create_future()
            self.putters.append(waiter)
            await waiter
        self.item, self.full = item, True
        if self.takers:
            self.takers.pop(0).set_result(None)

    async def take(self):
        while not self.full:
            waiter = asyncio.get_running_loop().create_future()
            self.takers.append(waiter)
            await waiter
        item, self.item, self.full = self.item, None, False
        if self.putters:
            self.putters.pop(0).set_result(None)
        return item


async def producer(slot, items, log):
    for item in items:
        await slot.put(item)
        log.append(f"+{item}")
    await slot.put(None)


async def consumer(slot, name, log):
    total = 0
    while (item := await slot.take()) is not None:
        log.append(f"{name}-{item}")
        total += item
    await slot.put(None)
    return total


async def relay(source, target, function):
    while (item := await source.take()) is not None:
        await target.put(function(item))
    await target.put(None)


async def main():
    slot, log = Slot(), []
    results = await asyncio.gather(producer(slot, range(1, 5), log), consumer(slot, "a", log))
    print(results, log)
    slot, log = Slot(), []
    results = await asyncio.gather(
        consumer(slot, "a", log), consumer(slot, "b", log), producer(slot, range(1, 7), log))
    print(results, log)

    slots = [Slot() for _ in range(4)]
    functions = [lambda x: x + 1, lambda x: x * 10, lambda x: x - 3]
    out = []

    async def sink(slot):
        while (item := await slot.take()) is not None:
            out.append(item)

    await asyncio.gather(
        producer(slots[0], [1, 2, 3], []),
        *(relay(a, b, f) for a, b, f in zip(slots, slots[1:], functions)),
        sink(slots[-1]),
    )
    print(out)

    ready, go, order = asyncio.Event(), asyncio.Event(), []

    async def runner(name):
        order.append(f"{name} ready")
        if len(order) == 3:
            ready.set()
        await go.wait()
        order.append(f"{name} runs")

    runners = [asyncio.create_task(runner(n)) for n in "xyz"]
    await ready.wait()
    order.append("go")
    go.set()
    await asyncio.gather(*runners)
    print(order)

    ping, pong, rally = asyncio.Event(), asyncio.Event(), []

    async def player(name, mine, other):
        for _ in range(3):
            await mine.wait()
            mine.clear()
            rally.append(name)
            other.set()

    ping.set()
    await asyncio.gather(player("ping", ping, pong), player("pong", pong, ping))
    print(rally)


asyncio.run(main())
