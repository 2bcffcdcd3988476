"""Waiting for several futures: asyncio.wait, as_completed and shield."""

import _asyncio
from asyncio.queues import Queue

FIRST_COMPLETED = 'FIRST_COMPLETED'
FIRST_EXCEPTION = 'FIRST_EXCEPTION'
ALL_COMPLETED = 'ALL_COMPLETED'


def _check_several(fs, wanted):
    if _asyncio.isfuture(fs) or _asyncio.iscoroutine(fs):
        raise TypeError(f'expect {wanted} of futures, not {type(fs).__name__}')


class _Countdown:
    """Sets a waiter when enough of the futures are done, or the time is up."""

    def __init__(self, loop, futures, timeout, return_when):
        self.waiter = loop.create_future()
        self.left = len(futures)
        self.return_when = return_when
        self.handle = None
        if timeout is not None:
            self.handle = loop.call_later(timeout, self.release)

    def release(self):
        if not self.waiter.done():
            self.waiter.set_result(None)

    def drop_handle(self):
        if self.handle is not None:
            self.handle.cancel()

    def is_enough(self, future):
        if self.left <= 0 or self.return_when == FIRST_COMPLETED:
            return True
        return (self.return_when == FIRST_EXCEPTION and not future.cancelled()
                and future.exception() is not None)

    def _on_completion(self, future):
        self.left -= 1
        if self.is_enough(future):
            self.drop_handle()
            self.release()


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    _check_several(fs, 'a list')
    if not fs:
        raise ValueError('Set of Tasks/Futures is empty.')
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f'Invalid return_when value: {return_when}')
    futures = set(fs)
    for future in futures:
        if _asyncio.iscoroutine(future):
            raise TypeError('Passing coroutines is forbidden, use tasks explicitly.')

    countdown = _Countdown(_asyncio.get_running_loop(), futures, timeout, return_when)
    on_completion = countdown._on_completion
    for future in futures:
        future.add_done_callback(on_completion)
    try:
        await countdown.waiter
    finally:
        countdown.drop_handle()
        for future in futures:
            future.remove_done_callback(on_completion)

    done = set()
    pending = set()
    for future in futures:
        if future.done():
            done.add(future)
        else:
            pending.add(future)
    return done, pending


class _Completions:
    """The futures of as_completed, in the order in which they are done."""

    def __init__(self, futures, timeout, loop):
        self.todo = futures
        self.done = Queue()
        self.handle = None
        for future in futures:
            future.add_done_callback(self._on_completion)
        if futures and timeout is not None:
            self.handle = loop.call_later(timeout, self._on_timeout)

    def _on_timeout(self):
        for future in self.todo:
            future.remove_done_callback(self._on_completion)
            self.done.put_nowait(None)
        self.todo.clear()

    def _on_completion(self, future):
        if not self.todo:
            return  # the time was up before
        self.todo.remove(future)
        self.done.put_nowait(future)
        if not self.todo and self.handle is not None:
            self.handle.cancel()

    async def _wait_for_one(self):
        future = await self.done.get()
        if future is None:
            raise TimeoutError
        return future.result()


def as_completed(fs, *, timeout=None):
    _check_several(fs, 'an iterable')
    loop = _asyncio.get_event_loop()
    futures = set()
    for awaitable in set(fs):
        futures.add(_asyncio.ensure_future(awaitable, loop=loop))
    completions = _Completions(futures, timeout, loop)
    for _ in range(len(futures)):
        yield completions._wait_for_one()


def shield(arg):
    inner = _asyncio.ensure_future(arg)
    if inner.done():
        return inner
    outer = inner.get_loop().create_future()

    def _inner_done_callback(inner):
        if outer.cancelled():
            if not inner.cancelled():
                inner.exception()  # it is known now
        elif inner.cancelled():
            outer.cancel()
        else:
            error = inner.exception()
            if error is not None:
                outer.set_exception(error)
            else:
                outer.set_result(inner.result())

    def _outer_done_callback(outer):
        if not inner.done():
            inner.remove_done_callback(_inner_done_callback)

    inner.add_done_callback(_inner_done_callback)
    outer.add_done_callback(_outer_done_callback)
    return outer
