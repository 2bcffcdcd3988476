# State shared by tasks without locks: lost updates, check-then-act, and how pauses decide.
import asyncio


class Counter:
    def __init__(self):
        self.value = 0

    async def careless(self):
        seen = self.value
        await asyncio.sleep(0)
        self.value = seen + 1

    async def careful(self):
        await asyncio.sleep(0)
        self.value += 1

    async def in_one_expression(self):
        self.value = self.value + await one()

    async def in_other_order(self):
        self.value = await one() + self.value

    async def augmented(self):
        self.value += await one()


async def one():
    await asyncio.sleep(0)
    return 1


class Cache:
    def __init__(self):
        self.data, self.loads, self.pending = {}, [], {}

    async def load(self, key):
        self.loads.append(key)
        await asyncio.sleep(0)
        return key * 2

    async def naive(self, key):
        if key not in self.data:
            self.data[key] = await self.load(key)
        return self.data[key]

    async def shared(self, key):
        if key in self.data:
            return self.data[key]
        if key not in self.pending:
            self.pending[key] = asyncio.create_task(self.load(key))
        self.data[key] = await self.pending[key]
        self.pending.pop(key, None)
        return self.data[key]


class Seats:
    def __init__(self, n):
        self.free = n
        self.sold = []

    async def book_badly(self, name):
        if self.free > 0:
            await asyncio.sleep(0)
            self.free -= 1
            self.sold.append(name)
            return True
        return False

    async def book_well(self, name):
        if self.free <= 0:
            return False
        self.free -= 1
        try:
            await asyncio.sleep(0)
            if name.startswith("x"):
                raise ValueError("payment failed")
            self.sold.append(name)
            return True
        except ValueError:
            self.free += 1
            return False


async def main():
    for name in ("careless", "careful", "in_one_expression", "in_other_order", "augmented"):
        counter = Counter()
        await asyncio.gather(*(getattr(counter, name)() for _ in range(5)))
        print(name, counter.value)
    for name in ("naive", "shared"):
        cache = Cache()
        method = getattr(cache, name)
        print(name, await asyncio.gather(*(method(k) for k in "abaab")), cache.loads, cache.pending)
    for name in ("book_badly", "book_well"):
        seats = Seats(2)
        results = await asyncio.gather(*(getattr(seats, name)(n) for n in ("ann", "xav", "bob",
                                                                           "cy")))
        print(name, results, seats.free, seats.sold)
    items, out = list(range(6)), []

    async def taker(name):
        while items:
            item = items.pop(0)
            await asyncio.sleep(0)
            out.append((name, item))

    await asyncio.gather(taker("a"), taker("b"))
    print(out)
    data = {"a": 1, "b": 2, "c": 3}

    async def iterate():
        try:
            for k in data:
                await asyncio.sleep(0)
        except RuntimeError as error:
            return str(error)

    async def change():
        await asyncio.sleep(0)
        data["d"] = 4

    print((await asyncio.gather(iterate(), change()))[0])
    shared = []

    async def appender(name, n):
        for i in range(n):
            shared.append(f"{name}{i}")
            await asyncio.sleep(0)

    async def watcher():
        lengths = []
        while len(shared) < 6:
            lengths.append(len(shared))
            await asyncio.sleep(0)
        return lengths

    print(await asyncio.gather(appender("p", 3), appender("q", 3), watcher()), shared)


asyncio.run(main())
