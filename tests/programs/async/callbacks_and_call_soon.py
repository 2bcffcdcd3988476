# add_done_callback, call_soon, call_later, call_at: order against tasks, handles, arguments.
import asyncio


async def work(name, steps=0):
    for _ in range(steps):
        await asyncio.sleep(0)
    print("work", name)
    return name


async def boom():
    raise ValueError("boom")


async def main():
    loop = asyncio.get_running_loop()
    print("-- call_soon runs in order, after us")
    for i in range(3):
        loop.call_soon(print, "soon", i)
    loop.call_soon(lambda: print("lambda"))
    print("before the pause")
    await asyncio.sleep(0)
    print("after the pause")

    print("-- callbacks scheduled by callbacks come a turn later")

    def first():
        print("first")
        loop.call_soon(print, "third")

    loop.call_soon(first)
    loop.call_soon(print, "second")
    await asyncio.sleep(0)
    print("between")
    await asyncio.sleep(0)

    print("-- done callbacks, in the order they were added")
    task = asyncio.create_task(work("t"))
    task.add_done_callback(lambda t: print("cb 1", t.result(), t is task))
    task.add_done_callback(lambda t: print("cb 2", t.done()))
    await task
    print("awaited")
    await asyncio.sleep(0)
    task.add_done_callback(lambda t: print("cb late"))
    print("added to a finished task: not at once")
    await asyncio.sleep(0)

    print("-- the same callback twice, and taken away")

    def note(t):
        print("note")

    task = asyncio.create_task(work("u"))
    task.add_done_callback(note)
    task.add_done_callback(note)
    print("removed", task.remove_done_callback(note))
    task.add_done_callback(note)
    await task
    await asyncio.sleep(0)

    print("-- the callback sees an exception")
    task = asyncio.create_task(boom())
    task.add_done_callback(lambda t: print("exception", repr(t.exception())))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(task.done(), task.cancelled())

    print("-- tasks and callbacks share one queue")
    loop.call_soon(print, "soon a")
    task = asyncio.create_task(work("between"))
    loop.call_soon(print, "soon b")
    await task

    print("-- call_later by time, then in the order made")
    loop.call_later(0.03, print, "three")
    loop.call_later(0.01, print, "one")
    handle = loop.call_later(0.02, print, "never")
    loop.call_later(0.02, print, "two")
    handle.cancel()
    print("cancelled", handle.cancelled())
    await asyncio.sleep(0.05)
    when = loop.time() + 0.01
    at = loop.call_at(when, print, "at")
    print(at.when() == when)
    await asyncio.sleep(0.03)
    soon = loop.call_soon(print, "never soon")
    soon.cancel()
    await asyncio.sleep(0)
    loop.call_later(0, print, "zero later")
    loop.call_soon(print, "soon before it")
    await asyncio.sleep(0.01)


asyncio.run(main())
