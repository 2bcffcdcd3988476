# Submodules of asyncio by name.
import asyncio
import asyncio.events
import asyncio.tasks
from asyncio import futures, locks, queues
from asyncio.coroutines import iscoroutinefunction
from asyncio.events import AbstractEventLoop, get_running_loop
from asyncio.exceptions import CancelledError, TimeoutError
from asyncio.futures import Future
from asyncio.tasks import Task, gather, sleep


async def main():
    loop = get_running_loop()
    print(isinstance(loop, AbstractEventLoop))
    print(await gather(sleep(0, 1), sleep(0, 2)), iscoroutinefunction(main))
    print(Future is asyncio.Future, Task is asyncio.Task, CancelledError is asyncio.CancelledError)
    print(futures.isfuture(loop.create_future()), locks.Lock is asyncio.Lock, queues.Queue is asyncio.Queue)
    print(asyncio.tasks.current_task().get_name(), asyncio.events.get_running_loop() is loop)
    print(TimeoutError is asyncio.TimeoutError)


asyncio.run(main())
