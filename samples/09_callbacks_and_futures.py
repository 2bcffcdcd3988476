# Callbacks and futures by hand: what await is made of.
"""Under every await lies a future: a box for one value that is not there yet,
with a list of callbacks to run when it comes. `await future` means: if the box
is empty, put "wake me" on its list and let go of the thread.
"""
import asyncio


def main_with_callbacks(loop, finished):
    """How it looks without await: each step passes the next one on."""
    def step_one():
        print("  step one")
        loop.call_later(0.01, step_two, "from one")

    def step_two(message):
        print("  step two got", repr(message))
        loop.call_soon(step_three)

    def step_three():
        print("  step three")
        finished.set_result("all steps done")

    loop.call_soon(step_one)


async def main_with_await():
    """The same with await: the steps stand one below the other."""
    print("  step one")
    message = await asyncio.sleep(0.01, "from one")
    print("  step two got", repr(message))
    await asyncio.sleep(0)
    print("  step three")
    return "all steps done"


async def reader(name, box):
    print(f"  {name} waits for the box")
    value = await box
    print(f"  {name} found {value}")


async def main():
    loop = asyncio.get_running_loop()
    print("with callbacks:")
    finished = loop.create_future()
    main_with_callbacks(loop, finished)
    print("  ->", await finished)
    print("with await:")
    print("  ->", await main_with_await())

    print("one future, many waiters:")
    box = loop.create_future()
    readers = [asyncio.create_task(reader(name, box)) for name in ("ann", "bob")]
    await asyncio.sleep(0)
    print("  is anything in the box?", box.done())
    box.add_done_callback(lambda f: print("  callback sees", f.result()))
    loop.call_later(0.01, box.set_result, "a letter")
    await asyncio.gather(*readers)
    print("  a box that is full never makes anybody wait:", await box)

    print("a box can be filled once:")
    try:
        box.set_result("another letter")
    except asyncio.InvalidStateError as error:
        print("  InvalidStateError:", error)

    print("or with an exception, which the waiter gets:")
    box = loop.create_future()
    loop.call_soon(box.set_exception, ValueError("the letter was lost"))
    try:
        await box
    except ValueError as error:
        print("  ValueError:", error)

    print("a timer can be taken back:")
    handle = loop.call_later(0.01, print, "  never printed")
    handle.cancel()
    await asyncio.sleep(0.02)
    print("  it was silent")


asyncio.run(main())
