# A tiny ant colony: every ant is a coroutine, and the paths they leave find the shorter way.
"""Ants walk from the nest to the food by one of two roads. Each leaves a scent
on its way back; later ants prefer the stronger scent. The short road is walked
more often in the same time, so its scent wins. No ant knows this.
"""
import asyncio
import random

ROADS = {"long": 5, "short": 2}            # how many pauses a walk takes
scent = {"long": 1.0, "short": 1.0}
walks = {"long": 0, "short": 0}


def choose(rng):
    """A road, with a chance in proportion to its scent."""
    point = rng.random() * sum(scent.values())
    for road, strength in scent.items():
        point -= strength
        if point <= 0:
            return road
    return road


async def walk(road):
    for _ in range(ROADS[road]):
        await asyncio.sleep(0)


async def ant(rng, food):
    """Fetches food until there is none; returns how much this ant carried home."""
    carried = 0
    while food["left"] > 0:
        road = choose(rng)
        await walk(road)
        if food["left"] == 0:
            break
        food["left"] -= 1
        await walk(road)
        carried += 1
        walks[road] += 1
        scent[road] += 1.0
    return carried


async def weather():
    """The scent fades, or the first choice of the first ants would win forever."""
    while True:
        for road in scent:
            scent[road] = max(0.2, scent[road] * 0.97)
        await asyncio.sleep(0)


def picture(label):
    total = sum(scent.values())
    for road in ROADS:
        bar = "#" * round(30 * scent[road] / total)
        print(f"  {label:<6} {road:<5} |{bar:<30}|")


async def reporter(food, marks):
    for mark in marks:
        while food["left"] > mark:
            await asyncio.sleep(0)
        picture(f"{food['left']} left")


async def main():
    rng = random.Random(5)
    food = {"left": 200}
    print("the scent on the two roads, as the food is carried home:")
    picture("start")
    fading = asyncio.create_task(weather())
    report = asyncio.create_task(reporter(food, [150, 100, 50, 0]))
    carried = await asyncio.gather(*(ant(rng, food) for _ in range(10)))
    fading.cancel()
    await report
    print("each ant carried:", carried, "in all", sum(carried))
    print("walks by road:", walks)
    print("the short road won:", walks["short"] > walks["long"])


asyncio.run(main())
