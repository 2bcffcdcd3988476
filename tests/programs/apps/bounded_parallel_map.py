# Parallel map with a limit, with batches, with a pool of workers, and in order of completion.
import asyncio


class Meter:
    def __init__(self):
        self.running = self.most = self.calls = 0

    def __enter__(self):
        self.running += 1
        self.calls += 1
        self.most = max(self.most, self.running)

    def __exit__(self, *info):
        self.running -= 1


meter = Meter()


async def slow_square(n):
    with meter:
        for _ in range(1 + n % 3):
            await asyncio.sleep(0)
        if n == 13:
            raise ValueError("unlucky")
        return n * n


async def map_with_semaphore(function, items, limit):
    semaphore = asyncio.Semaphore(limit)

    async def one(item):
        async with semaphore:
            return await function(item)

    return await asyncio.gather(*(one(i) for i in items))


async def map_in_batches(function, items, size):
    results = []
    items = list(items)
    for start in range(0, len(items), size):
        results += await asyncio.gather(*map(function, items[start:start + size]))
    return results


async def map_with_workers(function, items, workers):
    work = list(enumerate(items))[::-1]
    results = [None] * len(work)

    async def worker():
        while work:
            index, item = work.pop()
            results[index] = await function(item)

    await asyncio.gather(*(worker() for _ in range(workers)))
    return results


async def as_they_finish(function, items, limit):
    pending, items = set(), iter(items)
    order = []
    while True:
        for item in items:
            pending.add(asyncio.create_task(function(item), name=str(item)))
            if len(pending) >= limit:
                break
        if not pending:
            return order
        done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
        order.extend(sorted(int(t.get_name()) for t in done))


async def main():
    global meter
    for function in (map_with_semaphore, map_in_batches, map_with_workers, as_they_finish):
        meter = Meter()
        results = await function(slow_square, range(10), 3)
        print(function.__name__, results, "most at once", meter.most, "calls", meter.calls)
    for function in (map_with_semaphore, map_in_batches, map_with_workers):
        meter = Meter()
        try:
            await function(slow_square, range(10, 16), 2)
        except ValueError as error:
            print(function.__name__, "failed:", error)
        for _ in range(10):
            await asyncio.sleep(0)
        print("  left running:", meter.running)
    print(await map_with_semaphore(slow_square, [], 2), await map_with_workers(slow_square, [5], 9))


asyncio.run(main())
