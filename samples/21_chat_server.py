# A chat room: many connections that share state, and people who leave without a word.
"""Everybody who is connected gets what anybody says. A queue for each client keeps a slow
one from holding up the others; one that vanishes is noticed by its closed stream.
"""
import asyncio


class Room:
    def __init__(self):
        self.queues = {}                   # name -> queue of lines to be sent

    def say(self, text, but=None):
        for name, queue in self.queues.items():
            if name != but:
                queue.put_nowait(text)

    async def handle(self, reader, writer):
        name = (await reader.readline()).decode().strip()
        queue = self.queues[name] = asyncio.Queue()
        self.say(f'* {name} has come', but=name)
        sender = asyncio.create_task(self.send(queue, writer))
        try:
            async for line in reader:
                self.say(f'{name}: {line.decode().strip()}', but=name)
        finally:
            del self.queues[name]
            self.say(f'* {name} has left')
            sender.cancel()
            writer.close()

    async def send(self, queue, writer):
        while True:
            writer.write((await queue.get()).encode() + b'\n')
            await writer.drain()


class Guest:
    """A client: what it says and what it hears."""

    @classmethod
    async def join(cls, name, port):
        guest = cls()
        guest.name = name
        guest.reader, guest.writer = await asyncio.open_connection('127.0.0.1', port)
        guest.say(name)
        return guest

    def say(self, text):
        self.writer.write(text.encode() + b'\n')

    async def hear(self):
        line = await self.reader.readline()
        print(f'  {self.name} hears: {line.decode().strip()}')

    async def leave(self):
        self.writer.close()
        await self.writer.wait_closed()


async def main():
    room = Room()
    server = await asyncio.start_server(room.handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        ann = await Guest.join('Ann', port)
        while 'Ann' not in room.queues:
            await asyncio.sleep(0.001)
        ben = await Guest.join('Ben', port)
        await ann.hear()
        print('Ben says hello')
        ben.say('hello!')
        await ann.hear()
        print('Ann answers')
        ann.say('good evening')
        await ben.hear()
        print('Cem comes, and the line breaks')
        cem = await Guest.join('Cem', port)
        await ann.hear()
        await ben.hear()
        cem.writer.transport.abort()
        await ann.hear()
        await ben.hear()
        await ben.leave()
        await ann.hear()
        await ann.leave()
        while room.queues:
            await asyncio.sleep(0.001)
    print('the room is empty')


asyncio.run(main())
