"""The parts of asyncio that are written in Python. The rest is C: rows of lib/asyncio.def."""

from asyncio.exceptions import BrokenBarrierError, IncompleteReadError, LimitOverrunError
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.runners import Runner
from asyncio.taskgroups import TaskGroup
from asyncio.timeouts import Timeout, timeout, timeout_at
from asyncio.waiting import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, as_completed, shield, wait
