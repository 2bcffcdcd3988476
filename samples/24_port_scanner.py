# A port scanner: hundreds of connections, a limit on how many at once, a time limit for each.
import asyncio


async def is_open(host, port, limit):
    async with limit:
        try:
            async with asyncio.timeout(1):
                reader, writer = await asyncio.open_connection(host, port)
        except (OSError, TimeoutError):
            return False
        writer.close()
        await writer.wait_closed()
        return True


async def scan(host, ports, at_once=50):
    """The ports at which somebody listens."""
    limit = asyncio.Semaphore(at_once)
    found = await asyncio.gather(*[is_open(host, port, limit) for port in ports])
    return [port for port, is_there in zip(ports, found) if is_there]


async def main():
    servers = [await asyncio.start_server(lambda reader, writer: writer.close(), '127.0.0.1', 0) for _ in range(3)]
    listening = sorted(server.sockets[0].getsockname()[1] for server in servers)
    around = sorted({port for centre in listening for port in range(centre - 20, centre + 20)} & set(range(1024, 65536)))
    found = await scan('127.0.0.1', around)
    print('found all three:', set(listening) <= set(found))
    for server in servers:
        server.close()
        await server.wait_closed()
    print('still open afterwards:', len(await scan('127.0.0.1', listening)))


asyncio.run(main())
