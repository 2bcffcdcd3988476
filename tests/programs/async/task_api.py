# Task: names, done, result, exception, cancelled, get_coro, current_task, all_tasks.
import asyncio


async def value(x, pauses=1):
    for _ in range(pauses):
        await asyncio.sleep(0)
    return x


async def fails():
    await asyncio.sleep(0)
    raise KeyError("missing")


async def who():
    return asyncio.current_task().get_name()


async def nested_who():
    return await who()


async def main():
    task = asyncio.create_task(value(5), name="five")
    print(task.get_name(), task.done(), task.cancelled(), task.get_coro().__name__)
    for method in (task.result, task.exception):
        try:
            method()
        except asyncio.InvalidStateError as error:
            print("InvalidStateError:", error)
    task.set_name("still five")
    print(await task, task.get_name(), task.result(), task.exception(), task.done())
    print(await task, await task)

    bad = asyncio.create_task(fails())
    try:
        await bad
    except KeyError as error:
        print("KeyError", error, error is bad.exception())
    try:
        bad.result()
    except KeyError as error:
        print("again", error)
    print(bad.done(), bad.cancelled())

    print(await asyncio.create_task(who(), name="one"),
          await asyncio.create_task(nested_who(), name="two"))
    print(asyncio.current_task() is asyncio.current_task(), asyncio.current_task().get_name())
    names = await asyncio.gather(who(), who())
    print(names[0] != names[1], [n.startswith("Task-") for n in names])
    print(asyncio.create_task(value(1), name=7).get_name())

    tasks = {asyncio.create_task(value(i), name=f"t{i}") for i in range(3)}
    others = asyncio.all_tasks() - {asyncio.current_task()}
    print(len(others & tasks), sorted(t.get_name() for t in others if t in tasks))
    await asyncio.gather(*tasks)
    print(len(asyncio.all_tasks() & tasks), all(t.done() for t in tasks))

    try:
        asyncio.create_task(value)
    except TypeError as error:
        print("TypeError:", str(error).split(", got")[0])
    try:
        asyncio.create_task(5)
    except TypeError as error:
        print("TypeError:", error)
    for method in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            method()
        except RuntimeError as error:
            print("RuntimeError:", error)

    async def waits_for_self():
        try:
            await asyncio.current_task()
        except RuntimeError as error:
            return str(error).startswith("Task cannot await on itself")

    print(await asyncio.create_task(waits_for_self()))
    print(isinstance(task, asyncio.Task), isinstance(task, asyncio.Future), asyncio.isfuture(task))
    same = asyncio.ensure_future(task)
    print(same is task, type(asyncio.ensure_future(value(1))).__name__)

    order = []

    async def finish(n):
        await value(None, n)
        order.append(n)

    await asyncio.gather(*(finish(n) for n in (3, 1, 2, 0)))
    print(order)
    states = []
    watched = asyncio.create_task(value("w", 2))
    while not watched.done():
        states.append(watched.done())
        await asyncio.sleep(0)
    print(states, watched.result())
    return asyncio.current_task().get_name()


print(asyncio.run(main()))
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
