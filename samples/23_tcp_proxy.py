# A TCP proxy: two streams joined end to end, in both directions at once.
"""What a client sends goes to the server behind the proxy, and back. When one side stops
sending, the other is told so (write_eof), and may still finish what it has to say.
"""
import asyncio


async def pump(name, reader, writer, counts):
    while data := await reader.read(65536):
        counts[name] += len(data)
        writer.write(data)
        await writer.drain()               # as fast as the slower side
    if writer.can_write_eof():
        writer.write_eof()


class Proxy:
    def __init__(self, port):
        self.port = port                   # of the server behind
        self.counts = {'up': 0, 'down': 0}

    async def handle(self, reader, writer):
        try:
            behind_reader, behind_writer = await asyncio.open_connection('127.0.0.1', self.port)
        except OSError as problem:
            writer.write(f'cannot connect: {type(problem).__name__}\n'.encode())
            writer.close()
            return
        await asyncio.gather(pump('up', reader, behind_writer, self.counts),
                             pump('down', behind_reader, writer, self.counts))
        behind_writer.close()
        writer.close()


async def digest(reader, writer):
    """The server behind: says what the sum of everything is."""
    data = await reader.read()
    writer.write(f'{len(data)} bytes, checksum {sum(data) % 65521}\n'.encode())
    writer.write(data[::-1])
    writer.close()


async def ask(port, data):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(data)
    writer.write_eof()
    print('  ', (await reader.readline()).decode().strip())
    back = await reader.read()
    print('   all of it came back:', back == data[::-1])
    writer.close()


async def main():
    server = await asyncio.start_server(digest, '127.0.0.1', 0)
    proxy = Proxy(server.sockets[0].getsockname()[1])
    front = await asyncio.start_server(proxy.handle, '127.0.0.1', 0)
    port = front.sockets[0].getsockname()[1]
    print('a few words')
    await ask(port, b'a few words')
    print('three megabytes')
    await ask(port, bytes(range(256)) * 12000)
    print('through the proxy:', proxy.counts['up'], 'up')
    server.close()
    await server.wait_closed()
    print('with nobody behind it')
    await ask(port, b'hello?')
    front.close()


asyncio.run(main())
