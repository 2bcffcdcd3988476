"""asyncio's exceptions, beside those that the runtime itself raises."""

from builtins import TimeoutError

from _asyncio import CancelledError, InvalidStateError


class BrokenBarrierError(RuntimeError):
    pass


class IncompleteReadError(EOFError):
    """A stream ended before `expected` bytes (None = unknown) were there; `partial` are those that were."""

    def __init__(self, partial, expected):
        wanted = 'undefined' if expected is None else repr(expected)
        super().__init__(f'{len(partial)} bytes read on a total of {wanted} expected bytes')
        self.partial = partial
        self.expected = expected


class SendfileNotAvailableError(RuntimeError):
    """The system cannot send a file over that transport; the loop's methods here never say so."""


class LimitOverrunError(Exception):
    """No separator within a stream's limit; `consumed` bytes were looked at."""

    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed
