# A client of server.py, whose ports are the arguments: what it prints does not depend on who runs either.
import asyncio
import socket
import struct
import sys

from _tls import client_context


async def talk(port, context):
    reader, writer = await asyncio.open_connection('localhost', port, ssl=context, family=socket.AF_INET)
    for word in ('one', 'two'):
        writer.write(f'{word}\n'.encode())
        print(await reader.readline())
    writer.write(b'size\n200000\n' + bytes(200_000))
    await writer.drain()
    print(await reader.readline())
    writer.write(b'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    head = await reader.readuntil(b'\r\n\r\n')
    size = int(head.split()[-1])
    print(head.splitlines()[0], len(await reader.readexactly(size)))
    if writer.can_write_eof():
        writer.write_eof()
        print('end', await reader.read())
    writer.close()
    await writer.wait_closed()


def vanish(port):
    """Connects, begins a message, and is gone without a word."""
    with socket.create_connection(('127.0.0.1', port)) as sock:
        sock.sendall(b'size\n100\nhalf')
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))


async def main(plain, encrypted):
    await talk(plain, None)
    for _ in range(10):
        vanish(plain)
        vanish(encrypted)
    await talk(encrypted, client_context())
    results = await asyncio.gather(*[ask(plain, number) for number in range(50)])
    print(sum(results))


async def ask(port, number):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'%d\n' % number)
    answer = int(await reader.readline())
    writer.close()
    await writer.wait_closed()
    return answer


asyncio.run(main(*map(int, sys.argv[1:])))
