"""Datagrams: their transport, and endpoints."""

from _collections import deque
from _polling import unwatch_writing, watch_writing
from _socket import socket as Socket

from asyncio.selector_events import READ_SIZE, _SelectorTransport
from asyncio.sockets import ensure_resolved, sock_connect
from asyncio.transports import check_bytes, connect_transport

_SOL_SOCKET, _SO_BROADCAST, _SO_REUSEPORT = 1, 6, 15
_AF_UNIX, _SOCK_DGRAM = 1, 2


class _SelectorDatagramTransport(_SelectorTransport):
    def __init__(self, loop, sock, protocol, address=None, waiter=None, extra=None):
        self._address = address
        self._buffer = deque()
        self._buffer_size = 0
        super().__init__(loop, sock, protocol, waiter, extra, None)

    def get_write_buffer_size(self):
        return self._buffer_size

    def _read_ready(self):
        if self._conn_lost:
            return
        try:
            data, addr = self._sock.recvfrom(READ_SIZE)
        except (BlockingIOError, InterruptedError):
            pass
        except OSError as exc:
            self._protocol.error_received(exc)
        else:
            self._protocol.datagram_received(data, addr)

    def _send(self, data, addr):
        if self._extra['peername']:
            self._sock.send(data)
        else:
            self._sock.sendto(data, addr)

    def sendto(self, data, addr=None):
        check_bytes(data)
        if not data:
            return
        if self._address:
            if addr is not None and addr != self._address:
                raise ValueError(f'Invalid address: must be None or {self._address}')
            addr = self._address
            if self._conn_lost:
                self._lost_write('socket.send() raised exception.')
                return
        if not self._buffer:
            try:
                self._send(data, addr)
                return
            except (BlockingIOError, InterruptedError):
                watch_writing(self._loop, self._sock_fd, self._sendto_ready, ())
            except OSError as exc:
                self._protocol.error_received(exc)
                return
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException as exc:
                self._fatal_error(exc, 'Fatal write error on datagram transport')
                return
        self._buffer.append((bytes(data), addr))
        self._buffer_size += len(data)
        self._maybe_pause_protocol()

    def _sendto_ready(self):
        while self._buffer:
            data, addr = self._buffer[0]
            try:
                self._send(data, addr)
            except (BlockingIOError, InterruptedError):
                break
            except OSError as exc:
                self._drop_first(data)
                self._protocol.error_received(exc)
                return
            self._drop_first(data)
        self._maybe_resume_protocol()
        if not self._buffer:
            unwatch_writing(self._loop, self._sock_fd)
            if self._closing:
                self._call_connection_lost(None)

    def _drop_first(self, data):
        self._buffer.popleft()
        self._buffer_size -= len(data)


async def _datagram_places(loop, local_addr, remote_addr, family, proto, flags):
    """Pairs of (family, protocol) and the local and the remote address that go together."""
    if not (local_addr or remote_addr):
        if family == 0:
            raise ValueError('unexpected address family')
        return [((family, proto), [None, None])]
    if family == _AF_UNIX:
        for addr in (local_addr, remote_addr):
            if addr is not None and not isinstance(addr, str):
                raise TypeError('string is expected')
        return [((family, proto), [local_addr, remote_addr])]
    pairs = {}
    for index, addr in enumerate((local_addr, remote_addr)):
        if addr is None:
            continue
        if not (isinstance(addr, tuple) and len(addr) == 2):
            raise TypeError('2-tuple is expected')
        for info in await ensure_resolved(loop, addr, family, _SOCK_DGRAM, proto, flags):
            pairs.setdefault((info[0], info[2]), [None, None])[index] = info[4]
    places = [(key, pair) for key, pair in pairs.items()
              if not (local_addr and pair[0] is None) and not (remote_addr and pair[1] is None)]
    if not places:
        raise ValueError('can not get address information')
    return places


async def _datagram_socket(loop, place, reuse_port, allow_broadcast):
    (family, proto), (local_address, remote_address) = place
    sock = Socket(family, _SOCK_DGRAM, proto)
    try:
        if reuse_port:
            sock.setsockopt(_SOL_SOCKET, _SO_REUSEPORT, 1)
        if allow_broadcast:
            sock.setsockopt(_SOL_SOCKET, _SO_BROADCAST, 1)
        sock.setblocking(False)
        if local_address:
            sock.bind(local_address)
        if remote_address and not allow_broadcast:
            await sock_connect(loop, sock, remote_address)
        return sock
    except BaseException:
        sock.close()
        raise


async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0,
                                   proto=0, flags=0, reuse_port=None, allow_broadcast=None, sock=None):
    remote = None
    if sock is not None:
        if sock.type != _SOCK_DGRAM:
            raise ValueError(f'A UDP Socket was expected, got {sock!r}')
        sock.setblocking(False)
    else:
        failure = None
        for place in await _datagram_places(self, local_addr, remote_addr, family, proto, flags):
            try:
                sock = await _datagram_socket(self, place, reuse_port, allow_broadcast)
                remote = place[1][1]
                break
            except OSError as exc:
                failure = failure or exc
        if sock is None:
            raise failure

    def make(loop, sock, protocol, waiter):
        return _SelectorDatagramTransport(loop, sock, protocol, remote, waiter)
    return await connect_transport(make, self, sock, protocol_factory)
