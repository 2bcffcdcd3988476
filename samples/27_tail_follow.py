# tail -f: lines of a file as they are written, from an async generator.
import asyncio
import os


async def follow(path, pause=0.002):
    """Yields lines for ever; half a line waits until it is whole, a shortened file begins anew."""
    position, rest = 0, b''
    while True:
        size = os.path.getsize(path)
        if size < position:
            position, rest = 0, b''
            yield None
        if size > position:
            with open(path, 'rb') as file:
                file.seek(position)
                data = file.read()
            position += len(data)
            *lines, rest = (rest + data).split(b'\n')
            for line in lines:
                yield line.decode()
        await asyncio.sleep(pause)


async def write(path, seen):
    for text in ('one\n', 'two\nthr', 'ee\nfour\n'):
        with open(path, 'a') as file:
            file.write(text)
        await asyncio.sleep(0.01)
    while len(seen) < 4:
        await asyncio.sleep(0.001)
    with open(path, 'w') as file:          # as log rotation does
        file.write('again\n')


async def main():
    seen = []
    path = f'/tmp/asyncc-tail-{os.getpid()}.log'
    open(path, 'w').close()
    writer = asyncio.create_task(write(path, seen))
    async for line in follow(path):
        print('(the file was shortened)' if line is None else line)
        seen.append(line)
        if line == 'again':
            break
    await writer
    os.remove(path)


asyncio.run(main())
