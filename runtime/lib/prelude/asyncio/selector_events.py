"""Transports over sockets that are read and written when the operating system says so.

A write is tried at once; what the system does not take waits in the buffer until it can be written.
"""

from _polling import unwatch_reading, unwatch_writing, watch_reading, watch_writing
from _streams import Channel

from asyncio.protocols import BufferedProtocol
from asyncio.transports import Flow, check_bytes, set_none_unless_done
from asyncio.trsock import TransportSocket

_IPPROTO_TCP, _TCP_NODELAY, _SOCK_STREAM, _SHUT_WR = 6, 1, 1, 1
READ_SIZE = 256 * 1024


class _SelectorTransport(Flow):
    def __init__(self, loop, sock, protocol, waiter, extra, server):
        super().__init__({} if extra is None else extra, loop)
        self._extra['socket'] = TransportSocket(sock)
        try:
            self._extra['sockname'] = sock.getsockname()
        except OSError:
            self._extra['sockname'] = None
        if 'peername' not in self._extra:
            try:
                self._extra['peername'] = sock.getpeername()
            except OSError:
                self._extra['peername'] = None
        self._sock = sock
        self._sock_fd = sock.fileno()
        self._server = server
        self._conn_lost = 0
        self._closing = False
        self._paused = False
        self.set_protocol(protocol)
        if server is not None:
            server._attach()
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(set_none_unless_done, waiter)

    def __repr__(self):
        shown = type(self).__name__
        if self._sock is None:
            shown += ' closed'
        elif self._closing:
            shown += ' closing'
        shown += f' fd={self._sock_fd}'
        if self._loop is not None and not self._loop.is_closed():
            shown += ' read=polling' if self.is_reading() else ' read=idle'
            state = 'polling' if self._buffer else 'idle'
            shown += f' write=<{state}, bufsize={self.get_write_buffer_size()}>'
        return f'<{shown}>'

    def set_protocol(self, protocol):
        self._protocol = protocol

    def is_reading(self):
        return not self._closing and not self._paused

    def _start_reading(self):
        if self.is_reading():
            watch_reading(self._loop, self._sock_fd, self._read_ready, ())

    def pause_reading(self):
        if self.is_reading():
            self._paused = True
            unwatch_reading(self._loop, self._sock_fd)

    def resume_reading(self):
        if not self._closing and self._paused:
            self._paused = False
            self._start_reading()

    def close(self):
        if self._closing:
            return
        self._closing = True
        unwatch_reading(self._loop, self._sock_fd)
        if not self._buffer:
            self._conn_lost += 1
            unwatch_writing(self._loop, self._sock_fd)
            self._loop.call_soon(self._call_connection_lost, None)

    def _force_close(self, exc):
        if self._conn_lost:
            return
        if self._buffer:
            self._buffer.clear()
            unwatch_writing(self._loop, self._sock_fd)
        if not self._closing:
            self._closing = True
            unwatch_reading(self._loop, self._sock_fd)
        self._conn_lost += 1
        self._loop.call_soon(self._call_connection_lost, exc)

    def _call_connection_lost(self, exc):
        try:
            self._protocol.connection_lost(exc)
        finally:
            self._sock.close()
            self._sock = self._protocol = self._loop = None
            server = self._server
            if server is not None:
                self._server = None
                server._detach()


class _SelectorSocketTransport(Channel, _SelectorTransport):
    """What happens for every message is in Channel: it reads, and writes what the system takes."""

    _start_tls_compatible = True

    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        self._open(loop, sock)
        super().__init__(loop, sock, protocol, waiter, extra, server)
        if sock.type == _SOCK_STREAM and sock.proto == _IPPROTO_TCP:
            sock.setsockopt(_IPPROTO_TCP, _TCP_NODELAY, 1)

    def set_protocol(self, protocol):
        self._protocol = protocol
        self._fills_buffer = isinstance(protocol, BufferedProtocol)

    def _start_reading(self):
        if self.is_reading():
            self._watch()

    def _read_into_buffer(self):
        try:
            buffer = self._protocol.get_buffer(-1)
            if not len(buffer):
                raise RuntimeError('get_buffer() returned an empty buffer')
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal error: protocol.get_buffer() call failed.')
            return
        try:
            count = self._sock.recv_into(buffer)
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal read error on socket transport')
            return
        if not count:
            self._read_eof()
            return
        try:
            self._protocol.buffer_updated(count)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal error: protocol.buffer_updated() call failed.')

    def _read_eof(self):
        try:
            keep_open = self._protocol.eof_received()
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Fatal error: protocol.eof_received() call failed.')
            return
        if keep_open:  # for writing: there will be nothing more to read
            unwatch_reading(self._loop, self._sock_fd)
        else:
            self.close()

    def _write_on(self, data, sent):
        """What the system has not taken waits."""
        if self._eof:
            raise RuntimeError('Cannot call write() after write_eof()')
        if not data:
            return
        if self._conn_lost:
            self._lost_write('socket.send() raised exception.')
            return
        if not self._buffer:
            watch_writing(self._loop, self._sock_fd, self._write_ready, ())
        self._buffer.extend(data[sent:] if sent else data)
        self._maybe_pause_protocol()

    def _write_ready(self):
        if self._conn_lost:
            return
        try:
            sent = self._sock.send(self._buffer)
        except (BlockingIOError, InterruptedError):
            return
        except OSError as exc:
            unwatch_writing(self._loop, self._sock_fd)
            self._buffer.clear()
            self._fatal_error(exc, 'Fatal write error on socket transport')
            return
        del self._buffer[:sent]
        self._maybe_resume_protocol()  # which may write more
        if not self._buffer:
            unwatch_writing(self._loop, self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)
            elif self._eof:
                self._sock.shutdown(_SHUT_WR)

    def _call_connection_lost(self, exc):
        super()._call_connection_lost(exc)
        self._shut()

    def write_eof(self):
        if self._closing or self._eof:
            return
        self._eof = True
        if not self._buffer:
            self._sock.shutdown(_SHUT_WR)

    def can_write_eof(self):
        return True
