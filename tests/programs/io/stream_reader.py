"""A StreamReader fed by hand: limits, ends, errors, two readers at once."""
import asyncio


async def attempt(label, awaitable):
    try:
        print(label, await awaitable)
    except Exception as e:
        print(label, type(e).__name__, e, getattr(e, 'partial', None), getattr(e, 'expected', None),
              getattr(e, 'consumed', None))


async def lines():
    reader = asyncio.StreamReader()
    reader.feed_data(b'one\ntwo\nthr')
    await attempt('line', reader.readline())
    await attempt('until', reader.readuntil(b'o\n'))
    reader.feed_data(b'ee')
    print(reader, reader.at_eof())
    reader.feed_eof()
    print(reader, reader.at_eof())
    await attempt('rest', reader.readline())
    await attempt('nothing', reader.readline())
    await attempt('until', reader.readuntil())
    print(reader.at_eof())


async def sizes():
    reader = asyncio.StreamReader()
    reader.feed_data(b'0123456789')
    await attempt('exactly', reader.readexactly(3))
    await attempt('zero', reader.readexactly(0))
    await attempt('negative', reader.readexactly(-1))
    await attempt('some', reader.read(4))
    await attempt('none', reader.read(0))
    reader.feed_eof()
    await attempt('too many', reader.readexactly(5))
    await attempt('all', reader.read())
    await attempt('empty separator', reader.readuntil(b''))


async def limits():
    reader = asyncio.StreamReader(limit=8)
    reader.feed_data(b'0123456789ab')
    await attempt('too long', reader.readuntil(b'\n'))
    await attempt('line too long', reader.readline())
    print(reader)
    reader.feed_data(b'0123456789ab\nnext\n')
    await attempt('found too late', reader.readuntil(b'\n'))
    await attempt('line dropped', reader.readline())
    await attempt('next', reader.readline())
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as e:
        print(e)


async def waiting():
    reader = asyncio.StreamReader()
    first = asyncio.create_task(attempt('first', reader.readline()))
    await asyncio.sleep(0)
    await attempt('second', reader.readline())
    reader.feed_data(b'par')
    await asyncio.sleep(0)
    reader.feed_data(b'tial\nmore\n')
    await first
    reader.feed_eof()
    async for line in reader:
        print('iterated', line)


async def failing():
    reader = asyncio.StreamReader()
    waiter = asyncio.create_task(attempt('waiting', reader.read(10)))
    await asyncio.sleep(0)
    reader.set_exception(ConnectionResetError(104, 'gone'))
    await waiter
    print(reader.exception())
    await attempt('later', reader.readline())
    await attempt('exactly', reader.readexactly(1))


async def cancelled():
    reader = asyncio.StreamReader()
    task = asyncio.create_task(reader.read(10))
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')
    reader.feed_data(b'after')
    print(await reader.read(10))
    try:
        await asyncio.wait_for(reader.readline(), 0.01)
    except asyncio.TimeoutError:
        print('timed out')


async def main():
    for part in (lines, sizes, limits, waiting, failing, cancelled):
        print('--', part.__name__)
        await part()


asyncio.run(main())
