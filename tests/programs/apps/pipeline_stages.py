# A pipeline of stages joined by bounded channels; each stage is a task; errors travel down.
import asyncio

END = object()


class Channel:
    def __init__(self, size=1):
        self.size = size
        self.buffer = []
        self.readers = []
        self.writers = []

    def _wait(self, queue):
        future = asyncio.get_running_loop().create_future()
        queue.append(future)
        return future

    async def send(self, item):
        while len(self.buffer) >= self.size:
            await self._wait(self.writers)
        self.buffer.append(item)
        if self.readers:
            self.readers.pop(0).set_result(None)

    async def receive(self):
        while not self.buffer:
            await self._wait(self.readers)
        if self.writers:
            self.writers.pop(0).set_result(None)
        return self.buffer.pop(0)

    def __aiter__(self):
        return self

    async def __anext__(self):
        item = await self.receive()
        if item is END:
            raise StopAsyncIteration
        return item


async def source(out, items):
    for item in items:
        await out.send(item)
    await out.send(END)


async def stage(name, function, inward, out):
    count = 0
    async for item in inward:
        count += 1
        try:
            result = function(item)
        except Exception as error:
            result = f"{type(error).__name__} in {name}"
        if result is not None:
            await out.send(result)
    await out.send(END)
    return name, count


async def sink(inward):
    return [item async for item in inward]


async def run_pipeline(items, *functions, size=1):
    channels = [Channel(size) for _ in range(len(functions) + 1)]
    tasks = [asyncio.create_task(source(channels[0], items))]
    for (name, function), inward, out in zip(functions, channels, channels[1:]):
        tasks.append(asyncio.create_task(stage(name, function, inward, out)))
    collected = await sink(channels[-1])
    stats = await asyncio.gather(*tasks)
    return collected, stats[1:]


def clean(text):
    text = text.strip().lower()
    return text or None


def passes(item):
    return item if isinstance(item, str) and "error" in item.lower() else None


async def main():
    words = ["  Hello ", "WORLD", "   ", "foo", "Bar  "]
    print(await run_pipeline(words, ("clean", clean), ("length", lambda w: (w, len(w)))))
    numbers = [4, 0, "x", 2]
    print(await run_pipeline(numbers, ("invert", lambda n: 10 / n), size=3))
    print(await run_pipeline(range(6), ("square", lambda n: n * n),
                             ("odd", lambda n: n if n % 2 else None),
                             ("text", str), size=2))
    print(await run_pipeline([]))
    print(await run_pipeline(["a"], ("id", lambda x: x)))
    results = await asyncio.gather(
        run_pipeline("abc", ("up", str.upper)),
        run_pipeline("xyz", ("twice", lambda s: s * 2), ("up", str.upper)),
    )
    for collected, stats in results:
        print(collected, stats)
    print(await run_pipeline([1, None], ("fail", lambda n: n + 1), ("filter", passes)))


asyncio.run(main())
