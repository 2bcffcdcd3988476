"""Transports over pipes, terminals and other descriptors that can wait."""

from _os import fstat, read, set_blocking, write
from _polling import unwatch_reading, unwatch_writing, watch_reading, watch_writing

from asyncio.transports import Flow, ReadTransport, connect_transport, set_none_unless_done

_FORMAT, _FIFO, _SOCKET, _CHARACTERS = 0o170000, 0o010000, 0o140000, 0o020000
_READ_SIZE, _EIO = 256 * 1024, 5


def _kind(pipe, message):
    kind = fstat(pipe.fileno()).st_mode & _FORMAT
    if kind != _FIFO and kind != _SOCKET and kind != _CHARACTERS:
        raise ValueError(message)
    set_blocking(pipe.fileno(), False)
    return kind


def _shown(transport, rest):
    shown = type(transport).__name__
    if transport._pipe is None:
        shown += ' closed'
    elif transport._closing:
        shown += ' closing'
    shown += f' fd={transport._fileno}'
    return f'<{shown}{rest}>'


class _UnixReadPipeTransport(ReadTransport):
    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__(extra)
        self._extra['pipe'] = pipe
        _kind(pipe, 'Pipe transport is for pipes/sockets only.')
        self._loop = loop
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._closing = self._paused = False
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(set_none_unless_done, waiter)

    def __repr__(self):
        if self._pipe is None:
            return _shown(self, ' closed')
        return _shown(self, ' polling' if self.is_reading() else ' idle')

    def _start_reading(self):
        if self.is_reading():
            watch_reading(self._loop, self._fileno, self._read_ready, ())

    def _read_ready(self):
        try:
            data = read(self._fileno, _READ_SIZE)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as exc:
            if exc.errno != _EIO:
                self._loop.call_exception_handler({
                    'message': 'Fatal read error on pipe transport', 'exception': exc, 'transport': self,
                    'protocol': self._protocol})
            self._give_up(exc)
            return
        if data:
            self._protocol.data_received(data)
            return
        self._closing = True
        unwatch_reading(self._loop, self._fileno)
        self._loop.call_soon(self._protocol.eof_received)
        self._loop.call_soon(self._call_connection_lost, None)

    def is_reading(self):
        return not self._paused and not self._closing

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            unwatch_reading(self._loop, self._fileno)

    def resume_reading(self):
        if not self._closing and self._paused:
            self._paused = False
            self._start_reading()

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def is_closing(self):
        return self._closing

    def close(self):
        if not self._closing:
            self._give_up(None)

    def _give_up(self, exc):
        self._closing = True
        unwatch_reading(self._loop, self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()
            self._pipe = self._protocol = self._loop = None


class _UnixWritePipeTransport(Flow):
    def __init__(self, loop, pipe, protocol, waiter=None, extra=None):
        super().__init__({} if extra is None else extra, loop)
        self._extra['pipe'] = pipe
        kind = _kind(pipe, 'Pipe transport is only for pipes, sockets and character devices')
        self._pipe = pipe
        self._fileno = pipe.fileno()
        self._protocol = protocol
        self._buffer = bytearray()
        self._conn_lost = 0
        self._closing = False
        loop.call_soon(protocol.connection_made, self)
        if kind != _CHARACTERS:
            loop.call_soon(self._watch_end)
        if waiter is not None:
            loop.call_soon(set_none_unless_done, waiter)

    def __repr__(self):
        if self._pipe is None:
            return _shown(self, ' closed')
        state = 'polling' if self._buffer else 'idle'
        return _shown(self, f' {state} bufsize={len(self._buffer)}')

    def _watch_end(self):
        watch_reading(self._loop, self._fileno, self._reader_gone, ())

    def _reader_gone(self):
        """A pipe to write to is readable when nobody reads from it any more."""
        self._force_close(BrokenPipeError() if self._buffer else None)

    def set_protocol(self, protocol):
        self._protocol = protocol

    def write(self, data):
        assert isinstance(data, (bytes, bytearray)), repr(data)
        if not data:
            return
        if self._conn_lost or self._closing:
            self._lost_write('pipe closed by peer or os.write(pipe, data) raised exception.')
            return
        if not self._buffer:
            try:
                written = write(self._fileno, data)
            except (BlockingIOError, InterruptedError):
                written = 0
            except OSError as exc:
                self._conn_lost += 1
                self._fatal_error(exc, 'Fatal write error on pipe transport')
                return
            if written == len(data):
                return
            data = data[written:]
            watch_writing(self._loop, self._fileno, self._write_ready, ())
        self._buffer.extend(data)
        self._maybe_pause_protocol()

    def _write_ready(self):
        try:
            written = write(self._fileno, self._buffer)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as exc:
            self._buffer.clear()
            self._conn_lost += 1
            unwatch_writing(self._loop, self._fileno)
            self._fatal_error(exc, 'Fatal write error on pipe transport')
            return
        del self._buffer[:written]
        if not self._buffer:
            unwatch_writing(self._loop, self._fileno)
            self._maybe_resume_protocol()
            if self._closing:
                unwatch_reading(self._loop, self._fileno)
                self._call_connection_lost(None)

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing:
            return
        self._closing = True
        if not self._buffer:
            unwatch_reading(self._loop, self._fileno)
            self._loop.call_soon(self._call_connection_lost, None)

    def close(self):
        if self._pipe is not None and not self._closing:
            self.write_eof()

    def _force_close(self, exc):
        self._closing = True
        if self._buffer:
            unwatch_writing(self._loop, self._fileno)
        self._buffer.clear()
        unwatch_reading(self._loop, self._fileno)
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._pipe.close()
            self._pipe = self._protocol = self._loop = None


async def connect_read_pipe(self, protocol_factory, pipe):
    return await connect_transport(_UnixReadPipeTransport, self, pipe, protocol_factory)


async def connect_write_pipe(self, protocol_factory, pipe):
    return await connect_transport(_UnixWritePipeTransport, self, pipe, protocol_factory)
