"""Streams over sockets with a path."""
import asyncio
import os
import socket


PATH = f'/tmp/asyncc-test-{os.getpid()}.sock'


async def handle(reader, writer):
    print('server', writer.get_extra_info('peername') == '', await reader.readline())
    writer.write(b'answer\n')
    writer.close()


async def main():
    server = await asyncio.start_unix_server(handle, PATH)
    print(server.sockets[0].getsockname() == PATH, os.path.exists(PATH))
    reader, writer = await asyncio.open_unix_connection(PATH)
    writer.write(b'question\n')
    print(await reader.read(), writer.get_extra_info('peername') == PATH)
    writer.close()
    server.close()
    await server.wait_closed()
    again = await asyncio.start_unix_server(handle, PATH)  # over what the first one has left
    again.close()
    os.remove(PATH)
    try:
        await asyncio.open_unix_connection(PATH)
    except FileNotFoundError as e:
        print(e.errno, e)
    a, b = socket.socketpair()
    one, two = await asyncio.open_unix_connection(sock=a), await asyncio.open_unix_connection(sock=b)
    one[1].write(b'across')
    one[1].write_eof()
    print(await two[0].read())
    two[1].close()
    print(await one[0].read())
    one[1].close()


asyncio.run(main())
