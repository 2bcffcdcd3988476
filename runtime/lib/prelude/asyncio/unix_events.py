"""Servers and connections over sockets that have a path."""

from _os import fspath, mode_of, unlink
from _socket import socket as Socket

from _asyncio import SelectorEventLoop
from asyncio.base_events import connect_socket, serve, tls_settings
from asyncio.sockets import sock_connect

_AF_UNIX, _SOCK_STREAM, _EADDRINUSE = 1, 1, 98
_S_IFMT, _S_IFSOCK = 0o170000, 0o140000


def _check_unix(sock):
    if sock.family != _AF_UNIX or sock.type != _SOCK_STREAM:
        raise ValueError(f'A UNIX Domain Stream Socket was expected, got {sock!r}')


async def create_unix_connection(self, protocol_factory, path=None, *, ssl=None, sock=None,
                                 server_hostname=None, ssl_handshake_timeout=None,
                                 ssl_shutdown_timeout=None):
    if server_hostname is not None and not ssl:
        raise ValueError('server_hostname is only meaningful with ssl')
    if ssl and server_hostname is None:
        raise ValueError('you have to pass server_hostname when using ssl')
    tls = tls_settings(self, ssl, False, server_hostname, ssl_handshake_timeout, ssl_shutdown_timeout)
    if path is not None:
        if sock is not None:
            raise ValueError('path and sock can not be specified at the same time')
        path = fspath(path)
        sock = Socket(_AF_UNIX, _SOCK_STREAM, 0)
        try:
            sock.setblocking(False)
            await sock_connect(self, sock, path)
        except BaseException:
            sock.close()
            raise
    else:
        if sock is None:
            raise ValueError('no path and sock were specified')
        _check_unix(sock)
    return await connect_socket(self, sock, protocol_factory, tls)


def _bound(path):
    """A socket at a path, from which the leftover of a server that is gone is removed."""
    path = fspath(path)
    sock = Socket(_AF_UNIX, _SOCK_STREAM)
    if path[0] not in (0, '\0') and (mode_of(path) or 0) & _S_IFMT == _S_IFSOCK:
        unlink(path)
    try:
        sock.bind(path)
    except OSError as exc:
        sock.close()
        if exc.errno == _EADDRINUSE:
            raise OSError(_EADDRINUSE, f'Address {path!r} is already in use') from None
        raise
    return sock


async def create_unix_server(self, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             ssl_handshake_timeout=None, ssl_shutdown_timeout=None, start_serving=True):
    if isinstance(ssl, bool):
        raise TypeError('ssl argument must be an SSLContext or None')
    tls = tls_settings(self, ssl, True, '', ssl_handshake_timeout, ssl_shutdown_timeout)
    if path is not None:
        if sock is not None:
            raise ValueError('path and sock can not be specified at the same time')
        sock = _bound(path)
    else:
        if sock is None:
            raise ValueError('path was not specified, and no sock specified')
        _check_unix(sock)
    return await serve(self, [sock], protocol_factory, backlog, start_serving, tls)
