# asyncio.as_completed: results by completion, exceptions, timeouts, early exit, empty.
import asyncio


async def job(name, delay, fail=False):
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ValueError(name)
        return name
    except asyncio.CancelledError:
        print("cancelled", name)
        raise


async def main():
    for next_one in asyncio.as_completed([job("c", 0.06), job("a", 0.02), job("b", 0.04)]):
        print("got", await next_one)
    print([await f for f in asyncio.as_completed([job(i, (3 - i) * 0.02) for i in range(4)])])
    for f in asyncio.as_completed([job("ok", 0.01), job("bad", 0.03, True), job("late", 0.05)]):
        try:
            print("result", await f)
        except ValueError as error:
            print("error", error)
    tasks = [asyncio.create_task(job(n, d)) for n, d in (("x", 0.02), ("y", 0.5))]
    for f in asyncio.as_completed(tasks):
        print("first", await f)
        break
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    tasks = [asyncio.create_task(job(n, d)) for n, d in (("p", 0.01), ("q", 0.5))]
    try:
        for f in asyncio.as_completed(tasks, timeout=0.05):
            print("in time", await f)
    except asyncio.TimeoutError:
        print("timeout", [t.done() for t in tasks])
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for f in asyncio.as_completed([]):
        print("never")
    done = asyncio.create_task(job("done", 0))
    await done
    print([await f for f in asyncio.as_completed([done, job("after", 0.01)])])

    async def race(*jobs):
        tasks = [asyncio.create_task(j) for j in jobs]
        try:
            for f in asyncio.as_completed(tasks):
                try:
                    return await f
                except ValueError as error:
                    print("skipping", error)
        finally:
            for t in tasks:
                t.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    print("winner", await race(job("broken", 0.01, True), job("winner", 0.03), job("loser", 0.5)))
    total = 0
    for f in asyncio.as_completed([job(n, 0) for n in range(50)]):
        total += await f
    print(total)


asyncio.run(main())
