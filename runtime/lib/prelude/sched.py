"""sched: functions that are called when their time has come."""

import time
from collections import namedtuple
from heapq import heapify, heappop, heappush
from itertools import count
from threading import RLock

_fields = namedtuple('Event', 'time priority sequence action argument kwargs')


class Event(_fields):
    """Earlier ones first, then by priority, then in the order in which they came."""

    __slots__ = ()


class scheduler:
    def __init__(self, timefunc=time.monotonic, delayfunc=time.sleep):
        self._queue = []
        self._lock = RLock()
        self._numbers = count()
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        with self._lock:
            event = Event(time, priority, next(self._numbers), action, argument, {} if kwargs is None else kwargs)
            heappush(self._queue, event)
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._queue.remove(event)
            heapify(self._queue)

    def empty(self):
        with self._lock:
            return not self._queue

    def run(self, blocking=True):
        while True:
            with self._lock:
                if not self._queue:
                    break
                event = self._queue[0]
                now = self.timefunc()
                waits = event.time > now
                if not waits:
                    heappop(self._queue)
            if not waits:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)
            elif blocking:
                self.delayfunc(event.time - now)
            else:
                return event.time - now

    @property
    def queue(self):
        with self._lock:
            return sorted(self._queue)
