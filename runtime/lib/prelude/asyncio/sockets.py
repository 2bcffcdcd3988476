"""The loop's methods on plain sockets, and its watched descriptors."""

import _socket
from _polling import unwatch_reading, unwatch_writing, watch_reading, watch_writing

_SOL_SOCKET, _SO_ERROR = 1, 4
_SOCK_STREAM, _SOCK_DGRAM, _IPPROTO_TCP, _IPPROTO_UDP = 1, 2, 6, 17
_AF_UNSPEC, _AF_INET, _AF_INET6 = 0, 2, 10


def add_reader(self, fd, callback, *args):
    watch_reading(self, fd, callback, args)


def remove_reader(self, fd):
    return unwatch_reading(self, fd)


def add_writer(self, fd, callback, *args):
    watch_writing(self, fd, callback, args)


def remove_writer(self, fd):
    return unwatch_writing(self, fd)


def _check_non_blocking(loop, sock):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError('the socket must be non-blocking')


async def _when_ready(loop, sock, watch, unwatch, attempt):
    """The result of attempt(), which is made whenever the socket is ready until it does not block."""
    future = loop.create_future()
    fd = sock.fileno()

    def ready():
        if future.done():
            return
        try:
            result = attempt()
        except (BlockingIOError, InterruptedError):
            return
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            future.set_exception(exc)
        else:
            future.set_result(result)

    handle = watch(loop, fd, ready, ())

    def done(_):
        if not handle.cancelled():
            unwatch(loop, fd)

    future.add_done_callback(done)
    return await future


async def _attempt_reading(loop, sock, attempt):
    _check_non_blocking(loop, sock)
    try:
        return attempt()
    except (BlockingIOError, InterruptedError):
        pass
    return await _when_ready(loop, sock, watch_reading, unwatch_reading, attempt)


async def sock_recv(self, sock, n):
    return await _attempt_reading(self, sock, lambda: sock.recv(n))


async def sock_recv_into(self, sock, buf):
    return await _attempt_reading(self, sock, lambda: sock.recv_into(buf))


async def sock_recvfrom(self, sock, bufsize):
    return await _attempt_reading(self, sock, lambda: sock.recvfrom(bufsize))


async def sock_recvfrom_into(self, sock, buf, nbytes=0):
    return await _attempt_reading(self, sock, lambda: sock.recvfrom_into(buf, nbytes or len(buf)))


async def sock_accept(self, sock):
    def accept():
        conn, address = sock.accept()
        conn.setblocking(False)
        return conn, address

    return await _attempt_reading(self, sock, accept)


async def sock_sendall(self, sock, data):
    _check_non_blocking(self, sock)
    try:
        sent = sock.send(data)
    except (BlockingIOError, InterruptedError):
        sent = 0
    while sent < len(data):
        rest = data[sent:]
        sent += await _when_ready(self, sock, watch_writing, unwatch_writing, lambda: sock.send(rest))


async def sock_sendto(self, sock, data, address):
    _check_non_blocking(self, sock)
    try:
        return sock.sendto(data, address)
    except (BlockingIOError, InterruptedError):
        pass
    return await _when_ready(self, sock, watch_writing, unwatch_writing, lambda: sock.sendto(data, address))


async def sock_connect(self, sock, address):
    _check_non_blocking(self, sock)
    if sock.family == _AF_INET or sock.family == _AF_INET6:
        found = await ensure_resolved(self, address, sock.family, sock.type, sock.proto, 0)
        address = found[0][4]
    try:
        sock.connect(address)
        return
    except (BlockingIOError, InterruptedError):
        pass

    def connected():
        error = sock.getsockopt(_SOL_SOCKET, _SO_ERROR)
        if error:
            raise OSError(error, f'Connect call failed {address}')

    await _when_ready(self, sock, watch_writing, unwatch_writing, connected)


async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
    return await self.run_in_executor(None, _socket.getaddrinfo, host, port, family, type, proto, flags)


async def getnameinfo(self, sockaddr, flags=0):
    return await self.run_in_executor(None, _socket.getnameinfo, sockaddr, flags)


def _numeric(host, port, family, type, proto, rest):
    """What getaddrinfo would say about a host that is an address already, or None."""
    if proto not in (0, _IPPROTO_TCP, _IPPROTO_UDP) or host is None:
        return None
    if type == _SOCK_STREAM:
        proto = _IPPROTO_TCP
    elif type == _SOCK_DGRAM:
        proto = _IPPROTO_UDP
    else:
        return None
    try:
        port = 0 if port is None or port == '' or port == b'' else int(port)
    except (TypeError, ValueError):
        return None
    if isinstance(host, bytes):
        host = host.decode('ascii')
    if '%' in host:
        return None
    for candidate in (_AF_INET, _AF_INET6) if family == _AF_UNSPEC else (family,):
        try:
            _socket.inet_pton(candidate, host)
        except OSError:
            continue
        if candidate == _AF_INET6:
            flow, scope = rest if rest else (0, 0)
            return candidate, type, proto, '', (host, port, flow, scope)
        return candidate, type, proto, '', (host, port)
    return None


async def ensure_resolved(loop, address, family, type, proto, flags):
    """A list as of getaddrinfo; addresses in digits are not looked up."""
    host, port = address[:2]
    known = _numeric(host, port, family, type, proto, address[2:])
    if known is not None:
        return [known]
    return await getaddrinfo(loop, host, port, family=family, type=type, proto=proto, flags=flags)
