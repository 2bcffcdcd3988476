"""Servers and connections over TCP."""

import _asyncio
from _asyncio import BaseEventLoop
from _polling import unwatch_reading, watch_reading
from _socket import socket as Socket

from asyncio.servers import AbstractServer
from asyncio.selector_events import _SelectorSocketTransport
from asyncio.sockets import ensure_resolved, sock_connect
from asyncio.transports import connect_transport
from asyncio.trsock import TransportSocket

_EMFILE, _ENFILE, _ENOMEM, _ENOBUFS = 24, 23, 12, 105
_SOL_SOCKET, _SO_REUSEADDR, _SO_REUSEPORT = 1, 2, 15
_IPPROTO_IPV6, _IPV6_V6ONLY = 41, 26
_AF_UNSPEC, _AF_INET6 = 0, 10
_SOCK_STREAM, _AI_PASSIVE = 1, 1
_ACCEPT_RETRY_DELAY = 1


class Server(AbstractServer):
    def __init__(self, loop, sockets, protocol_factory, backlog, tls):
        self._loop = loop
        self._tls = tls
        self._sockets = sockets
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._active_count = 0
        self._waiters = []
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f'<{type(self).__name__} sockets={self.sockets!r}>'

    def _attach(self):
        self._active_count += 1

    def _detach(self):
        self._active_count -= 1
        if self._active_count == 0 and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters = self._waiters
        self._waiters = None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(waiter)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._listen(sock)

    def _listen(self, sock):
        watch_reading(self._loop, sock.fileno(), self._accept, (sock,))

    def _accept(self, sock):
        """Takes as many connections as wait, up to the backlog."""
        for _ in range(self._backlog):
            try:
                conn, peername = sock.accept()
                conn.setblocking(False)
            except (BlockingIOError, InterruptedError, ConnectionAbortedError):
                return
            except OSError as exc:
                if exc.errno not in (_EMFILE, _ENFILE, _ENOBUFS, _ENOMEM):
                    raise
                self._pause_accepting(sock, exc)
            else:
                self._loop.create_task(_accepted(self, conn, peername))

    def _pause_accepting(self, sock, exc):
        """The system is out of descriptors or memory: others get time to give some back."""
        self._loop.call_exception_handler({
            'message': 'socket.accept() out of system resource', 'exception': exc,
            'socket': TransportSocket(sock)})
        unwatch_reading(self._loop, sock.fileno())
        self._loop.call_later(_ACCEPT_RETRY_DELAY, self._listen_again, sock)

    def _listen_again(self, sock):
        if sock.fileno() >= 0:
            self._listen(sock)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        if self._sockets is None:
            return ()
        return tuple([TransportSocket(sock) for sock in self._sockets])

    def close(self):
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            unwatch_reading(self._loop, sock.fileno())
            sock.close()
        self._serving = False
        forever = self._serving_forever_fut
        if forever is not None and not forever.done():
            forever.cancel()
            self._serving_forever_fut = None
        if self._active_count == 0:
            self._wakeup()

    async def start_serving(self):
        self._start_serving()
        await _asyncio.sleep(0)

    async def serve_forever(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut
        except _asyncio.CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        if self._sockets is None or self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter


async def _accepted(server, conn, peername):
    """A connection that has come: from its protocol to the first thing that the protocol hears."""
    loop = server._loop
    protocol = transport = None
    try:
        protocol = server._protocol_factory()
        waiter = loop.create_future()
        transport = _transport(loop, conn, protocol, waiter, {'peername': peername}, server, server._tls)
        try:
            await waiter
        except BaseException:
            transport.close()
            raise
    except (SystemExit, KeyboardInterrupt):
        raise
    except BaseException as exc:
        if loop.get_debug():
            context = {'message': 'Error on transport creation for incoming connection', 'exception': exc}
            if protocol is not None:
                context['protocol'] = protocol
            if transport is not None:
                context['transport'] = transport
            loop.call_exception_handler(context)


def tls_settings(loop, ssl, server_side, server_hostname, handshake_timeout, shutdown_timeout):
    """What the loop's _make_ssl_transport wants to know; None: no TLS."""
    if not ssl:
        if handshake_timeout is not None:
            raise ValueError('ssl_handshake_timeout is only meaningful with ssl')
        if shutdown_timeout is not None:
            raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')
        return None
    if not hasattr(loop, '_make_ssl_transport'):  # it is there in programs that mention ssl
        raise NotImplementedError('asyncc connects over TLS in programs that name ssl')
    return (None if isinstance(ssl, bool) else ssl, server_side, server_hostname, handshake_timeout,
            shutdown_timeout)


def _transport(loop, sock, protocol, waiter, extra, server, tls):
    if tls is None:
        return _SelectorSocketTransport(loop, sock, protocol, waiter, extra, server)
    return loop._make_ssl_transport(sock, protocol, waiter, extra, server, tls)


async def _bind(loop, sockets, host, port, family, flags, reuse_address, reuse_port):
    """Sockets bound to every address of the hosts, appended to `sockets`."""
    if host == '':
        hosts = [None]
    elif host is None or isinstance(host, str):
        hosts = [host]
    else:
        hosts = host
    found = await _asyncio.gather(*[_resolve_host(loop, name, port, family, flags) for name in hosts])
    places = {}
    for infos in found:
        for info in infos:
            places[info] = None
    for family, kind, proto, _, address in places:
        try:
            sock = Socket(family, kind, proto)
        except OSError:
            continue
        sockets.append(sock)
        if reuse_address:
            sock.setsockopt(_SOL_SOCKET, _SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(_SOL_SOCKET, _SO_REUSEPORT, 1)
        if family == _AF_INET6:
            sock.setsockopt(_IPPROTO_IPV6, _IPV6_V6ONLY, 1)
        try:
            sock.bind(address)
        except OSError as exc:
            raise OSError(exc.errno, f'error while attempting to bind on address {address!r}: '
                          f'{exc.strerror.lower()}') from None


async def _resolve_host(loop, host, port, family, flags):
    infos = await ensure_resolved(loop, (host, port), family, _SOCK_STREAM, 0, flags)
    if not infos:
        raise OSError(f'getaddrinfo({host!r}) returned empty list')
    return infos


async def create_server(self, protocol_factory, host=None, port=None, *, family=_AF_UNSPEC,
                        flags=_AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None,
                        reuse_port=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                        start_serving=True):
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    tls = tls_settings(self, ssl, True, '', ssl_handshake_timeout, ssl_shutdown_timeout)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        sockets = []
        try:
            await _bind(self, sockets, host, port, family, flags,
                        reuse_address is None or reuse_address, reuse_port)
        except BaseException:
            for sock in sockets:
                sock.close()
            raise
    else:
        if sock is None:
            raise ValueError('Neither host/port nor sock were specified')
        if sock.type != _SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
        sockets = [sock]
    return await serve(self, sockets, protocol_factory, backlog, start_serving, tls)


async def serve(loop, sockets, protocol_factory, backlog, start_serving, tls):
    """A server on bound sockets."""
    for sock in sockets:
        sock.setblocking(False)
    server = Server(loop, sockets, protocol_factory, backlog, tls)
    if start_serving:
        server._start_serving()
        await _asyncio.sleep(0)
    return server


def _bind_local(sock, family, local_infos, errors):
    for info in local_infos:
        if info[0] != family:
            continue
        try:
            sock.bind(info[4])
            return
        except OSError as exc:
            errors.append(OSError(exc.errno, f'error while attempting to bind on address {info[4]!r}: '
                                  f'{exc.strerror.lower()}'))
    raise errors.pop() if errors else OSError(f'no matching local address with family={family!r} found')


async def _connect(loop, info, local_infos, errors):
    family, kind, proto, _, address = info
    sock = None
    try:
        sock = Socket(family, kind, proto)
        sock.setblocking(False)
        if local_infos is not None:
            _bind_local(sock, family, local_infos, errors)
        await sock_connect(loop, sock, address)
        return sock
    except OSError as exc:
        errors.append(exc)
        if sock is not None:
            sock.close()
        return None
    except BaseException:
        if sock is not None:
            sock.close()
        raise


def _raise_failures(errors):
    texts = [str(exc) for exc in errors]
    if len(set(texts)) == 1:
        raise errors[0]
    raise OSError('Multiple exceptions: ' + ', '.join(texts))


async def _connect_to_any(loop, host, port, family, proto, flags, local_addr):
    infos = await ensure_resolved(loop, (host, port), family, _SOCK_STREAM, proto, flags)
    if not infos:
        raise OSError('getaddrinfo() returned empty list')
    local_infos = None
    if local_addr is not None:
        local_infos = await ensure_resolved(loop, local_addr, family, _SOCK_STREAM, proto, flags)
    errors = []
    for info in infos:
        sock = await _connect(loop, info, local_infos, errors)
        if sock is not None:
            return sock
    try:
        _raise_failures(errors)
    finally:
        errors = None


async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0,
                            flags=0, sock=None, local_addr=None, server_hostname=None,
                            ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                            happy_eyeballs_delay=None, interleave=None):
    if server_hostname is not None and not ssl:
        raise ValueError('server_hostname is only meaningful with ssl')
    if server_hostname is None and ssl:
        if not host:
            raise ValueError('You must set server_hostname when using ssl without a host')
        server_hostname = host
    tls = tls_settings(self, ssl, False, server_hostname, ssl_handshake_timeout, ssl_shutdown_timeout)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError('host/port and sock can not be specified at the same time')
        sock = await _connect_to_any(self, host, port, family, proto, flags, local_addr)
    else:
        if sock is None:
            raise ValueError('host and port was not specified and no sock specified')
        if sock.type != _SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    return await connect_socket(self, sock, protocol_factory, tls)


async def connect_socket(loop, sock, protocol_factory, tls):
    """Transport and protocol of a connected socket."""
    sock.setblocking(False)

    def make(loop, sock, protocol, waiter):
        return _transport(loop, sock, protocol, waiter, None, None, tls)

    return await connect_transport(make, loop, sock, protocol_factory)


async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                  ssl_shutdown_timeout=None):
    tls = tls_settings(self, ssl, True, '', ssl_handshake_timeout, ssl_shutdown_timeout)
    if sock.type != _SOCK_STREAM:
        raise ValueError(f'A Stream Socket was expected, got {sock!r}')
    return await connect_socket(self, sock, protocol_factory, tls)
