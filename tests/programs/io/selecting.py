# select and selectors: an echo server by hand, polls, what is refused.
import os
import select
import selectors
import socket
import threading


def echo_server(make):
    selector = make()
    served = []
    listener = socket.create_server(("127.0.0.1", 0))
    listener.setblocking(False)

    def accept(sock, mask):
        conn, address = sock.accept()
        conn.setblocking(False)
        selector.register(conn, selectors.EVENT_READ, read)

    def read(conn, mask):
        data = conn.recv(1000)
        if data:
            served.append(data)
            conn.send(data)
        else:
            selector.unregister(conn)
            conn.close()
            served.append(None)

    def client():
        for i in range(2):
            with socket.create_connection(listener.getsockname()) as c:
                c.sendall(b"hello %d" % i)
                served.append(c.recv(100))

    selector.register(listener, selectors.EVENT_READ, accept)
    thread = threading.Thread(target=client)
    thread.start()
    while served.count(None) < 2:
        for key, mask in selector.select(timeout=5):
            key.data(key.fileobj, mask)
    thread.join()
    print(sorted(x for x in served if x), len(selector.get_map()))
    key = selector.unregister(listener)
    print(key.events, key.fileobj is listener, key.data is accept)
    selector.close()
    listener.close()


def attempt(function, *args):
    try:
        print(function(*args))
    except (KeyError, ValueError, OSError, TypeError, RuntimeError) as error:
        print(type(error).__name__, str(error).partition("<")[0])


def keys(make):
    r, w = os.pipe()
    with make() as selector:
        print(selector.select(0))
        a = selector.register(r, selectors.EVENT_READ, "reader")
        b = selector.register(w, selectors.EVENT_WRITE, {"writer": 1})
        print(a.fd == r, a.events, a.data, a._fields, selector.get_key(w) == b, r in selector.get_map(), len(selector.get_map()))
        print([(key.data, mask) for key, mask in selector.select()])
        os.write(w, b"x")
        print(sorted((str(key.data), mask) for key, mask in selector.select(1)))
        print(selector.modify(w, selectors.EVENT_WRITE, "other").data, selector.modify(r, selectors.EVENT_READ | selectors.EVENT_WRITE).events)
        attempt(selector.register, r, 0)
        attempt(selector.register, r, 8)
        attempt(selector.unregister, 999)
        attempt(selector.modify, 999, 1)
        attempt(selector.get_key, 999)
        attempt(selector.register, "text", 1)
        attempt(selector.register, -1, 1)
        try:
            selector.register(w, 1)
        except KeyError as error:
            print("already registered" in str(error))
    attempt(selector.get_key, r)
    print(selector.get_map())
    os.close(r)
    os.close(w)


for make in (selectors.DefaultSelector, selectors.SelectSelector, selectors.PollSelector):
    echo_server(make)
    keys(make)
print(selectors.DefaultSelector.__name__)

a, b = socket.socketpair()
print([x == [] for x in select.select([a], [], [], 0.01)], select.select([a], [b], [a, b], 0)[1] == [b])
a.send(b"x")
r, w, x = select.select([b, a], [a], [])
print(r == [b], w == [a], x)
attempt(select.select, [], [], [], -1)
attempt(select.select, ["x"], [], [])
p = select.poll()
p.register(b)
p.register(a.fileno(), select.POLLIN)
print(p.poll(0) == [(b.fileno(), select.POLLIN | select.POLLOUT)])
p.modify(b, select.POLLIN)
p.unregister(a)
print(p.poll() == [(b.fileno(), select.POLLIN)])
attempt(p.unregister, 999)
attempt(p.modify, 998, 1)
a.close()
print(p.poll(100) == [(b.fileno(), select.POLLIN | select.POLLHUP)], b.recv(5), b.recv(5))
with select.epoll() as e:
    e.register(b, select.EPOLLIN | select.EPOLLET)
    print(e.poll(1) == [(b.fileno(), select.EPOLLIN | select.EPOLLHUP)], e.poll(0), e.closed)
    attempt(e.register, b)
    e.unregister(b)
    attempt(e.unregister, b)
    attempt(e.poll, 0, 0)
print(e.closed)
attempt(e.poll)
b.close()
