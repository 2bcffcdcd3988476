# Queues whose classes or instances change a part of what put and get do.
import asyncio
from collections import deque


class Loud(asyncio.Queue):
    def _put(self, item):
        print('put', item)
        super()._put(item)

    def _get(self):
        item = super()._get()
        print('got', item)
        return item


class Reversed(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.insert(0, item)

    def _get(self):
        return self._queue.pop()


class Narrow(asyncio.Queue):
    def full(self):
        return self.qsize() >= 2


class Counted(asyncio.Queue):
    puts = 0

    def put_nowait(self, item):
        Counted.puts += 1
        return super().put_nowait(item)


class Plain(asyncio.Queue):
    """Nothing is changed."""


async def use(queue, count):
    async def produce():
        for i in range(count):
            await queue.put(i if i % 5 else None)

    producer = asyncio.create_task(produce())
    items = [await queue.get() for _ in range(count)]
    await producer
    for _ in range(count):
        queue.task_done()
    await queue.join()
    print(type(queue).__name__, items, queue.qsize(), queue.empty(), queue.full())


async def by_hand():
    queue = asyncio.Queue(2)
    queue.put_nowait(None)
    print(queue, queue._unfinished_tasks, queue._finished.is_set(), list(queue._queue))
    print(queue.get_nowait(), queue._unfinished_tasks)
    for count in range(2):
        try:
            queue.get_nowait()
        except asyncio.QueueEmpty as error:
            print(type(error).__name__, error.args)
        queue.put_nowait(count)
    queue._queue = deque([7, 8, 9])
    try:
        queue.put_nowait(10)
    except asyncio.QueueFull as error:
        print(type(error).__name__, error.args)
    queue._queue = [1]
    queue._maxsize = 2.5
    try:
        queue.put_nowait(2)
    except AttributeError as error:
        print(error)
    queue._put = lambda item: print('own put', item)
    queue.put_nowait(3)
    queue._maxsize = None
    try:
        queue.put_nowait(4)
    except TypeError as error:
        print(error)


async def waiters():
    queue = asyncio.Queue()
    getters = [asyncio.create_task(queue.get()) for _ in range(3)]
    await asyncio.sleep(0)
    print(queue, len(queue._getters))
    getters[0].cancel()
    queue.put_nowait('a')
    queue.put_nowait('b')
    print(await asyncio.gather(*getters, return_exceptions=True))
    print(queue._finished.is_set(), queue._unfinished_tasks)
    queue.task_done()
    queue.task_done()
    await queue.join()
    queue._finished.set()
    queue.put_nowait('c')
    print(queue._finished.is_set())


async def replaced():
    queue = asyncio.Queue(1)
    await queue.put(1)
    kept = asyncio.Queue._get
    asyncio.Queue._get = lambda self: ('replaced', kept(self))
    print(await queue.get())
    asyncio.Queue._get = kept
    await queue.put(2)
    print(await queue.get())


async def main():
    for queue in Loud(2), Reversed(3), Narrow(), Counted(), Plain(1), asyncio.Queue(), asyncio.LifoQueue(2):
        await use(queue, 7)
    print(Counted.puts)
    await by_hand()
    await waiters()
    await replaced()


asyncio.run(main())
