"""asyncio's transports: the classes that programs know, and what the ones in use have in common."""

import sys


class BaseTransport:
    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)

    def is_closing(self):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError

    def set_protocol(self, protocol):
        raise NotImplementedError

    def get_protocol(self):
        raise NotImplementedError


class ReadTransport(BaseTransport):
    def is_reading(self):
        raise NotImplementedError

    def pause_reading(self):
        raise NotImplementedError

    def resume_reading(self):
        raise NotImplementedError


class WriteTransport(BaseTransport):
    def set_write_buffer_limits(self, high=None, low=None):
        raise NotImplementedError

    def get_write_buffer_size(self):
        raise NotImplementedError

    def get_write_buffer_limits(self):
        raise NotImplementedError

    def write(self, data):
        raise NotImplementedError

    def writelines(self, list_of_data):
        self.write(b''.join(list_of_data))

    def write_eof(self):
        raise NotImplementedError

    def can_write_eof(self):
        raise NotImplementedError

    def abort(self):
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    pass


class DatagramTransport(BaseTransport):
    def sendto(self, data, addr=None):
        raise NotImplementedError

    def abort(self):
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    def get_pid(self):
        raise NotImplementedError

    def get_returncode(self):
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        raise NotImplementedError

    def send_signal(self, signal):
        raise NotImplementedError

    def terminate(self):
        raise NotImplementedError

    def kill(self):
        raise NotImplementedError


def water_marks(high, low, default):
    """Above which size a writer is told to stop, and below which to go on."""
    if high is None:
        high = default if low is None else 4 * low
    if low is None:
        low = high // 4
    if not high >= low >= 0:
        raise ValueError(f'high ({high!r}) must be >= low ({low!r}) must be >= 0')
    return high, low


# How many writes to a lost connection pass without a word.
_SILENT_LOST_WRITES = 5


class Flow(Transport):
    """A transport with a write buffer: tells its protocol to stop above a high-water mark, and to go
    on below a low one. Subclasses have _buffer, _closing, _conn_lost (how often writing has failed or
    been refused since the connection was given up) and _protocol."""

    def __init__(self, extra, loop):
        super().__init__(extra)
        self._loop = loop
        self._protocol_paused = False
        self._set_limits(None, None)

    def _set_limits(self, high, low):
        self._high_water, self._low_water = water_marks(high, low, 64 * 1024)

    def set_write_buffer_limits(self, high=None, low=None):
        self._set_limits(high, low)
        self._maybe_pause_protocol()

    def get_write_buffer_limits(self):
        return (self._low_water, self._high_water)

    def get_write_buffer_size(self):
        return len(self._buffer)

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def abort(self):
        self._force_close(None)

    def _maybe_pause_protocol(self):
        if self.get_write_buffer_size() > self._high_water and not self._protocol_paused:
            self._protocol_paused = True
            self._tell_protocol('pause_writing', self._protocol.pause_writing)

    def _maybe_resume_protocol(self):
        if self._protocol_paused and self.get_write_buffer_size() <= self._low_water:
            self._protocol_paused = False
            self._tell_protocol('resume_writing', self._protocol.resume_writing)

    def _tell_protocol(self, name, method):
        try:
            method()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._report(exc, f'protocol.{name}() failed')

    def _report(self, exc, message):
        self._loop.call_exception_handler({
            'message': message, 'exception': exc, 'transport': self, 'protocol': self._protocol})

    def _fatal_error(self, exc, message):
        """Gives the connection up. What the operating system says is between it and the protocol."""
        if not isinstance(exc, OSError):
            self._report(exc, message)
        self._force_close(exc)

    def _lost_write(self, warning):
        if self._conn_lost >= _SILENT_LOST_WRITES:
            print(warning, file=sys.stderr)
        self._conn_lost += 1


def check_bytes(data):
    if not isinstance(data, (bytes, bytearray)):
        raise TypeError(f'data argument must be a bytes-like object, not {type(data).__name__!r}')


def set_none_unless_done(future):
    """Wakes a coroutine that waits for a connection, if it still does."""
    if not future.cancelled():
        future.set_result(None)


async def connect_transport(make, loop, channel, protocol_factory):
    """make(loop, channel, protocol, waiter) is the transport of a channel: this and its protocol,
    once the protocol knows."""
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = make(loop, channel, protocol, waiter)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol
