"""Streams over sockets that have a path."""

import _asyncio

from asyncio.streams import _DEFAULT_LIMIT, StreamReader, StreamReaderProtocol, StreamWriter
from asyncio.unix_events import create_unix_connection, create_unix_server


async def open_unix_connection(path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop = _asyncio.get_running_loop()
    reader = StreamReader(limit=limit, loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport, _ = await create_unix_connection(loop, lambda: protocol, path, **kwds)
    return reader, StreamWriter(transport, protocol, reader, loop)


async def start_unix_server(client_connected_cb, path=None, *, limit=_DEFAULT_LIMIT, **kwds):
    loop = _asyncio.get_running_loop()

    def factory():
        reader = StreamReader(limit=limit, loop=loop)
        return StreamReaderProtocol(reader, client_connected_cb, loop=loop)

    return await create_unix_server(loop, factory, path, **kwds)
