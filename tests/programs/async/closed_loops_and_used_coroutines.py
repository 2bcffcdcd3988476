# What a closed loop refuses, and coroutines that had begun or ended before they became tasks.
import asyncio


def attempt(function, *args, **keywords):
    try:
        print(function(*args, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


async def plain():
    return "plain"


async def two_turns():
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return "turned"


async def main():
    coro = plain()
    await coro
    task = asyncio.create_task(coro)
    print("made")
    try:
        await task
    except RuntimeError as error:
        print(error)
    print(repr(task).partition(" defined")[0], await asyncio.gather(coro, coro, return_exceptions=True))
    begun = two_turns()
    begun.send(None)
    print(await asyncio.create_task(begun))
    dropped = two_turns()
    dropped.send(None)
    task = asyncio.create_task(dropped)
    task.cancel()
    print(await asyncio.gather(task, return_exceptions=True))
    future = asyncio.get_running_loop().create_future()
    for call in (asyncio.Future, asyncio.Task, asyncio.current_task, asyncio.all_tasks, future.set_result):
        attempt(call, *(() if call in (asyncio.Task, future.set_result) else (5,)))
    attempt(future.set_result, result=1)
    attempt(asyncio.Future, loop=5)


asyncio.run(main())
loop = asyncio.new_event_loop()
waited, lonely, watched = loop.create_future(), loop.create_future(), loop.create_future()


async def wait():
    try:
        await waited
    except RuntimeError as error:
        print("wait", error)


task, sleeper = loop.create_task(wait()), loop.create_task(asyncio.sleep(5))
late = loop.create_task(asyncio.sleep(0))
loop.run_until_complete(asyncio.sleep(0))
watched.add_done_callback(print)
loop.close()
attempt(waited.cancel)
attempt(lonely.set_result, 1)
attempt(lonely.add_done_callback, print)
attempt(watched.set_exception, ValueError(1))
attempt(task.cancel)
attempt(sleeper.cancel)
attempt(late.cancel)
attempt(loop.call_soon, print)
attempt(loop.create_task, 5)
coro = plain()
attempt(loop.create_task, coro)
attempt(loop.run_until_complete, coro)
coro.close()
print(waited.cancelled(), watched.exception(), lonely.done())
for task in (task, sleeper, late):
    task._log_destroy_pending = False
