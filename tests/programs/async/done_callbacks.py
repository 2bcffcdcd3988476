# Done callbacks: order, arguments, exceptions in them, removal, partials, on futures and gathers.
import asyncio
import functools


async def work(value, pauses=1):
    for _ in range(pauses):
        await asyncio.sleep(0)
    if isinstance(value, Exception):
        raise value
    return value


async def main():
    loop = asyncio.get_running_loop()
    log = []

    def note(tag, task):
        if task.cancelled():
            log.append((tag, "cancelled"))
        elif task.exception():
            log.append((tag, repr(task.exception())))
        else:
            log.append((tag, task.result()))

    tasks = {
        "value": asyncio.create_task(work(5)),
        "error": asyncio.create_task(work(ValueError("bad"))),
        "cancel": asyncio.create_task(work("never", 100)),
    }
    for name, task in tasks.items():
        task.add_done_callback(functools.partial(note, name))
        task.add_done_callback(lambda t, name=name: log.append((name, "second")))
    await asyncio.sleep(0)
    tasks["cancel"].cancel()
    await asyncio.wait(tasks.values())
    print(log)
    log.clear()

    future = loop.create_future()
    callbacks = [functools.partial(note, i) for i in range(4)]
    for cb in callbacks:
        future.add_done_callback(cb)
    print(future.remove_done_callback(callbacks[1]), future.remove_done_callback(callbacks[1]))
    future.set_result("r")
    log.append("set")
    await asyncio.sleep(0)
    print(log)
    log.clear()

    print("-- a callback that adds a callback, cancels, creates a task")
    future = loop.create_future()

    def adder(f):
        log.append("adder")
        f.add_done_callback(lambda g: log.append("added late"))
        loop.create_task(work("from callback")).add_done_callback(functools.partial(note,
                                                                                    "spawned"))

    victim = asyncio.create_task(work("victim", 50))
    future.add_done_callback(adder)
    future.add_done_callback(lambda f: victim.cancel())
    future.set_result(None)
    await asyncio.gather(victim, return_exceptions=True)
    await asyncio.sleep(0.01)
    print(log, victim.cancelled())
    log.clear()

    print("-- a callback that raises does not stop the others")
    handled = []
    loop.set_exception_handler(lambda l, context: handled.append(repr(context.get("exception"))))
    task = asyncio.create_task(work("fine"))
    task.add_done_callback(lambda t: 1 / 0)
    task.add_done_callback(functools.partial(note, "after"))
    print(await task)
    await asyncio.sleep(0)
    print(log, handled)
    log.clear()
    loop.set_exception_handler(None)

    g = asyncio.gather(work(1), work(2, 3))
    g.add_done_callback(functools.partial(note, "gather"))
    task = asyncio.create_task(work("t", 3))
    task.add_done_callback(functools.partial(note, "task"))
    await g
    await task
    await asyncio.sleep(0)
    print(log)
    log.clear()
    done = asyncio.create_task(work("quick", 0))
    await done
    for i in range(3):
        done.add_done_callback(functools.partial(note, i))
    loop.call_soon(log.append, "soon")
    await asyncio.sleep(0)
    print(log)
    chain = []

    def link(n, f):
        chain.append(n)
        if n:
            nxt = loop.create_future()
            nxt.add_done_callback(functools.partial(link, n - 1))
            nxt.set_result(None)

    first = loop.create_future()
    first.add_done_callback(functools.partial(link, 4))
    first.set_result(None)
    ticks = 0
    while len(chain) < 5:
        ticks += 1
        await asyncio.sleep(0)
    print(chain, ticks)


asyncio.run(main())
