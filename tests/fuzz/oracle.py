"""CPython's answer to a program, quickly: a forked child of this process runs it under virtual time.

In: a program's text. Out: what it printed and its exit code. The loop's clock moves to the next timer
when nothing is ready, by whole milliseconds and with a tick at each reading, as asyncc's does under
ASYNCC_VIRTUAL_TIME: then sleeps cannot race, and none takes time.
"""
import asyncio
import gc
import math
import os
import selectors
import signal
import sys
import tempfile
import time
import traceback
import types
import weakref
from dataclasses import dataclass

TICK = 100
MILLISECOND = 1_000_000
STUCK = 97  # the exit code of a program whose every task waits for another
SECONDS = 10


@dataclass
class Output:
    stdout: bytes
    stderr: bytes
    exit_code: int


class Clock:
    """Virtual time in nanoseconds."""

    def __init__(self):
        self.now = 0

    def monotonic(self):
        self.now += TICK
        return self.now / 1e9

    def jump(self, seconds):
        self.now += math.ceil((seconds - 1e-9) * 1e3) * MILLISECOND


def install_clock():
    clock = Clock()
    wait = selectors.DefaultSelector.select

    def select(self, timeout=None):
        events = wait(self, 0)
        if not events and timeout is None:
            sys.stdout.flush()
            os._exit(STUCK)
        if not events and timeout > 0:
            clock.jump(timeout)
        return events

    selectors.DefaultSelector.select = select
    asyncio.BaseEventLoop.time = lambda self: clock.monotonic()
    time.monotonic = time.perf_counter = clock.monotonic
    time.sleep = clock.jump


class OrderedSet(dict):
    """A set in the order of its adds: what CPython leaves to the addresses of objects."""

    def add(self, item):
        self[item] = None

    def discard(self, item):
        self.pop(item, None)


class OrderedWeakSet(weakref.WeakSet):
    """The same of the loop's async generators."""

    def __init__(self):
        super().__init__()
        self.data = OrderedSet()


def order_sets_of_tasks():
    """What cancels several tasks, a TaskGroup or the end of run(), does it in the order of creation."""
    every = asyncio.tasks._all_tasks
    every.data = OrderedSet()
    find = asyncio.tasks.all_tasks

    def in_order(loop=None):
        found = find(loop)
        return [task for task in every if task in found]

    asyncio.tasks.all_tasks = in_order
    make = asyncio.TaskGroup.__init__

    def init(self):
        make(self)
        self._tasks = OrderedSet()

    asyncio.TaskGroup.__init__ = init
    asyncio.base_events.weakref = types.SimpleNamespace(WeakSet=OrderedWeakSet)


def run_here(text, name):
    """Runs the program in this process, which is then used up. Returns the exit code."""
    module = types.ModuleType("__main__")
    sys.modules["__main__"] = module
    code = 0
    try:
        exec(compile(text, name, "exec"), module.__dict__)
    except SystemExit as error:
        code = error.code if isinstance(error.code, int) else int(error.code is not None)
    except BaseException:
        traceback.print_exc()
        code = 1
    module.__dict__.clear()
    gc.collect()
    return code


def child(text, name, files):
    for number, file in enumerate(files, 1):
        os.dup2(file.fileno(), number)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)
    signal.alarm(SECONDS)
    install_clock()
    order_sets_of_tasks()
    code = run_here(text, name)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code & 255)


def ask(text, name="program.py"):
    """The Output of CPython for a program of the file `name`; its exit code is negative where a signal ended it."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        sys.stdout.flush()
        pid = os.fork()
        if pid == 0:
            child(text, name, (out, err))
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        for file in (out, err):
            file.seek(0)
        return Output(out.read(), err.read(), code)
