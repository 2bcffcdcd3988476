# What calling an async function gives you: an object that has run nothing yet.
"""Calling an ordinary function runs it. Calling an async function does not.

The call only binds the arguments and hands back a coroutine object. The body
runs when somebody awaits the object, or gives it to the event loop as a task.
"""
import asyncio
import inspect


def ordinary(name):
    print(f"  ordinary runs for {name}")
    return len(name)


async def unusual(name):
    print(f"  unusual runs for {name}")
    return len(name)


async def main():
    print("call an ordinary function:")
    result = ordinary("ann")
    print("  and we hold its result:", result)

    print("call an async function:")
    coro = unusual("bob")
    print("  nothing was printed by it. We hold a", type(coro).__name__)
    print("  its name is", coro.__name__ + ", awaitable?", inspect.isawaitable(coro))
    print("await it:")
    result = await coro
    print("  and now we hold its result:", result)

    # The arguments are checked at the call, not at the await: a wrong call fails at once.
    print("call it wrongly:")
    try:
        unusual()
    except TypeError as error:
        print("  TypeError, before any await:", error)

    # A coroutine object is one run of the function: it cannot be rewound.
    print("await the same object twice:")
    try:
        await coro
    except RuntimeError as error:
        print("  RuntimeError:", error)

    # Being objects, coroutines can wait in a list until we choose to run them, in any order.
    print("keep several for later, run them backwards:")
    waiting = [unusual(name) for name in ("cleo", "dora", "eve")]
    for coro in reversed(waiting):
        await coro

    # One that will never be wanted is closed; forgetting it earns a warning on stderr.
    unwanted = unusual("nobody")
    unwanted.close()
    print("closed one without running it")


asyncio.run(main())
