# A coffee shop: a simulation of customers, one till and two baristas, in made-up minutes.
"""The simulation has a clock of its own. Nothing here depends on how fast the
machine is: the clock jumps to the next moment at which something happens, as
soon as everybody waits. It is a scheduler of forty lines on top of futures,
and a small model of what an event loop does all day.
"""
import asyncio
import random


class Clock:
    """Simulated time: `await clock.wait(3)` costs three minutes and no real time."""

    def __init__(self):
        self.now = 0
        self.alarms = []                   # [when, order, future], kept sorted
        self.made = 0

    async def wait(self, minutes):
        self.made += 1
        alarm = asyncio.get_running_loop().create_future()
        self.alarms.append((self.now + minutes, self.made, alarm))
        self.alarms.sort(key=lambda entry: entry[:2])
        await alarm

    async def run(self, everybody):
        """Advances the time until all of `everybody` have gone home."""
        while not all(person.done() for person in everybody):
            for _ in range(10):            # let all those go on who can
                await asyncio.sleep(0)
            if self.alarms:
                self.now, _, alarm = self.alarms.pop(0)
                alarm.set_result(None)


class Staff:
    """Some equal workers, and a line of customers in front of them."""

    def __init__(self, names):
        self.free = list(names)
        self.line = []

    async def hire(self):
        if self.free:
            return self.free.pop(0)
        turn = asyncio.get_running_loop().create_future()
        self.line.append(turn)
        return await turn

    def release(self, worker):
        if self.line:
            self.line.pop(0).set_result(worker)
        else:
            self.free.append(worker)


MENU = {"espresso": 1, "cappuccino": 3, "pour over": 6}


class Shop:
    def __init__(self):
        self.clock = Clock()
        self.till = Staff(["the till"])
        self.baristas = Staff(["Maya", "Luis"])
        self.served = []
        self.lost = []

    def say(self, text):
        print(f"8:{self.clock.now:02d}  {text}")

    async def customer(self, name, arrives, drink, patience):
        await self.clock.wait(arrives)
        self.say(f"{name} comes in for {'an' if drink[0] == 'e' else 'a'} {drink}")
        if len(self.till.line) >= patience:
            self.say(f"{name} sees the line and leaves")
            self.lost.append(name)
            return

        till = await self.till.hire()
        await self.clock.wait(1)
        self.till.release(till)

        barista = await self.baristas.hire()
        self.say(f"{barista} begins {name}'s {drink}")
        await self.clock.wait(MENU[drink])
        self.baristas.release(barista)
        waited = self.clock.now - arrives
        self.say(f"{name} has the {drink}, after {waited} minutes")
        self.served.append((name, waited))


async def main():
    rng = random.Random(42)
    shop = Shop()
    names = "Ann Bob Cleo Dora Eve Finn Gus Hal".split()
    arrives = 0
    people = []
    for name in names:
        drink = rng.choice(list(MENU))
        people.append(asyncio.create_task(shop.customer(name, arrives, drink, patience=2)))
        arrives += rng.randint(0, 2)
    await shop.clock.run(people)

    print()
    print(f"served {len(shop.served)}, lost {len(shop.lost)}: {', '.join(shop.lost) or 'nobody'}")
    longest = max(shop.served, key=lambda entry: entry[1])
    average = sum(waited for _, waited in shop.served) / len(shop.served)
    print(f"average wait {average:.1f} minutes, the longest: {longest[0]} with {longest[1]}")
    print(f"closing time: 8:{shop.clock.now:02d}")


asyncio.run(main())
