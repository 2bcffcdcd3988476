# Dining philosophers: how five polite people starve, and how a rule saves them.
"""Each needs two forks to eat, and each fork is shared with a neighbour. If all
take the left one first, all wait for the right one forever. If one of them
takes the right one first, somebody can always eat.
"""
import asyncio

NAMES = ["Hypatia", "Plato", "Laozi", "Hume", "Arendt"]


async def dine(name, first, second, meals, log):
    for _ in range(meals):
        async with first:
            await asyncio.sleep(0)         # reaches for the other fork
            async with second:
                log.append(name)
                await asyncio.sleep(0)
        await asyncio.sleep(0)             # thinks


async def dinner(meals, polite):
    forks = [asyncio.Lock() for _ in NAMES]
    log = []
    guests = []
    for seat, name in enumerate(NAMES):
        left, right = forks[seat], forks[(seat + 1) % len(forks)]
        if not polite and seat == len(NAMES) - 1:
            left, right = right, left      # the one who breaks the circle
        guests.append(asyncio.create_task(dine(name, left, right, meals, log)))
    try:
        await asyncio.wait_for(asyncio.gather(*guests), timeout=0.2)
        return "everybody has eaten", log, forks
    except asyncio.TimeoutError:
        return "nobody could go on", log, forks


async def main():
    print("all take the left fork first:")
    outcome, log, forks = await dinner(3, polite=True)
    print("  ", outcome + ", meals eaten:", len(log))
    print("   forks given back by the cancellation:", not any(f.locked() for f in forks))

    print("Arendt takes the right one first:")
    outcome, log, forks = await dinner(3, polite=False)
    print("  ", outcome + ", meals eaten:", len(log))
    for name in NAMES:
        print(f"   {name:<8}{'*' * log.count(name)}")
    print("   the order:", " ".join(name[0] + name[1] for name in log))


asyncio.run(main())
