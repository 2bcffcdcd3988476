# Files sent by the loop, watchers of children, and names of asyncio that stand in its submodules.
import asyncio
import asyncio.constants
import asyncio.log
import socket
import tempfile
from asyncio.base_events import BaseEventLoop
from asyncio.runners import run

print(asyncio.constants.DEBUG_STACK_DEPTH, asyncio.log.logger.name)
print(issubclass(asyncio.SelectorEventLoop, BaseEventLoop), issubclass(asyncio.Server, asyncio.AbstractServer))
print(asyncio.SendfileNotAvailableError.__mro__[1], asyncio.DefaultEventLoopPolicy.__mro__)
DATA = bytes(range(256)) * 4000


async def watchers(loop):
    watcher = asyncio.get_child_watcher()
    print(type(watcher).__name__, watcher.is_active(), watcher is asyncio.get_child_watcher())
    asyncio.set_child_watcher(asyncio.SafeChildWatcher())
    watcher = asyncio.get_child_watcher()
    watcher.attach_loop(loop)
    print(type(watcher), watcher.is_active())
    process = await asyncio.create_subprocess_exec("true")
    print(await process.wait())


async def over_sockets(loop, file):
    a, b = socket.socketpair()
    a.setblocking(False)
    b.setblocking(False)
    got = bytearray()

    async def read():
        while block := await loop.sock_recv(b, 65536):
            got.extend(block)

    task = asyncio.create_task(read())
    print(await loop.sock_sendfile(a, file), file.tell())
    print(await loop.sock_sendfile(a, file, 10, 100), file.tell())
    a.close()
    await task
    print(len(got), got == DATA + DATA[10:110])
    b.close()
    with open(file.name) as text:
        for wrong in [(file, -1), (file, 0, -1), (file, "x"), (file, 0, "x"), (text, 0)]:
            with socket.socket() as unused:
                unused.setblocking(False)
                try:
                    await loop.sock_sendfile(unused, *wrong)
                except (TypeError, ValueError) as error:
                    print(type(error).__name__, error)


async def over_transports(loop, file):
    heard = []

    async def serve(reader, writer):
        writer.write(b"head")
        count = await loop.sendfile(writer.transport, file)
        writer.write(b"tail%d" % count)
        await writer.drain()
        heard.append(await reader.read())
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    writer.write(b"hello")
    writer.write_eof()
    got = await reader.read()
    print(len(got), got[:4], got[-11:], got[4:-11] == DATA, heard)
    writer.close()
    server.close()
    await server.wait_closed()
    try:
        await loop.sendfile(writer.transport, file)
    except RuntimeError as error:
        print(error)


async def datagrams(loop):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as two:
        one.bind(("127.0.0.1", 0))
        for each in (one, two):
            each.setblocking(False)
        room = bytearray(6)
        task = asyncio.create_task(loop.sock_recvfrom_into(one, room))
        await asyncio.sleep(0)
        await loop.sock_sendto(two, b"abc", one.getsockname())
        count, sender = await task
        print(count, sender == ("127.0.0.1", two.getsockname()[1]), room)


async def main():
    loop = asyncio.get_running_loop()
    await watchers(loop)
    with tempfile.NamedTemporaryFile("w+b") as file:
        file.write(DATA)
        file.flush()
        await over_sockets(loop, file)
        await over_transports(loop, file)
    await datagrams(loop)


run(main())
