# Timeouts: wait_for cancels what takes too long, and tells you so.
"""A timeout is a cancellation with an alarm clock. What is cancelled can clean
up as always, and the waiter gets a TimeoutError.
"""
import asyncio

SERVERS = {"near": 0.01, "far": 0.08, "moon": 0.5}


async def ask(server):
    try:
        await asyncio.sleep(SERVERS[server])
        return f"hello from {server}"
    except asyncio.CancelledError:
        print(f"    (the question to {server} is taken back)")
        raise


async def ask_patiently(server, patience):
    try:
        return await asyncio.wait_for(ask(server), timeout=patience)
    except asyncio.TimeoutError:
        return f"{server} took more than {patience} s"


async def first_answer(servers, patience):
    """Each server gets its own clock; the first that answers in time wins."""
    for server in servers:
        try:
            return await asyncio.wait_for(ask(server), patience)
        except asyncio.TimeoutError:
            print(f"  {server} was too slow, next")
    return "nobody answered"


async def survey(patience):
    """One clock for them all: what is ready counts, the rest is cancelled."""
    answers = {}

    async def collect(server):
        answers[server] = await ask(server)

    try:
        await asyncio.wait_for(asyncio.gather(*map(collect, SERVERS)), patience)
    except asyncio.TimeoutError:
        print("  time is up")
    return answers


async def main():
    print("one by one:")
    for server in SERVERS:
        print(" ", await ask_patiently(server, 0.04))
    print("the first who is fast enough:")
    print(" ", await first_answer(["moon", "far", "near"], 0.03))
    print("as many as fit into one deadline:")
    print(" ", await survey(0.2))
    print("no timeout at all:")
    print(" ", await asyncio.wait_for(ask("near"), timeout=None))


asyncio.run(main())
