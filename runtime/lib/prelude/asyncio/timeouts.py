"""asyncio.timeout: a block that is cancelled when its time is up, which then is TimeoutError."""

import _asyncio
from _asyncio import CancelledError


class Timeout:
    """States: created, active, expiring (cancel() asked for), expired, finished."""

    def __init__(self, when):
        self._state = 'created'
        self._when = when
        self._task = None
        self._cancelling = 0
        self._handle = None

    def __repr__(self):
        parts = ['']
        if self._state == 'active':
            when = None if self._when is None else round(self._when, 3)
            parts.append(f'when={when}')
        return f'<Timeout [{self._state}]{" ".join(parts)}>'

    def when(self):
        return self._when

    def expired(self):
        return self._state in ('expiring', 'expired')

    def reschedule(self, when):
        if self._state == 'created':
            raise RuntimeError('Timeout has not been entered')
        if self._state != 'active':
            raise RuntimeError(f'Cannot change state of {self._state} Timeout')
        self._when = when
        self._drop_handle()
        if when is None:
            return
        loop = _asyncio.get_running_loop()
        if when <= loop.time():
            self._handle = loop.call_soon(self._on_timeout)
        else:
            self._handle = loop.call_at(when, self._on_timeout)

    def _drop_handle(self):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _on_timeout(self):
        self._task.cancel()
        self._state = 'expiring'
        self._handle = None

    async def __aenter__(self):
        if self._state != 'created':
            raise RuntimeError('Timeout has already been entered')
        task = _asyncio.current_task()
        if task is None:
            raise RuntimeError('Timeout should be used inside a task')
        self._state = 'active'
        self._task = task
        self._cancelling = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self._drop_handle()
        if self._state == 'active':
            self._state = 'finished'
        elif self._state == 'expiring':
            self._state = 'expired'
            if self._task.uncancel() <= self._cancelling and exc_type is CancelledError:
                raise TimeoutError from exc
        return None


def timeout(delay):
    loop = _asyncio.get_running_loop()
    return Timeout(None if delay is None else loop.time() + delay)


def timeout_at(when):
    return Timeout(when)
