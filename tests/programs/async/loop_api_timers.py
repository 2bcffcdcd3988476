# The loop's own calls: call_later and call_at ordering, handles, time, cancelled timers.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []
    now = loop.time()
    for delay, name in [(0.03, "c"), (0.01, "a"), (0.02, "b"), (0.01, "a2"), (0, "zero"),
                        (-1, "negative")]:
        loop.call_later(delay, log.append, name)
    loop.call_soon(log.append, "soon")
    await asyncio.sleep(0.05)
    print(log)
    log.clear()
    base = loop.time()
    handles = [loop.call_at(base + 0.02, log.append, i) for i in range(10)]
    for h in handles[::2]:
        h.cancel()
    print([h.cancelled() for h in handles], all(h.when() == base + 0.02 for h in handles))
    await asyncio.sleep(0.03)
    print(log)
    log.clear()

    def periodic(n, interval):
        log.append(n)
        if n:
            loop.call_later(interval, periodic, n - 1, interval)

    periodic(4, 0.005)
    await asyncio.sleep(0.1)
    print(log)
    log.clear()
    timers = [loop.call_later(0.01 + (i * 7 % 5) * 0.01, log.append, i * 7 % 5) for i in range(50)]
    for t in timers[10:20]:
        t.cancel()
    await asyncio.sleep(0.09)
    print(log == sorted(log), len(log))
    log.clear()
    h = loop.call_later(0.01, log.append, "once")
    await asyncio.sleep(0.02)
    h.cancel()
    print(log, h.cancelled(), loop.time() > now, loop.is_running(), loop.is_closed())
    log.clear()

    def fails():
        raise ValueError("in a timer")

    errors = []
    loop.set_exception_handler(lambda l,
                               c: errors.append((c["message"].split(" in ")[0],
                                                 repr(c["exception"]))))
    loop.call_later(0.005, fails)
    loop.call_later(0.006, log.append, "still runs")
    await asyncio.sleep(0.02)
    print(errors, log)
    log.clear()
    loop.call_soon(lambda *a: log.append(a), 1, "two", None)
    task = loop.create_task(asyncio.sleep(0, "by loop.create_task"), name="named")
    print(await task, task.get_name(), log)
    deadline = loop.time() + 0.02
    while loop.time() < deadline:
        await asyncio.sleep(0.005)
    print(loop.time() >= deadline, loop is asyncio.get_running_loop(),
          loop is asyncio.get_event_loop())
    loop.call_exception_handler({"message": "by hand", "exception": KeyError("k")})
    print(errors[-1])
    for action in (lambda: loop.call_later("x", print), lambda: loop.call_soon(),
                   lambda: loop.call_soon(5) and None):
        try:
            action()
        except TypeError as error:
            print("TypeError", error)


asyncio.run(main())
