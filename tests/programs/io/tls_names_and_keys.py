# Servers that choose by the name that is asked for, and logs of keys.
import asyncio
import os
import socket
import ssl
import tempfile
import threading

import _tls

other = _tls.server_context()
other.set_alpn_protocols(["other"])


def choose(connection, name, context):
    print("asked for", name, type(connection).__name__, context is connection.context)
    if name == "refused.example":
        return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
    if name == "other.example":
        connection.context = other
        print(connection.context is other)


def blocking(context, name):
    client = _tls.client_context()
    client.check_hostname = False
    client.set_alpn_protocols(["first", "other"])
    results = []

    def serve(listener):
        conn, _ = listener.accept()
        try:
            with context.wrap_socket(conn, server_side=True) as tls:
                results.append(tls.recv(10))
        except ssl.SSLError as error:
            results.append(error.reason)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,))
        thread.start()
        try:
            with client.wrap_socket(socket.create_connection(listener.getsockname()), server_hostname=name) as tls:
                tls.sendall(b"hi")
                print("client", tls.selected_alpn_protocol())
        except ssl.SSLError as error:
            print("client", error.reason)
        thread.join()
    print("server", results)


async def in_a_loop(context):
    async def echo(reader, writer):
        writer.write(await reader.readline())
        writer.close()

    async with await asyncio.start_server(echo, "127.0.0.1", 0, ssl=context) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname(), ssl=_tls.client_context(), server_hostname="localhost")
        writer.write(b"line\n")
        print(await reader.readline())
        writer.close()


server = _tls.server_context()
print(server.sni_callback, server.keylog_filename)
server.sni_callback = choose
server.set_alpn_protocols(["first"])
blocking(server, "other.example")
blocking(server, "localhost")
blocking(server, "refused.example")
asyncio.run(in_a_loop(server))
server.sni_callback = None
blocking(server, "localhost")
try:
    server.sni_callback = 5
except TypeError as error:
    print(error)
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "keys")
    server.keylog_filename = path
    print(server.keylog_filename == path)
    blocking(server, "localhost")
    server.keylog_filename = None
    with open(path) as log:
        lines = log.read().splitlines()
    print(lines[0], sorted({line.split()[0] for line in lines[1:]}))
    try:
        server.keylog_filename = os.path.join(folder, "no", "keys")
    except FileNotFoundError as error:
        print(error.strerror)
