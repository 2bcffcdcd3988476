# The older style: new_event_loop, run_until_complete, run_forever and stop, ensure_future, Runner.
# A coroutine refused by a running loop is reported on stderr.
import asyncio


async def value(x):
    await asyncio.sleep(0)
    return x


async def fails():
    await asyncio.sleep(0)
    raise ValueError("failed")


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.is_running(), loop.is_closed(), asyncio.get_event_loop() is loop)
print(loop.run_until_complete(value(1)), loop.run_until_complete(value("two")))
task = loop.create_task(value("task"))
print(task.done(), loop.run_until_complete(task), task.done())
print(loop.run_until_complete(asyncio.gather(value(1), value(2), loop.create_task(value(3)))))
future = loop.create_future()
loop.call_later(0.01, future.set_result, "from a timer")
print(loop.run_until_complete(future))
try:
    loop.run_until_complete(fails())
except ValueError as error:
    print("ValueError", error)

ticks = []


def tick(n):
    ticks.append(n)
    if n == 3:
        loop.stop()
    else:
        loop.call_soon(tick, n + 1)


loop.call_soon(tick, 0)
loop.run_forever()
print(ticks, loop.is_running())
loop.call_soon(ticks.append, "before stop")
loop.stop()
loop.run_forever()
print(ticks[-1])


async def inside():
    try:
        loop.run_until_complete(value(1))
    except RuntimeError as error:
        print("RuntimeError", error)
    return loop.is_running()


with_warning = inside()
print(loop.run_until_complete(with_warning))


async def main_with_background():
    background = asyncio.ensure_future(asyncio.sleep(10))
    await asyncio.sleep(0)
    return background


left = loop.run_until_complete(main_with_background())
print("left running", left.done())
left.cancel()
try:
    loop.run_until_complete(left)
except asyncio.CancelledError:
    print("cancelled", left.cancelled())
loop.run_until_complete(loop.shutdown_asyncgens())
loop.close()
print(loop.is_closed())
coro = value(1)
try:
    loop.run_until_complete(coro)
except RuntimeError as error:
    print("RuntimeError", error)
coro.close()
asyncio.set_event_loop(None)

with asyncio.Runner() as runner:
    print(runner.run(value("runner")), runner.run(value("again")))
    inner = runner.get_loop()
    print(inner.is_running(), inner.is_closed())
print(inner.is_closed())
try:
    runner.run(coro2 := value(1))
except RuntimeError as error:
    print("RuntimeError", error)
coro2.close()
