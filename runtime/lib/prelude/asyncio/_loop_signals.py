"""Handlers of signals as methods of the loop."""

import _signal
from _asyncio import _extend_loop, iscoroutine, iscoroutinefunction


def _check(sig):
    if not isinstance(sig, int):
        raise TypeError(f'sig must be an int, not {sig!r}')
    if not 0 < sig < 65 or sig == 32 or sig == 33:
        raise ValueError(f'invalid signal number {sig}')


def add_signal_handler(self, sig, callback, *args):
    if iscoroutine(callback) or iscoroutinefunction(callback):
        raise TypeError('coroutines cannot be used with add_signal_handler()')
    _check(sig)
    _signal.watch(self, sig, callback, args)


def remove_signal_handler(self, sig):
    _check(sig)
    return _signal.unwatch(sig)


_extend_loop(add_signal_handler, remove_signal_handler)
