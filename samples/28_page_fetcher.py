# An HTTP client: many pages, so many at once, over connections that are used again; http and https.
"""Fetches the pages that are named on the command line, with keep-alive, redirects, chunked
bodies, a limit on connections and one on time. Without arguments it fetches from a small site of
its own, which is slow at times, sends one page in chunks, and hangs up in the middle of another.
"""
import asyncio
import ssl
import sys
from urllib.parse import urljoin, urlsplit


class FetchError(Exception):
    pass


class Client:
    """Keeps idle connections by (scheme, host, port), and at most `limit` in use."""

    def __init__(self, limit=4, seconds=5.0):
        self.slots = asyncio.Semaphore(limit)
        self.seconds = seconds
        self.idle = {}
        self.opened = self.in_use = self.most_in_use = 0

    async def connect(self, place):
        if self.idle.get(place):
            return self.idle[place].pop()
        scheme, host, port = place
        context = ssl.create_default_context() if scheme == 'https' else None
        self.opened += 1
        return await asyncio.open_connection(host, port, ssl=context)

    async def fetch(self, url, redirects=3):
        """(status, body) of a page."""
        async with self.slots:
            self.in_use += 1
            self.most_in_use = max(self.most_in_use, self.in_use)
            try:
                async with asyncio.timeout(self.seconds):
                    status, headers, body = await self.request(urlsplit(url))
            except (TimeoutError, OSError, asyncio.IncompleteReadError) as e:
                raise FetchError(type(e).__name__) from e
            finally:
                self.in_use -= 1
        if status in (301, 302) and redirects:
            return await self.fetch(urljoin(url, headers['location']), redirects - 1)
        return status, body

    async def request(self, url):
        port = url.port or (443 if url.scheme == 'https' else 80)
        place = url.scheme, url.hostname, port
        reader, writer = await self.connect(place)
        try:
            path = (url.path or '/') + ('?' + url.query if url.query else '')
            writer.write(f'GET {path} HTTP/1.1\r\nHost: {url.hostname}:{port}\r\n\r\n'.encode())
            await writer.drain()
            answer = await self.read_response(reader)
        except BaseException:
            writer.close()                 # nobody knows what would come next on it
            raise
        if answer[1].get('connection') == 'close':
            writer.close()
        else:
            self.idle.setdefault(place, []).append((reader, writer))
        return answer

    async def read_response(self, reader):
        status = int((await reader.readuntil(b'\r\n')).split()[1])
        headers = {}
        while (line := await reader.readuntil(b'\r\n')) != b'\r\n':
            name, _, value = line.decode('latin-1').partition(':')
            headers[name.strip().lower()] = value.strip()
        if headers.get('transfer-encoding') == 'chunked':
            body = b''
            while size := int(await reader.readuntil(b'\r\n'), 16):
                body += (await reader.readexactly(size + 2))[:-2]
            await reader.readuntil(b'\r\n')
        else:
            body = await reader.readexactly(int(headers.get('content-length', 0)))
        return status, headers, body

    async def close(self):
        for connections in self.idle.values():
            for _, writer in connections:
                writer.close()
                await writer.wait_closed()


async def report(client, url, shown):
    try:
        status, body = await client.fetch(url)
        return f'{shown}: {status}, {len(body)} bytes'
    except FetchError as e:
        return f'{shown}: {e}'


async def site(reader, writer):
    """The site that is fetched from where no other is named."""
    while request := await reader.readline():
        path = request.split()[1].decode()
        while await reader.readline() != b'\r\n':
            pass
        if path == '/moved':
            head, body = '302 Found\r\nLocation: /page/3', b''
        elif path == '/chunks':
            writer.write(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n'
                         b'5\r\nhello\r\n7\r\n, world\r\n0\r\n\r\n')
            continue
        elif path == '/broken':
            writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nonly so much')
            break
        elif path == '/sleepy':
            await reader.read()            # no answer, until the client gives up
            break
        elif path.startswith('/page/'):
            await asyncio.sleep(0.005)
            head, body = '200 OK', b'.' * (1000 * int(path.removeprefix('/page/')))
        else:
            head, body = '404 Not Found', b'no such page\n'
        writer.write(f'HTTP/1.1 {head}\r\nContent-Length: {len(body)}\r\n\r\n'.encode() + body)
    writer.close()


async def demo():
    server = await asyncio.start_server(site, '127.0.0.1', 0)
    base = f'http://127.0.0.1:{server.sockets[0].getsockname()[1]}'
    paths = [f'/page/{number}' for number in range(12)]
    paths += ['/moved', '/chunks', '/broken', '/nothing', '/sleepy']
    client = Client(limit=4, seconds=0.3)
    for line in await asyncio.gather(*[report(client, base + path, path) for path in paths]):
        print(line)
    print(f'never more than {client.most_in_use} at once; connections used again: {client.opened < len(paths)}')
    await client.close()
    server.close()


async def main(urls):
    client = Client()
    for answer in asyncio.as_completed([report(client, url, url) for url in urls]):
        print(await answer)
    await client.close()


asyncio.run(main(sys.argv[1:]) if len(sys.argv) > 1 else demo())
