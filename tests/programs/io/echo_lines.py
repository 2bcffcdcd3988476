import asyncio

async def handle(reader, writer):
    peer = writer.get_extra_info('peername')
    print('connected from', peer[0])
    while True:
        line = await reader.readline()
        if not line:
            break
        print('server got', line)
        writer.write(line.upper())
        await writer.drain()
    writer.close()
    await writer.wait_closed()
    print('server side closed')

async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0)
    host, port = server.sockets[0].getsockname()
    print(host, server.is_serving())
    async with server:
        reader, writer = await asyncio.open_connection(host, port)
        for word in ('hello', 'world'):
            writer.write(word.encode() + b'\n')
            await writer.drain()
            print('client got', await reader.readline())
        writer.close()
        await writer.wait_closed()
        print('client closed')
        await asyncio.sleep(0.01)
    print(server.is_serving())
    try:
        await asyncio.open_connection('127.0.0.1', 1)
    except ConnectionRefusedError as e:
        print(e, e.errno, repr(e))

asyncio.run(main())
