# Sockets over TLS without a loop: wrap_socket on both sides, in blocking mode and with timeouts.
import socket
import ssl
import threading

import _tls


def serve(listener, context, talk, results):
    conn, address = listener.accept()
    try:
        with context.wrap_socket(conn, server_side=True) as tls:
            results.append(talk(tls))
    except (OSError, ValueError) as error:
        results.append(f"{type(error).__name__} {getattr(error, 'reason', error)}")


def both(talk_server, talk_client, hostname="localhost", context=None, **options):
    results = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener, _tls.server_context(), talk_server, results))
        thread.start()
        try:
            with socket.create_connection(listener.getsockname()) as raw:
                context = context or _tls.client_context()
                with context.wrap_socket(raw, server_hostname=hostname, **options) as tls:
                    print("client", talk_client(tls))
        except (OSError, ValueError) as error:
            print("client", type(error).__name__, getattr(error, "reason", error))
        thread.join()
    print("server", results)


def upper(tls):
    total = 0
    while data := tls.recv(1000):
        total += len(data)
        tls.sendall(data.upper())
    return total


def lines(tls):
    tls.sendall(b"hello ")
    tls.send(b"world")
    got = b""
    while len(got) < 11:
        got += tls.recv(100)
    room = bytearray(5)
    tls.write(b"more!")
    count = tls.recv_into(room)
    known = tls.version(), tls.cipher()[1], tls.server_hostname, tls.pending(), tls.getpeercert()["subject"]
    tls.shutdown(socket.SHUT_WR)
    return got, count, room, known, tls.version(), tls.cipher(), tls.pending()


def large(tls):
    data = bytes(range(256)) * 2000
    received = []

    def read():
        while len(b"".join(received)) < len(data):
            received.append(tls.recv(65536))

    thread = threading.Thread(target=read)
    thread.start()
    tls.sendall(data)
    thread.join()
    return b"".join(received) == data.upper()


def by_hand(tls):
    """Who leaves without reading has the system reset the connection: the server's tickets are unread."""
    tls.do_handshake()
    tls.sendall(b"x")
    return tls.version(), tls.recv(1)


def late(tls):
    tls.settimeout(0.05)
    try:
        tls.recv(10)
    except TimeoutError as error:
        return type(error).__name__, str(error)


def never(tls):
    tls.setblocking(False)
    try:
        tls.recv(10)
    except ssl.SSLWantReadError as error:
        return type(error).__name__, error.errno


def whole(tls):
    file = tls.makefile("rwb")
    file.write(b"GET\n")
    file.flush()
    return file.readline()


def written(tls):
    with tls.makefile("w", encoding="utf-8") as file:
        return file.write("\u00e9 text\nmore\n")


def unwrapped(tls):
    tls.sendall(b"bye")
    tls.recv(10)
    plain = tls.unwrap()
    plain.sendall(b"plain")
    return plain.recv(10)


def unwrapping(tls):
    tls.sendall(tls.recv(3))
    plain = tls.unwrap()
    data = plain.recv(10)
    plain.sendall(data)
    return data


both(upper, lines)
both(upper, large)
both(upper, late)
both(upper, never)
both(upper, whole)
both(lambda tls: tls.makefile().readline(), written)
both(unwrapping, unwrapped)
both(upper, lines, hostname="other.example")
both(upper, by_hand, do_handshake_on_connect=False)
both(upper, lambda tls: 1, context=ssl.create_default_context())
context = _tls.client_context()
for call in (lambda: context.wrap_socket(socket.socket(socket.AF_INET, socket.SOCK_DGRAM), server_hostname="x"), lambda: context.wrap_socket(socket.socket()), lambda: context.wrap_socket(socket.socket(), server_side=True)):
    try:
        print(call())
    except (ValueError, NotImplementedError, ssl.SSLError) as error:
        print(type(error).__name__, str(error).partition("(_ssl")[0])
with socket.create_server(("127.0.0.1", 0)) as listener:
    with _tls.server_context().wrap_socket(listener, server_side=True) as secure:
        def connect():
            with context.wrap_socket(socket.socket(), server_hostname="localhost") as tls:
                tls.connect(secure.getsockname())
                tls.sendall(b"x" * 10)
                print(tls.recv(10), isinstance(tls, socket.socket), type(tls).__name__)
        thread = threading.Thread(target=connect)
        thread.start()
        conn, address = secure.accept()
        with conn:
            print(type(conn).__name__)
            conn.sendall(conn.recv(10).upper())
            thread.join()
