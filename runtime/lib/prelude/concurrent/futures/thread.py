"""ThreadPoolExecutor: threads that make the calls of a queue."""

import os
import sys
import traceback
from itertools import count

import queue
import threading
from concurrent.futures import _base

_numbers = count()
_executors = []  # of which threads are left
_exit_state = {'ending': False}


def _end_all():
    """The program ends: what is in the queues is still done."""
    _exit_state['ending'] = True
    for executor in _executors:
        executor._work_queue.put(None)
    for executor in _executors:
        for thread in executor._threads:
            thread.join()


class _WorkItem:
    def __init__(self, future, fn, args, kwargs):
        self.future = future
        self.fn = fn
        self.args = args
        self.kwargs = kwargs

    def run(self):
        if not self.future.set_running_or_notify_cancel():
            return
        try:
            result = self.fn(*self.args, **self.kwargs)
        except BaseException as error:
            self.future.set_exception(error)
            self = None  # the traceback must not keep the future alive
        else:
            self.future.set_result(result)


class BrokenThreadPool(_base.BrokenExecutor):
    pass


class ThreadPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=()):
        if max_workers is None:
            max_workers = min(32, (os.cpu_count() or 1) + 4)
        if max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._work_queue = queue.SimpleQueue()
        self._idle_semaphore = threading.Semaphore(0)
        self._threads = []
        self._broken = False
        self._shutdown = False
        self._shutdown_lock = threading.Lock()
        self._thread_name_prefix = thread_name_prefix or f'ThreadPoolExecutor-{next(_numbers)}'
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        with self._shutdown_lock:
            if self._broken:
                raise BrokenThreadPool(self._broken)
            if self._shutdown:
                raise RuntimeError('cannot schedule new futures after shutdown')
            if _exit_state['ending']:
                raise RuntimeError('cannot schedule new futures after interpreter shutdown')
            future = _base.Future()
            self._work_queue.put(_WorkItem(future, fn, args, kwargs))
            self._provide_thread()
            return future

    def _provide_thread(self):
        if self._idle_semaphore.acquire(blocking=False) or len(self._threads) >= self._max_workers:
            return
        if not _executors:
            threading._register_atexit(_end_all)
        if not self._threads:
            _executors.append(self)
        name = f'{self._thread_name_prefix}_{len(self._threads)}'
        thread = threading.Thread(name=name, target=self._work)
        thread.start()
        self._threads.append(thread)

    def _work(self):
        if self._initializer is not None and not self._initialize():
            return
        while True:
            item = self._work_queue.get()
            if item is not None:
                item.run()
                item = None
                self._idle_semaphore.release()
            elif self._shutdown or _exit_state['ending']:
                self._work_queue.put(None)  # for the next thread
                return

    def _initialize(self):
        try:
            self._initializer(*self._initargs)
            return True
        except BaseException as error:
            print('Exception in initializer:', file=sys.stderr)
            traceback.print_exception(error)
            self._initializer_failed()
            return False

    def _initializer_failed(self):
        with self._shutdown_lock:
            self._broken = 'A thread initializer failed, the thread pool is not usable anymore'
            for item in self._drained():
                item.future.set_exception(BrokenThreadPool(self._broken))

    def _drained(self):
        items = []
        while not self._work_queue.empty():
            item = self._work_queue.get()
            if item is not None:
                items.append(item)
        return items

    def shutdown(self, wait=True, *, cancel_futures=False):
        with self._shutdown_lock:
            self._shutdown = True
            if cancel_futures:
                for item in self._drained():
                    item.future.cancel()
            self._work_queue.put(None)
        if wait:
            for thread in self._threads:
                thread.join()
