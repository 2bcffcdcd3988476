"""Servers from start to end, and what is wrong with their arguments."""
import asyncio
import socket


async def nothing(reader, writer):
    writer.close()


async def attempt(label, awaitable):
    try:
        print(label, await awaitable)
    except (OSError, ValueError, TypeError, OverflowError) as e:
        print(label, type(e).__name__, e)


async def lifecycle():
    server = await asyncio.start_server(nothing, '127.0.0.1', 0, start_serving=False)
    print(server.is_serving(), len(server.sockets), server.get_loop() is asyncio.get_running_loop())
    await server.start_serving()
    print(server.is_serving())
    forever = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print('already being awaited' in str(e))
    forever.cancel()
    try:
        await forever
    except asyncio.CancelledError:
        print('cancelled', server.is_serving(), server.sockets)
    try:
        await server.serve_forever()
    except RuntimeError as e:
        print(e)


async def closing():
    """close() lets connections live; serve_forever() ends."""
    release = asyncio.Event()

    async def handle(reader, writer):
        await release.wait()
        writer.write(b'still here')
        writer.close()

    server = await asyncio.start_server(handle, 'localhost', 0, family=socket.AF_INET)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    await asyncio.sleep(0.01)
    server.close()
    server.close()
    release.set()
    print(await reader.read())
    writer.close()
    try:
        await asyncio.open_connection(*writer.get_extra_info('peername'))
    except ConnectionRefusedError as e:
        print(e.errno)


async def arguments():
    server = await asyncio.start_server(nothing, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    try:
        await asyncio.start_server(nothing, '127.0.0.1', port)
    except OSError as e:
        print(e.errno, str(e).replace(str(port), 'PORT'))
    loop = asyncio.get_running_loop()
    await attempt('neither', loop.create_server(asyncio.Protocol))
    await attempt('neither', loop.create_connection(asyncio.Protocol))
    await attempt('refused', asyncio.open_connection('127.0.0.1', 1))
    await attempt('port', asyncio.open_connection('127.0.0.1', 70000))
    await attempt('hostname', asyncio.open_connection('127.0.0.1', port, server_hostname='x'))
    sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    with sock:
        try:
            await loop.create_server(asyncio.Protocol, sock=sock)
        except ValueError as e:
            print(str(e).startswith('A Stream Socket was expected, got <socket.socket fd='))
        await attempt('both', loop.create_server(asyncio.Protocol, '127.0.0.1', 0, sock=sock))
    server.close()


async def own_sockets():
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(('127.0.0.1', 0))
    server = await asyncio.start_server(nothing, sock=listener)
    client = socket.create_connection(listener.getsockname())
    print(client.getpeername() == listener.getsockname())
    reader, writer = await asyncio.open_connection(sock=client)
    print(await reader.read())
    sock = writer.get_extra_info('socket')
    print(sock.family == socket.AF_INET, sock.type == socket.SOCK_STREAM, sock.gettimeout(),
          sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0, writer.get_extra_info('nothing', 7))
    writer.close()
    server.close()


async def ipv6():
    try:
        server = await asyncio.start_server(nothing, '::1', 0)
    except OSError:
        print(b'', 4)
        return
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname()[:2])
    print(await reader.read(), len(writer.get_extra_info('peername')))
    writer.close()
    server.close()


async def main():
    for part in (lifecycle, closing, arguments, own_sockets, ipv6):
        print('--', part.__name__)
        await part()


asyncio.run(main())
