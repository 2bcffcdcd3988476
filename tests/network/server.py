# A server of lines and of HTTP, plain and over TLS: prints its two ports, ends with its standard input.
import asyncio
import sys

from _tls import server_context


async def answer_http(reader, writer):
    while (await reader.readline()).strip():
        pass
    body = b'.' * 300_000
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n' % len(body) + body)
    await writer.drain()


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            if line.startswith(b'GET '):
                await answer_http(reader, writer)
            elif line == b'size\n':
                size = int(await reader.readline())
                writer.write(b'%d\n' % len(await reader.readexactly(size)))
            else:
                writer.write(line.upper())
                await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError):
        pass                               # clients vanish
    writer.close()


async def main():
    servers = [await asyncio.start_server(handle, '127.0.0.1', 0, ssl=ssl) for ssl in (None, server_context())]
    print(*[server.sockets[0].getsockname()[1] for server in servers], flush=True)
    done = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin, done.set)
    await done.wait()


asyncio.run(main())
