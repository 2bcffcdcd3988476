# A restaurant kitchen: orders, stations with limits, recipes as steps.
import asyncio

RECIPES = {
    "burger": [("grill", 3), ("assemble", 1)],
    "salad": [("chop", 2), ("assemble", 1)],
    "steak": [("grill", 5), ("rest", 2), ("assemble", 1)],
    "soup": [("boil", 4)],
}


class Station:
    def __init__(self, name, places):
        self.name, self.places = name, places
        self.line = []
        self.used = 0

    async def __aenter__(self):
        if self.places:
            self.places -= 1
        else:
            turn = asyncio.get_running_loop().create_future()
            self.line.append(turn)
            await turn
        self.used += 1
        return self

    async def __aexit__(self, *info):
        if self.line:
            self.line.pop(0).set_result(None)
        else:
            self.places += 1


class Kitchen:
    def __init__(self):
        self.stations = {"grill": Station("grill", 2), "chop": Station("chop", 1),
                         "boil": Station("boil", 1),
                         "assemble": Station("assemble", 1), "rest": Station("rest", 9)}
        self.tick = 0
        self.open = True

    async def clock(self):
        while self.open:
            await asyncio.sleep(0)
            self.tick += 1

    def say(self, text):
        print(f"[{self.tick:>3}] {text}")

    async def cook(self, ticket, dish):
        try:
            steps = RECIPES[dish]
        except KeyError:
            raise ValueError(f"we do not make {dish}") from None
        for step, ticks in steps:
            async with self.stations[step]:
                self.say(f"#{ticket} {dish}: {step}")
                for _ in range(ticks):
                    await asyncio.sleep(0)
        return dish

    async def order(self, ticket, *dishes):
        self.say(f"#{ticket} ordered {', '.join(dishes)}")
        started = self.tick
        results = await asyncio.gather(*(self.cook(ticket, d) for d in dishes),
                                       return_exceptions=True)
        for result in results:
            if isinstance(result, ValueError):
                self.say(f"#{ticket} sorry: {result}")
        served = [r for r in results if isinstance(r, str)]
        self.say(f"#{ticket} served {served}")
        return ticket, len(served), self.tick - started


async def main():
    kitchen = Kitchen()
    clock = asyncio.create_task(kitchen.clock())
    orders = await asyncio.gather(
        kitchen.order(1, "burger", "salad"),
        kitchen.order(2, "steak", "pizza"),
        kitchen.order(3, "burger", "burger", "soup"),
        kitchen.order(4, "soup"),
    )
    kitchen.open = False
    await clock
    for ticket, served, ticks in orders:
        print(f"ticket {ticket}: {served} dishes in {ticks} ticks")
    print({s.name: s.used for s in kitchen.stations.values()})


asyncio.run(main())
