"""Sockets with the loop's own methods, watched descriptors, and the module socket by itself."""
import asyncio
import os
import socket


async def with_loop():
    loop = asyncio.get_running_loop()
    listener = socket.socket()
    listener.bind(('127.0.0.1', 0))
    listener.listen()
    listener.setblocking(False)

    async def serve():
        conn, address = await loop.sock_accept(listener)
        print('accepted', address[0], conn.gettimeout())
        with conn:
            while data := await loop.sock_recv(conn, 1000):
                await loop.sock_sendall(conn, data[::-1])

    server = asyncio.create_task(serve())
    client = socket.socket()
    client.setblocking(False)
    await loop.sock_connect(client, listener.getsockname())
    await loop.sock_sendall(client, b'stressed')
    print(await loop.sock_recv(client, 100))
    big = bytes(range(256)) * 8000
    sending = asyncio.create_task(loop.sock_sendall(client, big))
    buffer, got = bytearray(70_000), 0
    while got < len(big):
        got += await loop.sock_recv_into(client, buffer)
    await sending
    print(got)
    client.close()
    await server
    listener.close()
    other = socket.socket()
    other.setblocking(False)
    try:
        await loop.sock_connect(other, ('127.0.0.1', 1))
    except ConnectionRefusedError as e:
        print(e)
    try:
        await asyncio.wait_for(loop.sock_recv(socket.socketpair()[0], 1), 0.01)
    except (TimeoutError, OSError) as e:
        print(type(e).__name__)


async def watched():
    loop = asyncio.get_running_loop()
    reading, writing = os.pipe()
    got = asyncio.Queue()
    loop.add_reader(reading, lambda: got.put_nowait(os.read(reading, 100)))
    os.write(writing, b'through a pipe')
    print(await got.get())
    print(loop.remove_reader(reading), loop.remove_reader(reading), loop.remove_writer(writing))
    ready = asyncio.Event()
    loop.add_writer(writing, ready.set)
    await ready.wait()
    print(loop.remove_writer(writing))
    os.close(reading)
    os.close(writing)
    for bad in ('x', -1):
        try:
            loop.add_reader(bad, print)
        except ValueError as e:
            print(e)


def blocking():
    a, b = socket.socketpair()
    a.sendall(b'hello')
    print(b.recv(3), b.recv(100), a.family == socket.AF_UNIX)
    b.settimeout(0.01)
    try:
        b.recv(1)
    except socket.timeout as e:
        print(type(e).__name__, e, b.gettimeout(), b.getblocking())
    b.setblocking(False)
    try:
        b.recv(1)
    except BlockingIOError as e:
        print(e)
    a.shutdown(socket.SHUT_WR)
    print(b.recv(1))
    with a, b:
        pass
    try:
        a.send(b'x')
    except OSError as e:
        print(e, a.fileno(), a)
    try:
        socket.socket().connect(('127.0.0.1', 1))
    except OSError as e:
        print(type(e).__name__, e)


def names():
    print(socket.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM)[0][4], socket.gethostbyname('127.0.0.1'))
    print(socket.inet_aton('1.2.3.4'), socket.inet_ntoa(b'\x01\x02\x03\x04'), socket.inet_pton(socket.AF_INET6, '::1'))
    print(socket.htons(80), socket.ntohl(1), socket.getnameinfo(('127.0.0.1', 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV))
    print(len(socket.gethostname()) > 0, socket.has_ipv6)
    try:
        socket.getaddrinfo('no such host', 80, flags=socket.AI_NUMERICHOST)
    except socket.gaierror as e:
        print(e, e.errno == socket.EAI_NONAME, isinstance(e, OSError))
    for address in ('text', ('127.0.0.1',), ('127.0.0.1', 'x'), ('127.0.0.1', 70000), (1, 2)):
        try:
            socket.socket().bind(address)
        except (TypeError, OverflowError) as e:
            print(type(e).__name__, e)


asyncio.run(with_loop())
asyncio.run(watched())
blocking()
names()
