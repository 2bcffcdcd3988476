"""Watchers of child processes, which tell when a child ends: in each of asyncio's classes by a thread that waits
for it. Children of create_subprocess_exec and its like need none: the loop itself hears of their ends.
"""

import threading
import warnings

from os import waitpid, waitstatus_to_exitcode


class AbstractChildWatcher:
    def add_child_handler(self, pid, callback, *args):
        raise NotImplementedError()

    def remove_child_handler(self, pid):
        raise NotImplementedError()

    def attach_loop(self, loop):
        raise NotImplementedError()

    def close(self):
        raise NotImplementedError()

    def is_active(self):
        raise NotImplementedError()

    def __enter__(self):
        raise NotImplementedError()

    def __exit__(self, a, b, c):
        raise NotImplementedError()


class _ThreadWatcher(AbstractChildWatcher):
    def __init__(self):
        self._callbacks = {}

    def is_active(self):
        return True

    def attach_loop(self, loop):
        pass

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        pass

    def add_child_handler(self, pid, callback, *args):
        self._callbacks[pid] = callback, args
        threading.Thread(target=self._wait_for, args=(pid,), daemon=True, name=f'waitpid-{pid}').start()

    def remove_child_handler(self, pid):
        return self._callbacks.pop(pid, None) is not None

    def _wait_for(self, pid):
        try:
            returncode = waitstatus_to_exitcode(waitpid(pid, 0)[1])
        except ChildProcessError:
            returncode = 255  # somebody else has had its status
        callback, args = self._callbacks.pop(pid, (None, ()))
        if callback is not None:
            callback(pid, returncode, *args)


class ThreadedChildWatcher(_ThreadWatcher):
    __module__ = 'asyncio.unix_events'

    def remove_child_handler(self, pid):
        return True


class PidfdChildWatcher(_ThreadWatcher):
    __module__ = 'asyncio.unix_events'


class _LoopWatcher(_ThreadWatcher):
    """Is at work while a loop is attached to it."""

    def __init__(self):
        super().__init__()
        self._loop = None

    def is_active(self):
        return self._loop is not None and self._loop.is_running()

    def attach_loop(self, loop):
        if self._loop is not None and loop is None and self._callbacks:
            warnings.warn('A loop is being detached from a child watcher with pending handlers', RuntimeWarning)
        self._loop = loop

    def close(self):
        self._callbacks.clear()
        self.attach_loop(None)


class SafeChildWatcher(_LoopWatcher):
    __module__ = 'asyncio.unix_events'


class FastChildWatcher(_LoopWatcher):
    __module__ = 'asyncio.unix_events'


class MultiLoopChildWatcher(_ThreadWatcher):
    __module__ = 'asyncio.unix_events'
