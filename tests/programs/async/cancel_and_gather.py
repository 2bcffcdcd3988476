# Cancellation both ways through gather: children cancelled, gather cancelled.
import asyncio


async def child(name, on_cancel="raise"):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print(name, "cancelled,", on_cancel)
        if on_cancel == "swallow":
            return f"{name} swallowed"
        if on_cancel == "error":
            raise ValueError(f"{name} failed while cancelled")
        raise


async def attempt(label, awaitable):
    try:
        print(label, "->", await awaitable)
    except asyncio.CancelledError as error:
        print(label, "-> CancelledError", error.args)
    except ValueError as error:
        print(label, "-> ValueError", error)


async def main():
    tasks = [asyncio.create_task(child(n)) for n in "ab"]
    g = asyncio.gather(*tasks)
    await asyncio.sleep(0)
    tasks[0].cancel("one child")
    await attempt("child cancelled", g)
    print([t.done() for t in tasks])
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)

    g = asyncio.gather(child("c"), child("d"), return_exceptions=True)
    await asyncio.sleep(0)
    g.cancel()
    await attempt("gather cancelled, return_exceptions", g)

    g = asyncio.gather(child("e", "swallow"), child("f", "swallow"))
    await asyncio.sleep(0)
    g.cancel()
    await attempt("both swallow", g)

    g = asyncio.gather(child("g", "error"), child("h"))
    await asyncio.sleep(0)
    g.cancel()
    await attempt("an error meets it", g)

    async def parent():
        await asyncio.gather(child("i"), child("j"))

    task = asyncio.create_task(parent())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("from the parent")
    await attempt("parent cancelled", task)

    async def parent_returns():
        return await asyncio.gather(child("k"), child("l"), return_exceptions=True)

    task = asyncio.create_task(parent_returns())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    await attempt("parent with return_exceptions", task)

    done = asyncio.create_task(asyncio.sleep(0, "done"))
    await done
    g = asyncio.gather(done)
    print(g.cancel(), g.done())
    await attempt("all children done", g)
    empty = asyncio.gather()
    await attempt("empty", empty)
    print(empty.cancel(), empty.done())

    async def canceller(target):
        await asyncio.sleep(0)
        target.cancel()
        return "canceller"

    victim = asyncio.create_task(child("m"))
    results = await asyncio.gather(victim, canceller(victim), return_exceptions=True)
    print([r if isinstance(r, str) else type(r).__name__ for r in results])
    g = asyncio.gather(child("n"), asyncio.gather(child("o"), child("p")))
    await asyncio.sleep(0)
    g.cancel()
    await attempt("nested", g)
    await asyncio.sleep(0)
    shared = asyncio.create_task(child("q"))
    g1, g2 = asyncio.gather(shared), asyncio.gather(shared)
    await asyncio.sleep(0)
    g1.cancel()
    await attempt("first of shared", g1)
    await attempt("second of shared", g2)


asyncio.run(main())
