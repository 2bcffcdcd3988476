# A server of lines and of HTTP, plain and over TLS: prints its two ports, ends with its standard input.
import asyncio
import ssl
import sys
import tempfile

KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgA1C+3xheVfHckOCm
278OwI/TLDgTKGK6SgjMzt2KBcyhRANCAAS7XjIqBtsSutQagoXPFq5mVbcy91il
BDsIO+Zf8zvechDlyndgmtdYa36DwMxnyYF9MzQSHlMmGujT2+EoY0VO
-----END PRIVATE KEY-----
"""
CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBrzCCAVagAwIBAgICWhcwCgYIKoZIzj0EAwIwODESMBAGA1UEAwwJbG9jYWxo
b3N0MRUwEwYDVQQKDAxhc3luY2MgdGVzdHMxCzAJBgNVBAYTAlhYMCAXDTIwMDEw
MTAwMDAwMFoYDzIxMjAwMTAxMDAwMDAwWjA4MRIwEAYDVQQDDAlsb2NhbGhvc3Qx
FTATBgNVBAoMDGFzeW5jYyB0ZXN0czELMAkGA1UEBhMCWFgwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAS7XjIqBtsSutQagoXPFq5mVbcy91ilBDsIO+Zf8zvechDl
yndgmtdYa36DwMxnyYF9MzQSHlMmGujT2+EoY0VOo04wTDAPBgNVHRMBAf8EBTAD
AQH/MBoGA1UdEQQTMBGCCWxvY2FsaG9zdIcEfwAAATAdBgNVHQ4EFgQU9kfpRIO9
ORoyufJSFnDYGkBlq9AwCgYIKoZIzj0EAwIDRwAwRAIgNlJ8RjGMecK69rzkEhga
nQNy6K6ZmTyLwgFLMpxa00kCIESXy9Oo088hmS7DI9brrT+YPKwTB6uK+rQxc7jd
dKVa
-----END CERTIFICATE-----
"""

async def answer_http(reader, writer):
    while (await reader.readline()).strip():
        pass
    body = b'.' * 300_000
    writer.write(b'HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n' % len(body) + body)
    await writer.drain()


async def handle(reader, writer):
    try:
        while line := await reader.readline():
            if line.startswith(b'GET '):
                await answer_http(reader, writer)
            elif line == b'size\n':
                size = int(await reader.readline())
                writer.write(b'%d\n' % len(await reader.readexactly(size)))
            else:
                writer.write(line.upper())
                await writer.drain()
    except (ConnectionError, asyncio.IncompleteReadError):
        pass                               # clients vanish
    writer.close()


def context():
    made = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with tempfile.NamedTemporaryFile('w') as file:
        file.write(KEY + CERTIFICATE)
        file.flush()
        made.load_cert_chain(file.name)
    return made


async def main():
    servers = [await asyncio.start_server(handle, '127.0.0.1', 0, ssl=ssl) for ssl in (None, context())]
    print(*[server.sockets[0].getsockname()[1] for server in servers], flush=True)
    done = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin, done.set)
    await done.wait()


asyncio.run(main())
