# asyncio.Event and Condition: wait, set, clear, notify, wait_for, order of waking, errors.
import asyncio


async def waiter(event, name, log):
    log.append(f"{name} waits")
    await event.wait()
    log.append(f"{name} runs")


async def consumer(condition, items, name, log):
    async with condition:
        while not items:
            log.append(f"{name} sleeps")
            await condition.wait()
        log.append(f"{name} takes {items.pop(0)}")


async def main():
    event, log = asyncio.Event(), []
    print(event.is_set(), event.set(), event.is_set(), await event.wait(), event.clear(),
          event.is_set())
    tasks = [asyncio.create_task(waiter(event, n, log)) for n in "abc"]
    await asyncio.sleep(0)
    event.set()
    log.append("set")
    await asyncio.gather(*tasks)
    print(log)
    log.clear()
    event.clear()
    tasks = [asyncio.create_task(waiter(event, n, log)) for n in "de"]
    await asyncio.sleep(0)
    event.set()
    event.clear()
    await asyncio.gather(*tasks)
    print("set and cleared at once wakes them all the same:", log)
    try:
        await asyncio.wait_for(event.wait(), 0.01)
    except asyncio.TimeoutError:
        print("not set")

    condition, items, log = asyncio.Condition(), [], []
    tasks = [asyncio.create_task(consumer(condition, items, n, log)) for n in "xyz"]
    await asyncio.sleep(0)
    async with condition:
        items.append(1)
        condition.notify()
    await asyncio.sleep(0.001)
    async with condition:
        items.extend([2, 3])
        condition.notify_all()
    await asyncio.gather(*tasks)
    print(log, condition.locked())

    state = {"n": 0}

    async def until(n):
        async with condition:
            result = await condition.wait_for(lambda: state["n"] >= n and f"reached {n}")
            return result

    waits = [asyncio.create_task(until(n)) for n in (2, 1, 3)]
    for _ in range(3):
        await asyncio.sleep(0.001)
        async with condition:
            state["n"] += 1
            condition.notify_all()
    print(await asyncio.gather(*waits))
    for action in (condition.notify, condition.notify_all):
        try:
            action()
        except RuntimeError as error:
            print("RuntimeError", error)
    try:
        await condition.wait()
    except RuntimeError as error:
        print("RuntimeError", error)

    async def cancelled():
        async with condition:
            try:
                await condition.wait()
            finally:
                print("has the lock again:", condition.locked())

    task = asyncio.create_task(cancelled())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    print(task.cancelled(), condition.locked())

    turn, order = asyncio.Condition(), []
    whose = [0]

    async def player(me, n):
        for _ in range(n):
            async with turn:
                await turn.wait_for(lambda: whose[0] == me)
                order.append(me)
                whose[0] = (me + 1) % 3
                turn.notify_all()

    await asyncio.gather(*(player(i, 3) for i in (2, 0, 1)))
    print(order)


asyncio.run(main())
