"""Transports and protocols: the order of calls, pausing, half-closed connections, buffers."""
import asyncio


class Server(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        print('server made', type(transport).__name__, isinstance(transport, asyncio.Transport))

    def data_received(self, data):
        print('server data', data)
        self.transport.write(b'<' + data + b'>')
        if data == b'quit':
            self.transport.close()

    def eof_received(self):
        print('server eof')

    def connection_lost(self, exc):
        print('server lost', exc)


class Client(asyncio.Protocol):
    def __init__(self):
        loop = asyncio.get_running_loop()
        self.lost = loop.create_future()
        self.data = asyncio.Queue()

    def connection_made(self, transport):
        print('client made')

    def data_received(self, data):
        self.data.put_nowait(data)

    def connection_lost(self, exc):
        print('client lost', exc)
        self.lost.set_result(None)


class Buffered(asyncio.BufferedProtocol):
    def __init__(self):
        self.buffer = bytearray(4)
        self.lost = asyncio.get_running_loop().create_future()

    def get_buffer(self, sizehint):
        return self.buffer

    def buffer_updated(self, nbytes):
        print('buffer', nbytes, bytes(self.buffer[:nbytes]))

    def connection_lost(self, exc):
        self.lost.set_result(None)


class Flow(asyncio.Protocol):
    def __init__(self):
        self.events = []

    def pause_writing(self):
        self.events.append('pause')

    def resume_writing(self):
        self.events.append('resume')

    def connection_lost(self, exc):
        self.events.append('lost')


async def conversation(port):
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_connection(Client, '127.0.0.1', port)
    print('connected', transport.get_protocol() is protocol, transport.is_reading())
    transport.write(b'hello')
    print(await protocol.data.get())
    transport.pause_reading()
    print(transport.is_reading())
    transport.pause_reading()
    transport.write(b'unheard')
    await asyncio.sleep(0.01)
    print('while paused', protocol.data.qsize())
    transport.resume_reading()
    print(await protocol.data.get())
    transport.write(b'quit')
    await protocol.lost
    print(transport.is_closing())


async def half_closed(port):
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_connection(Client, '127.0.0.1', port)
    transport.write(b'last words')
    transport.write_eof()
    await protocol.lost


async def aborted(port):
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_connection(Client, '127.0.0.1', port)
    transport.abort()
    transport.abort()
    print('aborted', transport.is_closing())
    await protocol.lost
    for data in (1, 'text', None):
        try:
            transport.write(data)
        except TypeError as e:
            print(e)
    await asyncio.sleep(0.01)


async def buffered(port):
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_connection(Buffered, '127.0.0.1', port)
    transport.write(b'quit')
    await protocol.lost


async def flow(port):
    loop = asyncio.get_running_loop()
    transport, protocol = await loop.create_connection(Flow, '127.0.0.1', port)
    print(transport.get_write_buffer_limits())
    transport.pause_reading()
    transport.set_write_buffer_limits(low=10)
    print(transport.get_write_buffer_limits(), transport.get_write_buffer_size())
    try:
        transport.set_write_buffer_limits(high=5, low=10)
    except ValueError as e:
        print(e)
    transport.set_write_buffer_limits(high=0)
    transport.abort()
    await asyncio.sleep(0)
    print(protocol.events)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Server, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    for part in (conversation, half_closed, aborted, buffered, flow):
        print('--', part.__name__)
        await part(port)
        await asyncio.sleep(0.01)
    server.close()
    await server.wait_closed()


asyncio.run(main())
