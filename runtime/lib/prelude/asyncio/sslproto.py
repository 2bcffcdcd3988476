"""TLS between a transport and a protocol: the transport's protocol is an SSLProtocol, which decrypts what
comes for the program's protocol and encrypts what that writes to an _SSLProtocolTransport."""

import sys
import ssl
from _collections import deque

from asyncio.exceptions import TimeoutError
from asyncio.protocols import BufferedProtocol, Protocol
from asyncio.selector_events import _SelectorSocketTransport
from asyncio.transports import _SILENT_LOST_WRITES, Transport, water_marks

_HANDSHAKE_TIMEOUT, _SHUTDOWN_TIMEOUT = 60.0, 30.0
_READ_SIZE = 256 * 1024
_WRITE_HIGH, _READ_HIGH = 512 * 1024, 256 * 1024

# The connection: before and after TLS, and how it begins and ends.
_UNWRAPPED, _HANDSHAKE, _WRAPPED, _FLUSHING, _SHUTDOWN = range(5)
# What the program's protocol has been told.
_NOTHING, _MADE, _EOF, _LOST = range(4)


class _SSLProtocolTransport(Transport):
    """What the program's protocol writes to."""

    _start_tls_compatible = True

    def __init__(self, loop, ssl_protocol):
        self._loop = loop
        self._ssl_protocol = ssl_protocol
        self._closed = False

    def get_extra_info(self, name, default=None):
        return self._ssl_protocol._get_extra_info(name, default)

    def set_protocol(self, protocol):
        self._ssl_protocol._set_app_protocol(protocol)

    def get_protocol(self):
        return self._ssl_protocol._app_protocol

    def is_closing(self):
        return self._closed

    def close(self):
        if not self._closed:
            self._closed = True
            self._ssl_protocol._start_shutdown()
        else:
            self._ssl_protocol = None

    def abort(self):
        self._force_close(None)

    def _force_close(self, exc):
        self._closed = True
        if self._ssl_protocol is not None:
            self._ssl_protocol._abort(exc)

    def is_reading(self):
        return not self._ssl_protocol._reading_paused

    def pause_reading(self):
        self._ssl_protocol._reading_paused = True

    def resume_reading(self):
        self._ssl_protocol._resume_reading()

    def set_write_buffer_limits(self, high=None, low=None):
        self._ssl_protocol._set_write_limits(high, low)
        self._ssl_protocol._control_writing()

    def get_write_buffer_limits(self):
        return (self._ssl_protocol._write_low, self._ssl_protocol._write_high)

    def get_write_buffer_size(self):
        return self._ssl_protocol._write_size()

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f'data: expecting a bytes-like instance, got {type(data).__name__}')
        if data:
            self._ssl_protocol._write([data])

    def writelines(self, list_of_data):
        self._ssl_protocol._write(list_of_data)

    def write_eof(self):
        raise NotImplementedError

    def can_write_eof(self):
        return False


class SSLProtocol(Protocol):
    def __init__(self, loop, app_protocol, sslcontext, waiter, server_side=False, server_hostname=None,
                 call_connection_made=True, ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
        self._handshake_timeout = _positive('ssl_handshake_timeout', ssl_handshake_timeout, _HANDSHAKE_TIMEOUT)
        self._shutdown_timeout = _positive('ssl_shutdown_timeout', ssl_shutdown_timeout, _SHUTDOWN_TIMEOUT)
        if not sslcontext:
            sslcontext = _default_context(server_side, server_hostname)
        self._loop = loop
        self._waiter = waiter
        self._extra = {'sslcontext': sslcontext}
        self._set_app_protocol(app_protocol)
        self._incoming = ssl.MemoryBIO()
        self._outgoing = ssl.MemoryBIO()
        hostname = server_hostname if server_hostname and not server_side else None
        self._sslobj = sslcontext.wrap_bio(self._incoming, self._outgoing, server_side, hostname)
        self._state = _UNWRAPPED
        self._told = _NOTHING if call_connection_made else _MADE
        self._transport = None
        self._app_transport = _SSLProtocolTransport(loop, self)
        self._timer = None
        self._conn_lost = 0
        self._eof_received = False
        self._backlog = deque()  # what is to be encrypted
        self._backlog_size = 0
        self._reading_paused = False     # by the program's protocol
        self._writing_paused = False     # the program's protocol was told to stop
        self._transport_paused = False   # it reads no more for the time being
        self._transport_is_full = False  # it takes no more for the time being
        self._set_write_limits(None, None)

    def _set_app_protocol(self, app_protocol):
        self._app_protocol = app_protocol
        self._fills_buffer = isinstance(app_protocol, BufferedProtocol)

    def _get_extra_info(self, name, default=None):
        if name in self._extra:
            return self._extra[name]
        return default if self._transport is None else self._transport.get_extra_info(name, default)

    def _wakeup_waiter(self, exc=None):
        waiter = self._waiter
        self._waiter = None
        if waiter is not None and not waiter.cancelled():
            if exc is None:
                waiter.set_result(None)
            else:
                waiter.set_exception(exc)

    def _start_timer(self, seconds, callback):
        self._timer = self._loop.call_later(seconds, callback)

    def _stop_timer(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    # ---- what the transport tells

    def connection_made(self, transport):
        self._transport = transport
        self._state = _HANDSHAKE
        self._start_timer(self._handshake_timeout, self._handshake_is_late)
        self._do_handshake()

    def connection_lost(self, exc):
        self._backlog.clear()
        self._outgoing.read()
        self._conn_lost += 1
        self._app_transport._closed = True
        if self._state != _HANDSHAKE and self._told in (_MADE, _EOF):
            self._told = _LOST
            self._loop.call_soon(self._app_protocol.connection_lost, exc)
        self._state = _UNWRAPPED
        self._transport = self._app_protocol = None
        self._wakeup_waiter(exc)
        self._stop_timer()

    def data_received(self, data):
        self._incoming.write(data)
        self._go_on()

    def eof_received(self):
        self._eof_received = True
        try:
            if self._state == _HANDSHAKE:
                self._handshake_done(ConnectionResetError())
            elif self._state == _WRAPPED:
                self._state = _FLUSHING
                if self._reading_paused:
                    return True
                self._do_flush()
            elif self._state == _FLUSHING:
                self._do_write()
                self._state = _SHUTDOWN
                self._do_shutdown()
            elif self._state == _SHUTDOWN:
                self._do_shutdown()
        except Exception:
            self._transport.close()
            raise

    def pause_writing(self):
        self._transport_is_full = True

    def resume_writing(self):
        self._transport_is_full = False
        self._process_outgoing()

    def _go_on(self):
        if self._state == _WRAPPED:
            self._do_read()
        elif self._state == _HANDSHAKE:
            self._do_handshake()
        elif self._state == _FLUSHING:
            self._do_flush()
        elif self._state == _SHUTDOWN:
            self._do_shutdown()

    # ---- the beginning

    def _handshake_is_late(self):
        if self._state == _HANDSHAKE:
            self._fatal_error(ConnectionAbortedError(
                f'SSL handshake is taking longer than {self._handshake_timeout} seconds: '
                'aborting the connection'))

    def _do_handshake(self):
        try:
            self._sslobj.do_handshake()
        except ssl.SSLWantReadError:
            self._process_outgoing()
        except ssl.SSLError as exc:
            self._handshake_done(exc)
        else:
            self._handshake_done(None)

    def _handshake_done(self, failure):
        self._stop_timer()
        sslobj = self._sslobj
        try:
            if failure is not None:
                raise failure
            self._state = _WRAPPED
            peercert = sslobj.getpeercert()
        except Exception as exc:
            self._state = _UNWRAPPED
            self._fatal_error(exc, 'SSL handshake failed')
            self._wakeup_waiter(exc)
            return
        self._extra.update(peercert=peercert, cipher=sslobj.cipher(), compression=sslobj.compression(),
                           ssl_object=sslobj)
        if self._told == _NOTHING:
            self._told = _MADE
            self._app_protocol.connection_made(self._app_transport)
        self._wakeup_waiter()
        self._do_read()

    # ---- the end

    def _start_shutdown(self):
        if self._state in (_FLUSHING, _SHUTDOWN, _UNWRAPPED):
            return
        self._app_transport._closed = True
        if self._state == _HANDSHAKE:
            self._abort(None)
        else:
            self._state = _FLUSHING
            self._start_timer(self._shutdown_timeout, self._shutdown_is_late)
            self._do_flush()

    def _shutdown_is_late(self):
        if self._state in (_FLUSHING, _SHUTDOWN):
            self._transport._force_close(TimeoutError('SSL shutdown timed out'))

    def _do_flush(self):
        self._do_read()
        self._state = _SHUTDOWN
        self._do_shutdown()

    def _do_shutdown(self):
        try:
            if not self._eof_received:
                self._sslobj.unwrap()
        except ssl.SSLWantReadError:
            self._process_outgoing()
        except ssl.SSLError as exc:
            self._stop_timer()
            self._fatal_error(exc)
        else:
            self._process_outgoing()
            self._tell_eof()
            self._stop_timer()
            self._loop.call_soon(self._transport.close)

    def _abort(self, exc):
        self._state = _UNWRAPPED
        if self._transport is not None:
            self._transport._force_close(exc)

    def _fatal_error(self, exc, message='Fatal error on transport'):
        transport = self._transport
        if transport is not None:
            transport._force_close(exc)
        if not isinstance(exc, OSError):
            self._loop.call_exception_handler({
                'message': message, 'exception': exc, 'transport': transport, 'protocol': self})

    # ---- from the program's protocol

    def _write(self, list_of_data):
        if self._state in (_FLUSHING, _SHUTDOWN, _UNWRAPPED):
            if self._conn_lost >= _SILENT_LOST_WRITES:
                print('SSL connection is closed', file=sys.stderr)
            self._conn_lost += 1
            return
        for data in list_of_data:
            self._backlog.append(data)
            self._backlog_size += len(data)
        try:
            if self._state == _WRAPPED:
                self._do_write()
        except Exception as exc:
            self._fatal_error(exc, 'Fatal error on SSL protocol')

    def _do_write(self):
        backlog = self._backlog
        try:
            while backlog:
                data = backlog[0]
                count = self._sslobj.write(data)
                self._backlog_size -= count
                if count < len(data):
                    backlog[0] = data[count:]
                else:
                    backlog.popleft()
        except ssl.SSLWantReadError:
            pass
        self._process_outgoing()

    def _process_outgoing(self):
        if not self._transport_is_full and self._outgoing.pending:
            self._transport.write(self._outgoing.read())
        self._control_writing()

    def _write_size(self):
        return self._outgoing.pending + self._backlog_size

    def _set_write_limits(self, high, low):
        self._write_high, self._write_low = water_marks(high, low, _WRITE_HIGH)

    def _control_writing(self):
        size = self._write_size()
        if size >= self._write_high and not self._writing_paused:
            self._writing_paused = True
            self._tell_flow('pause_writing', self._app_protocol.pause_writing)
        elif size <= self._write_low and self._writing_paused:
            self._writing_paused = False
            self._tell_flow('resume_writing', self._app_protocol.resume_writing)

    def _tell_flow(self, name, method):
        try:
            method()
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as exc:
            self._loop.call_exception_handler({
                'message': f'protocol.{name}() failed', 'exception': exc,
                'transport': self._app_transport, 'protocol': self})

    # ---- to the program's protocol

    def _do_read(self):
        if self._state != _WRAPPED and self._state != _FLUSHING:
            return
        try:
            if not self._reading_paused:
                closed = self._read_into_buffer() if self._fills_buffer else self._read_all()
                if closed:
                    self._tell_eof()
                    self._start_shutdown()
                if self._backlog:
                    self._do_write()
                else:
                    self._process_outgoing()
            self._control_reading()
        except Exception as exc:
            self._fatal_error(exc, 'Fatal error on SSL protocol')

    def _read_all(self):
        """Everything that can be decrypted, at once. True: the peer has closed."""
        chunks = []
        closed = False
        try:
            while True:
                chunk = self._sslobj.read(_READ_SIZE)
                if not chunk:
                    closed = True
                    break
                chunks.append(chunk)
        except ssl.SSLWantReadError:
            pass
        if chunks:
            self._app_protocol.data_received(chunks[0] if len(chunks) == 1 else b''.join(chunks))
        return closed

    def _read_into_buffer(self):
        buffer = self._app_protocol.get_buffer(self._incoming.pending)
        try:
            data = self._sslobj.read(len(buffer))
        except ssl.SSLWantReadError:
            return False
        if not data:
            return True
        buffer[:len(data)] = data
        self._app_protocol.buffer_updated(len(data))
        self._loop.call_soon(self._do_read)  # there may be more than the buffer took
        return False

    def _tell_eof(self):
        if self._told != _MADE:
            return
        self._told = _EOF
        try:
            if self._app_protocol.eof_received():
                print('returning true from eof_received() has no effect when using ssl', file=sys.stderr)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as exc:
            self._fatal_error(exc, 'Error calling eof_received()')

    def _resume_reading(self):
        if self._reading_paused:
            self._reading_paused = False
            self._loop.call_soon(self._go_on)

    def _control_reading(self):
        """The transport reads on while what waits to be decrypted is little."""
        size = self._incoming.pending
        if size >= _READ_HIGH and not self._transport_paused:
            self._transport_paused = True
            self._transport.pause_reading()
        elif size <= _READ_HIGH // 4 and self._transport_paused:
            self._transport_paused = False
            self._transport.resume_reading()


def _positive(name, seconds, default):
    if seconds is None:
        return default
    if seconds <= 0:
        raise ValueError(f'{name} should be a positive number, got {seconds}')
    return seconds


def _default_context(server_side, server_hostname):
    if server_side:
        raise ValueError('Server side SSL needs a valid SSLContext')
    context = ssl.create_default_context()
    if not server_hostname:
        context.check_hostname = False
    return context


def _make_ssl_transport(self, sock, protocol, waiter, extra, server, tls):
    """The transport of a socket over TLS. `tls`: what base_events.tls_settings made."""
    context, server_side, server_hostname, handshake_timeout, shutdown_timeout = tls
    ssl_protocol = SSLProtocol(self, protocol, context, waiter, server_side, server_hostname, True,
                               handshake_timeout, shutdown_timeout)
    _SelectorSocketTransport(self, sock, ssl_protocol, None, extra, server)
    return ssl_protocol._app_transport


async def start_tls(self, transport, protocol, sslcontext, *, server_side=False, server_hostname=None,
                    ssl_handshake_timeout=None, ssl_shutdown_timeout=None):
    if not isinstance(sslcontext, ssl.SSLContext):
        raise TypeError(f'sslcontext is expected to be an instance of ssl.SSLContext, got {sslcontext!r}')
    if not getattr(transport, '_start_tls_compatible', False):
        raise TypeError(f'transport {transport!r} is not supported by start_tls()')
    waiter = self.create_future()
    ssl_protocol = SSLProtocol(self, protocol, sslcontext, waiter, server_side, server_hostname, False,
                               ssl_handshake_timeout, ssl_shutdown_timeout)
    transport.pause_reading()  # what comes is for the new protocol, once that knows
    transport.set_protocol(ssl_protocol)
    made = self.call_soon(ssl_protocol.connection_made, transport)
    resumed = self.call_soon(transport.resume_reading)
    try:
        await waiter
    except BaseException:
        transport.close()
        made.cancel()
        resumed.cancel()
        raise
    return ssl_protocol._app_transport
