# gather: run several coroutines at once and collect their results in the order asked.
"""Three kitchens cook three dishes. Ordered one after the other they take the
sum of their times; gathered, the time of the slowest.
"""
import asyncio
import time

DISHES = [("soup", 0.06), ("salad", 0.02), ("pie", 0.10)]


async def cook(dish, seconds):
    print(f"  {dish}: on the stove")
    await asyncio.sleep(seconds)
    print(f"  {dish}: ready")
    return dish.upper()


async def one_after_the_other():
    return [await cook(dish, seconds) for dish, seconds in DISHES]


async def all_at_once():
    return await asyncio.gather(*(cook(dish, seconds) for dish, seconds in DISHES))


async def timed(label, coro):
    print(label)
    started = time.perf_counter()
    result = await coro
    return result, time.perf_counter() - started


async def main():
    first, slow = await timed("one after the other:", one_after_the_other())
    second, fast = await timed("all at once:", all_at_once())
    print("both give", first, "- equal?", first == second)
    # The results come in the order in which we asked, not in which they were ready.
    print("gathered was faster:", fast < slow)
    print("and took no less than the slowest dish:", fast >= 0.099)

    print("gather can be nested, and takes what is already running:")
    starter = asyncio.create_task(cook("bread", 0.01))
    menu = await asyncio.gather(
        starter,
        asyncio.gather(cook("fish", 0.02), cook("rice", 0.03)),
    )
    print("  menu:", menu)


asyncio.run(main())
