# Coroutines that await themselves: to the end at once, with suspensions, thrown into, cancelled,
# dropped half-way, and too deep.
import asyncio
import gc
import sys


class Noted:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("dropped", self.name)


async def count(n):
    return 0 if n == 0 else await count(n - 1) + 1


async def pause(n, kept=None):
    try:
        if n == 0:
            await asyncio.sleep(0)
            return "bottom"
        return await pause(n - 1, kept) + str(n)
    finally:
        print("leaving", n)


async def stop_now():
    raise StopIteration("at once")


async def is_even(n):
    return True if n == 0 else await is_odd(n - 1)


async def is_odd(n):
    return False if n == 0 else await is_even(n - 1)


async def fail(n):
    if n == 0:
        raise StopIteration("from the bottom")
    await fail(n - 1)


async def wait_below(n, future, noted):
    if n == 0:
        return await future
    return await wait_below(n - 1, future, noted)


async def tree(depth, name):
    if depth == 0:
        await asyncio.sleep(0)
        return [name]
    left, right = await asyncio.gather(tree(depth - 1, name + "l"), tree(depth - 1, name + "r"))
    return left + [await count(depth)] + right


async def endless(n):
    return await endless(n + 1)


async def main():
    print(await count(400), await is_even(77), await is_odd(77))
    print(await pause(3))
    try:
        await fail(2)
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    try:
        await stop_now()
    except RuntimeError as e:
        print(e, repr(e.__cause__))
    print(await tree(3, ""))

    task = asyncio.create_task(pause(2))
    await asyncio.sleep(0)
    task.cancel("enough")
    try:
        await task
    except asyncio.CancelledError as e:
        print("cancelled", e.args)
    del task

    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(wait_below(5, future, Noted("waiting")))
    await asyncio.sleep(0)
    print(task.get_coro().__name__, len(task.get_stack()))
    future.set_result("woken")
    print(await task)
    del task

    by_hand = pause(2)
    print(by_hand.send(None))
    try:
        by_hand.throw(KeyError("thrown"))
    except KeyError as e:
        print("out came", repr(e))
    by_hand = pause(1, Noted("of the closed"))
    by_hand.send(None)
    by_hand.close()
    del by_hand

    future = asyncio.get_running_loop().create_future()
    holder = [Noted("in a cycle")]
    holder.append(wait_below(3, future, holder))
    holder[1].send(None)
    del holder, future
    gc.collect()

    limit = sys.getrecursionlimit()
    try:
        await endless(0)
    except RecursionError as e:
        print(type(e).__name__, limit)
    print(await count(300))


asyncio.run(main())
