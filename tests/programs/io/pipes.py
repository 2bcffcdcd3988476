"""Pipes as streams and as transports."""
import asyncio
import os


async def main():
    loop = asyncio.get_running_loop()
    reading, writing = os.pipe()
    reader = asyncio.StreamReader()
    transport, protocol = await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(reading, 'rb'))
    out, _ = await loop.connect_write_pipe(asyncio.Protocol, os.fdopen(writing, 'wb'))
    out.write(b'first\nsecond')
    print(await reader.readline(), transport.is_reading(), out.can_write_eof())
    data = bytes(500_000)
    out.write(data)
    print(out.get_write_buffer_size() > 0)
    out.write_eof()
    rest = await reader.read()
    print(len(rest), rest[:6], reader.at_eof())
    print(transport.is_closing(), out.is_closing(), transport.get_extra_info('pipe') is not None)
    with open('/etc/passwd', 'rb') as plain:
        try:
            await loop.connect_read_pipe(asyncio.Protocol, plain)
        except ValueError as e:
            print(e)

    class Lost(asyncio.Protocol):
        def __init__(self):
            self.lost = loop.create_future()

        def connection_lost(self, exc):
            self.lost.set_result(repr(exc))

    reading, writing = os.pipe()
    out, lost = await loop.connect_write_pipe(Lost, os.fdopen(writing, 'wb'))
    os.close(reading)
    print(await lost.lost)


asyncio.run(main())
