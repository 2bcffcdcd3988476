# An echo server and its clients: start_server, open_connection, readline, drain.
"""Run with a port to serve until Ctrl-C (then talk to it with `nc localhost PORT`);
without one, the server is tried by three clients of its own and stops.
"""
import asyncio
import sys


async def handle(reader, writer):
    """One connection: every line comes back, until the other side has said enough."""
    lines = 0
    while line := await reader.readline():
        writer.write(line)
        await writer.drain()               # waits only if the client does not read
        lines += 1
    writer.close()
    await writer.wait_closed()
    print(f'served {lines} lines')


async def client(name, port, words):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    for word in words:
        writer.write(f'{name}: {word}\n'.encode())
        echo = await reader.readline()
        print(f'{name} hears {echo.decode().strip()!r}')
    writer.close()
    await writer.wait_closed()


async def demo():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        await client('Ann', port, ['hello', 'is there anybody?'])
        await client('Ben', port, ['one', 'two', 'three'])
        await client('Cem', port, [])
        await asyncio.sleep(0.01)          # the last handler finishes


async def serve(port):
    server = await asyncio.start_server(handle, '127.0.0.1', port)
    print(f'listening on port {port}')
    async with server:
        await server.serve_forever()


try:
    asyncio.run(serve(int(sys.argv[1])) if len(sys.argv) > 1 else demo())
except KeyboardInterrupt:
    print('goodbye')
