# Weather stations report at different speeds; a collector averages, warns and stops after enough data.
import asyncio
import random


class Station:
    def __init__(self, name, base, pauses, seed):
        self.name = name
        self.base = base
        self.pauses = pauses
        self.rng = random.Random(seed)

    async def readings(self):
        while True:
            for _ in range(self.pauses):
                await asyncio.sleep(0)
            yield round(self.base + self.rng.uniform(-2, 2), 1)


class Collector:
    def __init__(self, wanted):
        self.wanted = wanted
        self.data = {}
        self.done = asyncio.get_running_loop().create_future()

    def add(self, station, value):
        self.data.setdefault(station.name, []).append(value)
        total = sum(len(v) for v in self.data.values())
        print(f"{total:>3} {station.name:<7} {value:>6.1f}" + ("  frost!" if value < 0 else ""))
        if total == self.wanted and not self.done.done():
            self.done.set_result(total)

    def summary(self):
        for name, values in sorted(self.data.items()):
            mean = sum(values) / len(values)
            yield f"{name:<7} n={len(values):<3} mean={mean:.2f} min={min(values)} max={max(values)}"


async def watch(station, collector):
    async for value in station.readings():
        collector.add(station, value)


async def main():
    stations = [Station("valley", 15, 1, 10), Station("summit", -1, 3, 20),
                Station("coast", 18, 2, 30)]
    collector = Collector(wanted=20)
    tasks = [asyncio.create_task(watch(s, collector)) for s in stations]
    print("collected", await collector.done)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for line in collector.summary():
        print(line)


asyncio.run(main())
