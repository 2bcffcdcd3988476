"""asyncio's queues.

Who finds the queue empty (or full) waits in line; putting (or getting) wakes the first in line, who
looks again when its turn comes.
"""

from types import GenericAlias

from _heapq import heappop, heappush
from _collections import deque
from _asyncio import _get_at_once, _put_at_once

from asyncio._bound import LoopBound
from asyncio.locks import Event


class QueueEmpty(Exception):
    pass


class QueueFull(Exception):
    pass



def _wake_next(line):
    while line:
        waiter = line.popleft()
        if not waiter.done():
            waiter.set_result(None)
            return


class Queue(LoopBound):
    # Mostly, an item is put or got at once. _put_at_once and _get_at_once do that, unless a class that
    # derives from this one has methods of its own for a part of it; None is left to what follows.

    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = deque()
        self._putters = deque()
        self._unfinished_tasks = 0
        self._finished = Event()
        self._finished.set()
        self._init(maxsize)

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)

    # Subclasses keep their items by these three.

    def _init(self, maxsize):
        self._queue = deque()

    def _get(self):
        return self._queue.popleft()

    def _put(self, item):
        self._queue.append(item)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def _format(self):
        parts = [f'maxsize={self._maxsize!r}']
        if getattr(self, '_queue', None):
            parts.append(f'_queue={list(self._queue)!r}')
        if self._getters:
            parts.append(f'_getters[{len(self._getters)}]')
        if self._putters:
            parts.append(f'_putters[{len(self._putters)}]')
        if self._unfinished_tasks:
            parts.append(f'tasks={self._unfinished_tasks}')
        return ' '.join(parts)

    @property
    def maxsize(self):
        return self._maxsize

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return not self._maxsize <= 0 and self.qsize() >= self._maxsize

    async def _wait_in(self, line, still_blocked):
        """Waits for a wake-up. Who is cancelled after it was woken wakes the next in line instead."""
        waiter = self._new_waiter()
        line.append(waiter)
        try:
            await waiter
        except:
            waiter.cancel()
            if waiter in line:
                line.remove(waiter)
            if not still_blocked() and not waiter.cancelled():
                _wake_next(line)
            raise

    async def put(self, item):
        if _put_at_once(self, item):
            return
        while self.full():
            await self._wait_in(self._putters, self.full)
        return self.put_nowait(item)

    def put_nowait(self, item):
        if _put_at_once(self, item):
            return
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        _wake_next(self._getters)

    async def get(self):
        item = _get_at_once(self)
        if item is not None:
            return item
        while self.empty():
            await self._wait_in(self._getters, self.empty)
        return self.get_nowait()

    def get_nowait(self):
        item = _get_at_once(self)
        if item is not None:
            return item
        if self.empty():
            raise QueueEmpty
        item = self._get()
        _wake_next(self._putters)
        return item

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished_tasks > 0:
            await self._finished.wait()


class PriorityQueue(Queue):
    """Items come out in their order: the least first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        heappush(self._queue, item)

    def _get(self):
        return heappop(self._queue)


class LifoQueue(Queue):
    """The item put last comes out first."""

    def _init(self, maxsize):
        self._queue = []

    def _put(self, item):
        self._queue.append(item)

    def _get(self):
        return self._queue.pop()
