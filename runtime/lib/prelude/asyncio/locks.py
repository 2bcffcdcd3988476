"""asyncio's Lock, Event, Condition, Semaphore and Barrier.

Each keeps the futures of those who wait in the order of their coming. Waking somebody is setting
the first future that is not done; who was woken takes what it waited for when its turn comes.
"""

from _collections import deque

from _asyncio import CancelledError
from asyncio._bound import LoopBound
from asyncio.exceptions import BrokenBarrierError


class _Waited(LoopBound):
    """Something that is waited for; shows how many do in its repr."""

    def __init__(self):
        self._waiters = deque()

    def _shown_state(self):
        return ''

    def __repr__(self):
        plain = super().__repr__()
        shown = self._shown_state()
        if self._waiters:
            shown = f'{shown}, waiters:{len(self._waiters)}'
        return f'<{plain[1:-1]} [{shown}]>'

    def _someone_waits(self):
        for waiter in self._waiters:
            if not waiter.cancelled():
                return True
        return False

    async def _wait_in_line(self, waiter):
        self._waiters.append(waiter)
        try:
            await waiter
        finally:
            self._waiters.remove(waiter)


class _Acquired(_Waited):
    """Something that `async with` acquires and releases."""

    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class Lock(_Acquired):
    def __init__(self):
        super().__init__()
        self._locked = False

    def _shown_state(self):
        return 'locked' if self._locked else 'unlocked'

    def locked(self):
        return self._locked

    async def acquire(self):
        if self._locked or self._someone_waits():
            try:
                await self._wait_in_line(self._new_waiter())
            except CancelledError:
                if not self._locked:
                    self._wake_first()
                raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError('Lock is not acquired.')
        self._locked = False
        self._wake_first()

    def _wake_first(self):
        if self._waiters:
            first = self._waiters[0]
            if not first.done():
                first.set_result(True)


class Event(_Waited):
    def __init__(self):
        super().__init__()
        self._value = False

    def _shown_state(self):
        return 'set' if self._value else 'unset'

    def is_set(self):
        return self._value

    def set(self):
        if self._value:
            return
        self._value = True
        for waiter in self._waiters:
            if not waiter.done():
                waiter.set_result(True)

    def clear(self):
        self._value = False

    async def wait(self):
        if not self._value:
            await self._wait_in_line(self._new_waiter())
        return True


class Condition(_Acquired):
    def __init__(self, lock=None):
        super().__init__()
        if lock is None:
            lock = Lock()
        self._lock = lock
        self.locked = lock.locked
        self.acquire = lock.acquire
        self.release = lock.release

    def _shown_state(self):
        return 'locked' if self.locked() else 'unlocked'

    async def wait(self):
        if not self.locked():
            raise RuntimeError('cannot wait on un-acquired lock')
        self.release()
        try:
            await self._wait_in_line(self._new_waiter())
            return True
        finally:
            await self._acquire_again()

    async def _acquire_again(self):
        """Whoever leaves wait() holds the lock, even where it was cancelled meanwhile."""
        cancelled = False
        while True:
            try:
                await self.acquire()
                break
            except CancelledError:
                cancelled = True
        if cancelled:
            raise CancelledError

    async def wait_for(self, predicate):
        while True:
            result = predicate()
            if result:
                return result
            await self.wait()

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError('cannot notify on un-acquired lock')
        woken = 0
        for waiter in self._waiters:
            if woken >= n:
                break
            if not waiter.done():
                woken += 1
                waiter.set_result(False)

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Acquired):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('Semaphore initial value must be >= 0')
        super().__init__()
        self._value = value

    def _shown_state(self):
        return 'locked' if self.locked() else f'unlocked, value:{self._value}'

    def locked(self):
        return self._value == 0 or self._someone_waits()

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        waiter = self._new_waiter()
        try:
            await self._wait_in_line(waiter)
        except CancelledError:
            if not waiter.cancelled():  # woken and cancelled at once: the next one gets it
                self._value += 1
                self._wake_next()
            raise
        if self._value > 0:
            self._wake_next()
        return True

    def release(self):
        self._value += 1
        self._wake_next()

    def _wake_next(self):
        """The one woken has its unit already: nobody can take it before its turn."""
        for waiter in self._waiters:
            if not waiter.done():
                self._value -= 1
                waiter.set_result(True)
                return


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._bound_value = value
        super().__init__(value)

    def release(self):
        if self._value >= self._bound_value:
            raise ValueError('BoundedSemaphore released too many times')
        super().release()


class Barrier(LoopBound):
    """States: filling (parties arrive), draining (they leave), resetting, broken."""

    def __init__(self, parties):
        if parties < 1:
            raise ValueError('parties must be > 0')
        self._changed = Condition()
        self._parties = parties
        self._state = 'filling'
        self._count = 0

    def __repr__(self):
        shown = self._state
        if not self.broken:
            shown += f', waiters:{self.n_waiting}/{self.parties}'
        return f'<{super().__repr__()[1:-1]} [{shown}]>'

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 'filling' else 0

    @property
    def broken(self):
        return self._state == 'broken'

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, *args):
        pass

    async def wait(self):
        async with self._changed:
            await self._changed.wait_for(self._is_enterable)
            if self._state == 'broken':
                raise BrokenBarrierError('Barrier aborted')
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._set_state('draining')
                else:
                    await self._wait_until_full()
                return index
            finally:
                self._count -= 1
                self._left()

    def _is_enterable(self):
        return self._state == 'filling' or self._state == 'broken'

    def _is_not_filling(self):
        return self._state != 'filling'

    async def _wait_until_full(self):
        await self._changed.wait_for(self._is_not_filling)
        if self._state == 'broken' or self._state == 'resetting':
            raise BrokenBarrierError('Abort or reset of barrier')

    def _left(self):
        if self._count == 0:
            if self._state == 'resetting' or self._state == 'draining':
                self._state = 'filling'
            self._changed.notify_all()

    def _set_state(self, state):
        self._state = state
        self._changed.notify_all()

    async def reset(self):
        async with self._changed:
            self._set_state('resetting' if self._count > 0 else 'filling')

    async def abort(self):
        async with self._changed:
            self._set_state('broken')
