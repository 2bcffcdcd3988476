"""Writers that wait for slow readers, large transfers, ends of one direction."""
import asyncio


async def slow_reader():
    """More than the buffers of the system hold: the writer has to wait."""
    seen = 0
    done = asyncio.Event()

    async def handle(reader, writer):
        nonlocal seen
        await asyncio.sleep(0.01)
        while data := await reader.read(100_000):
            seen += len(data)
        writer.write(b'%d bytes' % seen)
        writer.close()
        await writer.wait_closed()
        done.set()

    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.transport.set_write_buffer_limits(high=1000)
    print(writer.transport.get_write_buffer_limits())
    block = bytes(1_000_000)
    waited = 0
    for _ in range(12):
        writer.write(block)
        waited += writer.transport.get_write_buffer_size() > 0
        await writer.drain()
        assert writer.transport.get_write_buffer_size() <= 250, writer.transport.get_write_buffer_size()
    print('waited', waited > 0, writer.can_write_eof())
    writer.write_eof()
    try:
        writer.write(b'more')
    except RuntimeError as e:
        print(e)
    print(await reader.read())
    writer.close()
    await writer.wait_closed()
    await done.wait()
    server.close()
    await server.wait_closed()


async def parts():
    """Exact sizes, separators and lines over one connection."""
    async def handle(reader, writer):
        writer.writelines([b'size\n', b'0123456789', b'key=value;rest'])
        writer.write(bytearray(b'!'))
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        print(await reader.readline(), await reader.readexactly(10))
        print(await reader.readuntil(b';'), await reader.read(), reader.at_eof())
        print(await reader.read(5), writer.is_closing())
        writer.close()
        print(writer.is_closing())
        await writer.wait_closed()


async def many():
    """A hundred clients at once."""
    async def handle(reader, writer):
        number = int(await reader.readline())
        writer.write(b'%d\n' % (number * number))
        await writer.drain()
        writer.close()

    async def client(number):
        reader, writer = await asyncio.open_connection('127.0.0.1', port)
        writer.write(b'%d\n' % number)
        answer = int(await reader.readline())
        writer.close()
        await writer.wait_closed()
        return answer

    server = await asyncio.start_server(handle, '127.0.0.1', 0, backlog=200)
    port = server.sockets[0].getsockname()[1]
    answers = await asyncio.gather(*[client(n) for n in range(100)])
    print(sum(answers), answers[:5])
    server.close()


async def broken():
    """The other side goes away in the middle."""
    async def handle(reader, writer):
        await reader.readline()
        writer.transport.abort()

    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b'hello\n' + bytes(100_000))
    try:
        while True:
            writer.write(bytes(100_000))
            await writer.drain()
            await asyncio.sleep(0.001)
    except ConnectionError as e:
        print('writing failed', isinstance(e, OSError))
    try:
        await reader.readexactly(10)
    except (ConnectionError, asyncio.IncompleteReadError):
        print('reading failed')
    writer.close()
    server.close()


async def failing_handler():
    async def handle(reader, writer):
        raise ValueError('in the handler')

    reports = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: reports.append(context))
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(await reader.read())
    print([(c['message'], repr(c['exception']), sorted(c)) for c in reports])
    writer.close()
    server.close()


async def main():
    for part in (slow_reader, parts, many, broken, failing_handler):
        print('--', part.__name__)
        await part()


asyncio.run(main())
