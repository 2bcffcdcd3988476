# An echo server on streams, for bench/echo: prints its port, ends when its standard input does.
import asyncio
import sys


async def handle(reader, writer):
    while data := await reader.read(65536):
        writer.write(data)
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(handle, '127.0.0.1', 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    done = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin, done.set)
    await done.wait()


asyncio.run(main())
