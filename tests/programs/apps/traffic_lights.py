# Traffic lights at a crossing: a state machine with timers in ticks, cars that queue, a pedestrian button.
import asyncio

PHASES = [("north-south", "green", 4), ("north-south", "yellow", 1), ("east-west", "green", 3),
          ("east-west", "yellow", 1)]


class Crossing:
    def __init__(self):
        self.tick = 0
        self.street, self.color = "none", "red"
        self.queues = {"north-south": [], "east-west": []}
        self.walk_requested = False
        self.passed = []

    async def pause(self):
        await asyncio.sleep(0)

    def let_through(self):
        queue = self.queues.get(self.street, [])
        if self.color == "green" and queue:
            car = queue.pop(0)
            self.passed.append((self.tick, car))
            return car
        return None

    def press_button(self):
        self.walk_requested = True

    async def run(self, cycles):
        for _ in range(cycles):
            for street, color, ticks in PHASES:
                self.street, self.color = street, color
                for _ in range(ticks):
                    car = self.let_through()
                    waiting = "/".join(str(len(q)) for q in self.queues.values())
                    print(f"{self.tick:>3} {street:<12}{color:<7} waiting {waiting} {car or ''}".rstrip())
                    self.tick += 1
                    await self.pause()
            if self.walk_requested:
                self.street, self.color = "walk", "green"
                print(f"{self.tick:>3} people walk")
                self.walk_requested = False
                self.tick += 1
                await self.pause()


async def traffic(crossing, street, prefix, every, count):
    for n in range(count):
        for _ in range(every):
            await crossing.pause()
        crossing.queues[street].append(f"{prefix}{n}")


async def pedestrian(crossing, after):
    while crossing.tick < after:
        await crossing.pause()
    crossing.press_button()


async def main():
    crossing = Crossing()
    await asyncio.gather(
        crossing.run(2),
        traffic(crossing, "north-south", "n", 2, 6),
        traffic(crossing, "east-west", "e", 3, 4),
        pedestrian(crossing, 5),
    )
    print(len(crossing.passed), "cars passed:", " ".join(car for _, car in crossing.passed))
    print({street: queue for street, queue in crossing.queues.items()})


asyncio.run(main())
