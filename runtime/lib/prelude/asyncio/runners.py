"""asyncio.Runner: one loop for several runs."""

import contextvars

import _asyncio
from _asyncio import run


class Runner:
    """States: created, initialized, closed."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = 'created'
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None

    def __enter__(self):
        self._start()
        return self

    def __exit__(self, exc_type, exc, tb):
        self.close()

    def _start(self):
        if self._state == 'closed':
            raise RuntimeError('Runner is closed')
        if self._state == 'initialized':
            return
        if self._loop_factory is None:
            self._loop = _asyncio.new_event_loop()
            _asyncio.set_event_loop(self._loop)
        else:
            self._loop = self._loop_factory()
        if self._debug is not None:
            self._loop.set_debug(self._debug)
        self._context = contextvars.copy_context()
        self._state = 'initialized'

    def close(self):
        if self._state != 'initialized':
            return
        loop = self._loop
        self._loop = None
        self._state = 'closed'
        _asyncio._shut_down(loop)

    def get_loop(self):
        self._start()
        return self._loop

    def run(self, coro, *, context=None):
        if not _asyncio.iscoroutine(coro):
            raise ValueError('a coroutine was expected, got {!r}'.format(coro))
        if _asyncio._get_running_loop() is not None:
            raise RuntimeError('Runner.run() cannot be called from a running event loop')
        self._start()
        return _asyncio._run_main(self._loop, coro, self._context if context is None else context)
