import asyncio
class Bad(asyncio.Protocol):
    def __init__(self, where): self.where = where
    def connection_made(self, t):
        self.t = t
        if self.where == 'made': raise ValueError('made')
    def data_received(self, d):
        if self.where == 'data': raise ValueError('data')
        self.t.write(d)
    def eof_received(self):
        if self.where == 'eof': raise ValueError('eof')
        return self.where == 'keep'
    def connection_lost(self, exc):
        print('lost', self.where, repr(exc))
        if self.where == 'lost': raise ValueError('lost')
async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda l, c: print('report', c['message'].split('(')[0].split('<')[0], repr(c['exception']), sorted(c)))
    for where in ('made', 'data', 'eof', 'keep', 'lost'):
        server = await loop.create_server(lambda: Bad(where), '127.0.0.1', 0)
        r, w = await asyncio.open_connection(*server.sockets[0].getsockname())
        w.write(b'hello')
        await asyncio.sleep(0.01)
        w.write_eof()
        await asyncio.sleep(0.01)
        w.close()
        await asyncio.sleep(0.01)
        server.close()
asyncio.run(main())
