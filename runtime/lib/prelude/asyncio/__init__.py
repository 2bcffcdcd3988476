"""asyncio. What runs and waits is C (_asyncio); what is built on top of that is in the modules here."""

from _asyncio import (
    AbstractEventLoop, CancelledError, Future, Handle, InvalidStateError, Task, TimerHandle, all_tasks,
    create_task, current_task, ensure_future, gather, get_event_loop, get_running_loop, iscoroutine,
    iscoroutinefunction, isfuture, new_event_loop, run, set_event_loop, sleep, wait_for, wrap_future,
    _get_running_loop,
)
from asyncio.exceptions import BrokenBarrierError, IncompleteReadError, LimitOverrunError, TimeoutError
from asyncio.locks import Barrier, BoundedSemaphore, Condition, Event, Lock, Semaphore
from asyncio.queues import LifoQueue, PriorityQueue, Queue, QueueEmpty, QueueFull
from asyncio.runners import Runner
from asyncio.taskgroups import TaskGroup
from asyncio.threads import to_thread
from asyncio.threadsafe import run_coroutine_threadsafe
from asyncio.timeouts import Timeout, timeout, timeout_at
from asyncio.waiting import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, as_completed, shield, wait
