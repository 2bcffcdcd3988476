"""Datagram endpoints, connected and not."""
import asyncio
import socket


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport):
        self.transport = transport
        print('made', isinstance(transport, asyncio.BaseTransport))

    def datagram_received(self, data, addr):
        print('server', data, addr[0])
        self.transport.sendto(data.upper(), addr)

    def connection_lost(self, exc):
        print('server lost', exc)


class Client(asyncio.DatagramProtocol):
    def __init__(self):
        self.received = asyncio.Queue()
        self.errors = asyncio.Queue()

    def datagram_received(self, data, addr):
        self.received.put_nowait(data)

    def error_received(self, exc):
        self.errors.put_nowait(exc)


async def main():
    loop = asyncio.get_running_loop()
    server, _ = await loop.create_datagram_endpoint(Echo, local_addr=('127.0.0.1', 0))
    address = server.get_extra_info('sockname')
    transport, client = await loop.create_datagram_endpoint(Client, remote_addr=address)
    print(transport.get_extra_info('peername') == address)
    for word in (b'one', bytearray(b'two')):
        transport.sendto(word)
        print(await client.received.get())
    try:
        transport.sendto(b'x', ('127.0.0.1', 1))
    except ValueError as e:
        print(str(e).startswith('Invalid address: must be None or'))
    try:
        transport.sendto('text')
    except TypeError as e:
        print(e)
    transport.close()
    free, other = await loop.create_datagram_endpoint(Client, family=socket.AF_INET)
    free.sendto(b'three', address)
    print(await other.received.get())
    free.close()
    server.close()
    await asyncio.sleep(0)
    transport, client = await loop.create_datagram_endpoint(Client, remote_addr=('127.0.0.1', 1))
    transport.sendto(b'nobody')
    print(repr(await client.errors.get()))
    transport.abort()
    for arguments in ({}, {'local_addr': '127.0.0.1'}, {'local_addr': ('127.0.0.1', 0, 1)}):
        try:
            await loop.create_datagram_endpoint(Client, **arguments)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)


asyncio.run(main())
