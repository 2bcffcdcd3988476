"""Futures of calls that other threads make, and waiting for several of them."""

import sys
import traceback
from builtins import TimeoutError
from time import monotonic
from types import GenericAlias

import threading
from collections import namedtuple

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'

_ENDED = ('CANCELLED', 'CANCELLED_AND_NOTIFIED', 'FINISHED')


class Error(Exception):
    pass


class CancelledError(Error):
    pass


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    """States: PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED (who waits knows), FINISHED."""

    def __init__(self):
        self._condition = threading.Condition()
        self._state = 'PENDING'
        self._result = None
        self._exception = None
        self._observers = []  # called when it is done, before the callbacks
        self._done_callbacks = []

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)

    def __repr__(self):
        state = 'cancelled' if self._state == 'CANCELLED_AND_NOTIFIED' else self._state.lower()
        if self._state == 'FINISHED' and self._exception is not None:
            state += f' raised {type(self._exception).__name__}'
        elif self._state == 'FINISHED':
            state += f' returned {type(self._result).__name__}'
        return f'<{type(self).__name__} at {id(self):#x} state={state}>'

    def cancelled(self):
        return self._state in ('CANCELLED', 'CANCELLED_AND_NOTIFIED')

    def running(self):
        return self._state == 'RUNNING'

    def done(self):
        return self._state in _ENDED

    def cancel(self):
        with self._condition:
            if self._state in ('RUNNING', 'FINISHED'):
                return False
            if self.cancelled():
                return True
            self._state = 'CANCELLED'
            self._condition.notify_all()
        self._call_callbacks()
        return True

    def result(self, timeout=None):
        self._wait(timeout)
        if self._exception is None:
            return self._result
        try:
            raise self._exception
        finally:
            self = None

    def exception(self, timeout=None):
        self._wait(timeout)
        return self._exception

    def _wait(self, timeout):
        """Until it is done; raises where there will be neither result nor exception."""
        with self._condition:
            if not self.done():
                self._condition.wait(timeout)
            if self.cancelled():
                raise CancelledError()
            if self._state != 'FINISHED':
                raise TimeoutError()

    def add_done_callback(self, fn):
        with self._condition:
            if not self.done():
                self._done_callbacks.append(fn)
                return
        self._call(fn)

    def _call_callbacks(self):
        for fn in self._done_callbacks:
            self._call(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception as error:
            print(f'exception calling callback for {self!r}', file=sys.stderr)
            traceback.print_exception(error)

    # For executors.

    def set_running_or_notify_cancel(self):
        with self._condition:
            if self._state == 'PENDING':
                self._state = 'RUNNING'
                return True
            if self._state != 'CANCELLED':
                raise RuntimeError('Future in unexpected state')
            self._state = 'CANCELLED_AND_NOTIFIED'
            self._tell_observers()
            return False

    def set_result(self, result):
        self._finish(result, None)

    def set_exception(self, exception):
        self._finish(None, exception)

    def _finish(self, result, exception):
        with self._condition:
            if self.done():
                raise InvalidStateError(f'{self._state}: {self!r}')
            self._result = result
            self._exception = exception
            self._state = 'FINISHED'
            self._tell_observers()
            self._condition.notify_all()
        self._call_callbacks()

    def _tell_observers(self):
        for observer in self._observers:
            observer(self)

    def _is_over(self):
        """Whether an observer that came now would come too late."""
        return self._state in ('CANCELLED_AND_NOTIFIED', 'FINISHED')


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else timeout + monotonic()
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return _results(futures, end)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc, tb):
        self.shutdown(wait=True)
        return False


def _results(futures, end):
    futures.reverse()
    try:
        while futures:
            future = futures.pop()
            try:
                result = future.result(None if end is None else end - monotonic())
            finally:
                future.cancel()
                future = None
            yield result
    finally:
        for future in futures:
            future.cancel()


DoneAndNotDoneFutures = namedtuple('DoneAndNotDoneFutures', 'done not_done')


class _Watch:
    """Collects futures as they are done, in order."""

    def __init__(self, futures):
        self.changed = threading.Condition()
        self.done = []
        for future in futures:
            with future._condition:
                if future._is_over():
                    self.done.append(future)
                else:
                    future._observers.append(self.note)

    def note(self, future):
        with self.changed:
            self.done.append(future)
            self.changed.notify_all()

    def stop(self, futures):
        for future in futures:
            with future._condition:
                if self.note in future._observers:
                    future._observers.remove(self.note)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return condition: {return_when!r}')

    def is_enough():
        if return_when == FIRST_COMPLETED and watch.done:
            return True
        if return_when == FIRST_EXCEPTION:
            for future in watch.done:
                if not future.cancelled() and future._exception is not None:
                    return True
        return len(watch.done) == len(fs)

    watch = _Watch(fs)
    with watch.changed:
        watch.changed.wait_for(is_enough, timeout)
    watch.stop(fs)
    done = set(watch.done)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + monotonic()
    fs = set(fs)
    total = len(fs)
    watch = _Watch(fs)
    try:
        for number in range(total):
            with watch.changed:
                left = None if end is None else end - monotonic()
                if not watch.changed.wait_for(lambda: watch.done, left):
                    raise TimeoutError(f'{total - number} (of {total}) futures unfinished')
                future = watch.done.pop(0)
            yield future
    finally:
        watch.stop(fs)
