"""The loop's methods that send files: over plain sockets and over transports."""

from asyncio.protocols import Protocol
from asyncio.sockets import _check_non_blocking, sock_sendall

_SOCK_STREAM = 1
_BLOCK = 256 * 1024


def _check_params(file, offset, count):
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if count is not None:
        if not isinstance(count, int):
            raise TypeError(f'count must be a positive integer (got {count!r})')
        if count <= 0:
            raise ValueError(f'count must be a positive integer (got {count!r})')
    if not isinstance(offset, int):
        raise TypeError(f'offset must be a non-negative integer (got {offset!r})')
    if offset < 0:
        raise ValueError(f'offset must be a non-negative integer (got {offset!r})')


async def _send_blocks(file, offset, count, send):
    """Hands the file's part on block by block. How many bytes these were; the file stands behind them."""
    if hasattr(file, 'seek'):
        file.seek(offset)
    total = 0
    try:
        while count is None or total < count:
            block = file.read(_BLOCK if count is None else min(_BLOCK, count - total))
            if not block:
                break
            await send(block)
            total += len(block)
        return total
    finally:
        if total > 0 and hasattr(file, 'seek'):
            file.seek(offset + total)


async def sock_sendfile(self, sock, file, offset=0, count=None, *, fallback=None):
    _check_non_blocking(self, sock)
    if sock.type != _SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')
    _check_params(file, offset, count)
    return await _send_blocks(file, offset, count, lambda block: sock_sendall(self, sock, block))


class _SendingProtocol(Protocol):
    """Stands in for the transport's protocol while a file is sent: nothing is read meanwhile."""

    def __init__(self, transport):
        self._transport = transport
        self._protocol = transport.get_protocol()
        self._resumes_reading = transport.is_reading()
        self._loop = transport._loop
        self._drained = None
        self._lost = False
        transport.pause_reading()
        transport.set_protocol(self)

    async def send(self, block):
        if self._transport.is_closing() or self._lost:
            raise ConnectionError('Connection closed by peer')
        self._transport.write(block)
        if self._drained is not None:
            await self._drained

    def pause_writing(self):
        if self._drained is None:
            self._drained = self._loop.create_future()

    def resume_writing(self):
        drained, self._drained = self._drained, None
        if drained is not None and not drained.done():
            drained.set_result(None)

    def connection_lost(self, exc):
        self._lost = True
        if self._drained is not None and not self._drained.done():
            self._drained.set_exception(exc or ConnectionError('Connection is closed by peer'))
        self._protocol.connection_lost(exc)

    def data_received(self, data):
        raise RuntimeError('Invalid state: reading should be paused')

    def eof_received(self):
        raise RuntimeError('Invalid state: reading should be paused')

    def restore(self):
        self._transport.set_protocol(self._protocol)
        if self._resumes_reading and not self._lost:
            self._transport.resume_reading()
        if self._drained is not None:
            self._drained.cancel()
            self._protocol.pause_writing()


async def sendfile(self, transport, file, offset=0, count=None, *, fallback=True):
    if transport.is_closing():
        raise RuntimeError('Transport is closing')
    if not hasattr(transport, 'is_reading'):
        raise RuntimeError(f'sendfile is not supported for transport {transport!r}')
    _check_params(file, offset, count)
    sender = _SendingProtocol(transport)
    try:
        return await _send_blocks(file, offset, count, sender.send)
    finally:
        sender.restore()
