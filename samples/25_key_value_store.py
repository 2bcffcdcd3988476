# A key-value store with a text protocol, expiry, and a log from which it starts again.
"""SET key value [seconds], GET key, DEL key, KEYS, INCR key, QUIT. Commands may be sent
without waiting for the answers (pipelining): they are answered in order.
"""
import asyncio
import os


class Store:
    def __init__(self, path):
        self.log = None                    # while an old one is read
        self.values = {}
        self.expiries = {}                 # key -> handle of call_later
        if os.path.exists(path):
            with open(path) as log:
                for line in log:
                    self.execute(line.split(' ', 2)[0], line.rstrip('\n').split(' ')[1:])
        self.log = open(path, 'a')

    def execute(self, command, arguments):
        method = getattr(self, 'do_' + command.lower(), None)
        if method is None:
            return f'ERROR unknown command {command}'
        try:
            answer = method(*arguments)
        except TypeError:
            return f'ERROR wrong number of arguments for {command}'
        except ValueError as problem:
            return f'ERROR {problem}'
        if command in ('SET', 'DEL', 'INCR') and self.log:
            print(command, *arguments, file=self.log, flush=True)
        return answer

    def do_set(self, key, value, seconds=None):
        self.values[key] = value
        if old := self.expiries.pop(key, None):
            old.cancel()
        if seconds is not None and self.log:
            loop = asyncio.get_running_loop()
            self.expiries[key] = loop.call_later(float(seconds), self.execute, 'DEL', [key])
        return 'OK'

    def do_get(self, key):
        return self.values.get(key, 'NONE')

    def do_del(self, key):
        self.expiries.pop(key, None)
        return 'OK' if self.values.pop(key, None) is not None else 'NONE'

    def do_keys(self):
        return ' '.join(sorted(self.values)) or 'NONE'

    def do_incr(self, key):
        value = self.values[key] = str(int(self.values.get(key, 0)) + 1)
        return value

    async def handle(self, reader, writer):
        async for line in reader:
            words = line.decode().split()
            if not words:
                continue
            if words[0] == 'QUIT':
                break
            writer.write((self.execute(words[0], words[1:]) + '\n').encode())
            await writer.drain()
        writer.close()


class Connection:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer

    async def ask(self, *commands, answered=True):
        self.writer.writelines([command.encode() + b'\n' for command in commands])
        for command in commands if answered else ():
            print(f'  {command:<18} {(await self.reader.readline()).decode().strip()}')


async def session(path, commands):
    store = Store(path)
    server = await asyncio.start_server(store.handle, '127.0.0.1', 0)
    connection = Connection(*await asyncio.open_connection(*server.sockets[0].getsockname()))
    for group in commands:
        if isinstance(group, float):
            await asyncio.sleep(group)
        else:
            await connection.ask(*group)
    await connection.ask('QUIT', answered=False)
    connection.writer.close()
    server.close()
    await asyncio.sleep(0.01)              # the handler sees the end
    store.log.close()


async def main():
    path = f'/tmp/asyncc-store-{os.getpid()}.log'
    try:
        print('first life')
        await session(path, [('SET name Ann', 'GET name', 'GET nothing'), ('INCR visits', 'INCR visits', 'INCR name'),
                             ('SET short 1 0.02', 'GET short'), 0.06, ('GET short', 'KEYS', 'DEL name', 'FLY', 'GET')])
        print('second life, from the log')
        await session(path, [('KEYS', 'GET visits', 'GET name')])
    finally:
        os.remove(path)


asyncio.run(main())
