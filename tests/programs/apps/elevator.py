# An event-driven elevator: a sweep algorithm, passengers as coroutines, simulated time.
import asyncio


class Elevator:
    def __init__(self, floors, capacity):
        self.floors = floors
        self.capacity = capacity
        self.floor = 0
        self.direction = 1
        self.calls = {floor: [] for floor in range(floors)}
        self.inside = []
        self.clock = 0
        self.travelled = 0

    def log(self, text):
        print(f"t={self.clock:<3} floor {self.floor}: {text}")

    def call(self, name, source, target):
        arrived = asyncio.get_running_loop().create_future()
        self.calls[source].append((name, target, arrived))
        return arrived

    def busy(self):
        return bool(self.inside) or any(self.calls.values())

    def wanted(self, floors):
        return any(self.calls[f] for f in floors) or any(t in floors for _, t, _ in self.inside)

    async def open_doors(self):
        leaving = [p for p in self.inside if p[1] == self.floor]
        for name, target, arrived in leaving:
            self.log(f"{name} gets out")
            arrived.set_result(self.clock)
        self.inside = [p for p in self.inside if p[1] != self.floor]
        while self.calls[self.floor] and len(self.inside) < self.capacity:
            passenger = self.calls[self.floor].pop(0)
            self.log(f"{passenger[0]} gets in, to {passenger[1]}")
            self.inside.append(passenger)
        if self.calls[self.floor]:
            self.log(f"full, {len(self.calls[self.floor])} must wait")
        self.clock += 1
        await asyncio.sleep(0)

    async def run(self):
        while self.busy():
            if self.calls[self.floor] or any(t == self.floor for _, t, _ in self.inside):
                await self.open_doors()
            ahead = range(self.floor + 1, self.floors) if self.direction > 0 else range(self.floor)
            if not self.wanted(ahead):
                self.direction = -self.direction
                if not self.busy():
                    break
                continue
            self.floor += self.direction
            self.travelled += 1
            self.clock += 1
            await asyncio.sleep(0)


async def passenger(elevator, name, source, target, patience=0):
    for _ in range(patience):
        await asyncio.sleep(0)
    pressed = elevator.clock
    arrived = await elevator.call(name, source, target)
    return name, arrived - pressed


async def main():
    elevator = Elevator(floors=6, capacity=2)
    people = [("ann", 0, 4), ("bob", 2, 5), ("cleo", 4, 0), ("dora", 0, 3, 2), ("eve", 0, 1),
              ("finn", 5, 2, 4)]
    tasks = [asyncio.create_task(passenger(elevator, *p)) for p in people]
    await asyncio.sleep(0)
    while not all(t.done() for t in tasks):
        await elevator.run()
        await asyncio.sleep(0)
    times = dict(await asyncio.gather(*tasks))
    for name, waited in sorted(times.items(), key=lambda kv: kv[1]):
        print(f"{name:<5} {waited:>3} {'=' * waited}")
    print("travelled", elevator.travelled, "floors in", elevator.clock, "ticks")


asyncio.run(main())
