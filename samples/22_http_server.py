# An HTTP/1.1 server: requests, headers, keep-alive, errors; and a client that fetches a few pages at a time.
"""Enough of HTTP for a browser: GET and POST, routes with parameters, connections that stay
open, 404 and 400. The client below asks for twenty pages, at most four at once.
"""
import asyncio
import json

REASONS = {200: 'OK', 201: 'Created', 400: 'Bad Request', 404: 'Not Found', 405: 'Method Not Allowed'}


class BadRequest(Exception):
    pass


async def read_request(reader):
    """(method, path, headers, body), or None where the client has gone."""
    line = await reader.readline()
    if not line:
        return None
    try:
        method, path, version = line.decode('ascii').split()
    except ValueError:
        raise BadRequest('a request line has three words') from None
    headers = {}
    while (line := await reader.readline()) not in (b'\r\n', b'\n', b''):
        name, colon, value = line.decode('latin-1').partition(':')
        if not colon:
            raise BadRequest(f'no colon in {line!r}')
        headers[name.strip().lower()] = value.strip()
    body = await reader.readexactly(int(headers.get('content-length', 0)))
    return method, path, headers, body


def response(status, body, kind='text/plain', close=False):
    head = (f'HTTP/1.1 {status} {REASONS[status]}\r\nContent-Type: {kind}\r\n'
            f'Content-Length: {len(body)}\r\nConnection: {"close" if close else "keep-alive"}\r\n\r\n')
    return head.encode('ascii') + body


class Notes:
    """The application: notes that are numbered."""

    def __init__(self):
        self.notes = ['buy milk']

    async def answer(self, method, path, body):
        if path == '/':
            return response(200, f'{len(self.notes)} notes\n'.encode())
        if path.startswith('/square/'):
            await asyncio.sleep(0.001)     # as if a database were asked
            number = path.removeprefix('/square/')
            if not number.isdecimal():
                return response(400, b'not a number\n')
            return response(200, json.dumps({'number': int(number), 'square': int(number) ** 2}).encode(), 'application/json')
        if path == '/notes' and method == 'POST':
            self.notes.append(body.decode())
            return response(201, f'/notes/{len(self.notes) - 1}\n'.encode())
        if path.startswith('/notes/') and method != 'GET':
            return response(405, b'notes can only be read\n')
        try:
            return response(200, self.notes[int(path.removeprefix('/notes/'))].encode())
        except (ValueError, IndexError):
            return response(404, b'there is no such page\n')

    async def handle(self, reader, writer):
        try:
            while request := await read_request(reader):
                method, path, headers, body = request
                writer.write(await self.answer(method, path, body))
                await writer.drain()
                if headers.get('connection') == 'close':
                    break
        except BadRequest as problem:
            writer.write(response(400, f'{problem}\n'.encode(), close=True))
        except (asyncio.IncompleteReadError, ConnectionError):
            pass                           # the client has given up
        writer.close()


class Client:
    """One connection, for one request after the other."""

    async def __aenter__(self):
        self.reader, self.writer = await asyncio.open_connection('127.0.0.1', self.port)
        return self

    def __init__(self, port):
        self.port = port

    async def __aexit__(self, *exc):
        self.writer.close()
        await self.writer.wait_closed()

    async def fetch(self, path, method='GET', body=b''):
        self.writer.write(f'{method} {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {len(body)}\r\n\r\n'.encode() + body)
        status = int((await self.reader.readline()).split()[1])
        length = 0
        while (line := await self.reader.readline()) != b'\r\n':
            if line.lower().startswith(b'content-length:'):
                length = int(line.split(b':')[1])
        return status, (await self.reader.readexactly(length)).decode()


async def main():
    notes = Notes()
    server = await asyncio.start_server(notes.handle, '127.0.0.1', 0)
    port = server.sockets[0].getsockname()[1]

    async with Client(port) as client:
        print('one connection, several requests')
        for request in (('/',), ('/notes', 'POST', b'call Ann'), ('/notes/1',), ('/notes/1', 'DELETE'), ('/nothing',)):
            status, text = await client.fetch(*request)
            print(f'  {request[0]:<10} {status} {REASONS[status]}: {text.strip()}')

    print('twenty pages, four at a time')
    limit = asyncio.Semaphore(4)
    at_once = most = 0

    async def fetch(number):
        nonlocal at_once, most
        async with limit, Client(port) as client:
            at_once += 1
            most = max(most, at_once)
            status, text = await client.fetch(f'/square/{number}')
            at_once -= 1
            return json.loads(text)['square']

    print(' ', await asyncio.gather(*[fetch(n) for n in range(20)]))
    print(f'  at most {most} at once')

    print('a request that is none')
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    writer.write(b'HELLO\r\n\r\n')
    print(' ', (await reader.read()).decode().splitlines()[0])
    writer.close()
    server.close()
    await server.wait_closed()


asyncio.run(main())
