# Streams over TLS: what both ends see of it, upgrades of open connections, and what goes wrong.
import asyncio
import ssl

import _tls


def show(error):
    print(type(error).__name__, error)


def describe(writer):
    cipher = writer.get_extra_info('cipher')
    ssl_object = writer.get_extra_info('ssl_object')
    return (len(cipher), ssl_object.version(), ssl_object.selected_alpn_protocol(),
            writer.get_extra_info('peercert'), writer.get_extra_info('compression'))


async def shout(reader, writer):
    print('server', describe(writer))
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    print('server: end', writer.is_closing())
    writer.close()


async def talk(port, context):
    reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=context, server_hostname='localhost')
    print('client', describe(writer))
    print(writer.get_extra_info('sslcontext') is context, writer.can_write_eof(),
          writer.transport.get_write_buffer_limits(), writer.get_extra_info('nothing', 'there'))
    for word in (b'one', b'two', b'x' * 60000):
        writer.write(word + b'\n')
        await writer.drain()
        line = await reader.readline()
        print(len(line), line[:8])
    try:
        writer.write_eof()
    except NotImplementedError as e:
        show(e)
    writer.close()
    await writer.wait_closed()
    await asyncio.sleep(0.02)


async def refusals(port, context):
    for options in ({'ssl': True}, {'ssl': context, 'server_hostname': 'nope.example'},
                    {'ssl': ssl.create_default_context()}):
        try:
            await asyncio.open_connection('127.0.0.1', port, **options)
        except ssl.SSLCertVerificationError as e:
            show(e)
            print(e.verify_code, e.verify_message, e.reason, e.library, isinstance(e, OSError))
    loose = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    loose.check_hostname = False
    loose.verify_mode = ssl.CERT_NONE
    reader, writer = await asyncio.open_connection('127.0.0.1', port, ssl=loose)
    print('unverified', writer.get_extra_info('peercert'), len(writer.get_extra_info('ssl_object').getpeercert(True)) > 400)
    writer.close()
    await writer.wait_closed()
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'GET / HTTP/1.0\r\n\r\n')
    try:
        print(await reader.read())
    except OSError as e:
        show(e)
    writer.close()


async def plain_server(context):
    async def plain(reader, writer):
        await reader.read(10)
        writer.write(b'HTTP/1.0 400 Bad Request\r\n\r\n')
        writer.close()

    async with await asyncio.start_server(plain, '127.0.0.1', 0) as server:
        try:
            await asyncio.open_connection(*server.sockets[0].getsockname(), ssl=context)
        except ssl.SSLError as e:
            show(e)

    async def silent(reader, writer):
        await reader.read()
        writer.close()

    async with await asyncio.start_server(silent, '127.0.0.1', 0) as server:
        try:
            await asyncio.open_connection(*server.sockets[0].getsockname(), ssl=context, ssl_handshake_timeout=0.05)
        except ConnectionAbortedError as e:
            show(e)


async def upgrades(server_context, client_context):
    async def upgrade(reader, writer):
        print('server', await reader.readline())
        writer.write(b'go ahead\n')
        await writer.start_tls(server_context)
        writer.write(b'secretly ' + await reader.readline())
        await writer.drain()
        writer.close()

    async with await asyncio.start_server(upgrade, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b'STARTTLS\n')
        print(await reader.readline())
        await writer.start_tls(client_context, server_hostname='localhost')
        writer.write(b'word\n')
        print(await reader.readline(), await reader.read(), writer.get_extra_info('ssl_object').version())
        writer.close()
        await writer.wait_closed()


async def flood(server_context, client_context):
    """A reader that is slow keeps the writer waiting."""
    size = 3_000_000

    async def source(reader, writer):
        for _ in range(size // 30_000):
            writer.write(b'.' * 30_000)
            await writer.drain()
        writer.close()

    async with await asyncio.start_server(source, '127.0.0.1', 0, ssl=server_context) as server:
        reader, writer = await asyncio.open_connection(
            '127.0.0.1', server.sockets[0].getsockname()[1], ssl=client_context, limit=1000)
        await asyncio.sleep(0.05)
        total = 0
        while chunk := await reader.read(100_000):
            total += len(chunk)
        print('flood', total == size)
        writer.close()
        await writer.wait_closed()


async def arguments(context):
    async def attempt(awaitable):
        try:
            await awaitable
        except (TypeError, ValueError) as e:
            show(e)

    await attempt(asyncio.open_connection('localhost', 1, server_hostname='x'))
    await attempt(asyncio.open_connection('localhost', 1, ssl_handshake_timeout=1))
    await attempt(asyncio.start_server(shout, 'localhost', 0, ssl=True))
    await attempt(asyncio.start_server(shout, 'localhost', 0, ssl_shutdown_timeout=2))


async def main(server_context, client_context):
    async with await asyncio.start_server(shout, '127.0.0.1', 0, ssl=server_context) as server:
        port = server.sockets[0].getsockname()[1]
        await talk(port, client_context)
        await refusals(port, client_context)
    await plain_server(client_context)
    await upgrades(server_context, client_context)
    await flood(server_context, client_context)
    await arguments(client_context)


for_server, for_client = _tls.server_context(), _tls.client_context()
for_server.set_alpn_protocols(['h2', 'http/1.1'])
for_client.set_alpn_protocols(['http/1.1'])
asyncio.run(main(for_server, for_client))
