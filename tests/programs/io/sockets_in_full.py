# The module socket beyond streams: named constants, files of sockets, messages with descriptors, services.
import socket, threading, os, tempfile
print(repr(socket.AF_INET), socket.AF_INET, [socket.SOCK_STREAM], socket.AddressFamily.AF_UNIX, repr(socket.AddressFamily(10)), socket.SocketKind['SOCK_DGRAM'].name)
s = socket.socket(); print(repr(s.family), repr(s.type), s.proto, s.family == socket.AF_INET, s.family == 2)
print(str(s).split('fd=')[0], str(s).split('family')[1]); s.close(); print(s)
print(socket.getaddrinfo('127.0.0.1', 80, type=socket.SOCK_STREAM))
a, b = socket.socketpair(); print(repr(a.family), repr(a.type))
f = a.makefile('w'); f.write('hello\nworld\n'); f.flush()
g = b.makefile('r'); print(g.readline(), g.readline())
f.close(); g.close()
rw = a.makefile('rwb'); rw.write(b'abc\n'); rw.flush(); print(b.recv(10)); b.sendall(b'line1\nline2\n'); print(rw.readline(), rw.readline()); rw.close()
for bad in ('x', 'r+'):
    try: a.makefile(bad)
    except ValueError as e: print(e)
print(a.sendmsg([b'one', b'two', bytearray(b'three')]), b.recvmsg(100))
r, w = os.pipe()
socket.send_fds(a, [b'x'], [r]); data, fds, fl, addr = socket.recv_fds(b, 10, 4); print(data, len(fds), fl, addr)
os.write(w, b'through'); print(os.read(fds[0], 10))
buf = bytearray(10); a.send(b'hello'); print(b.recv_into(buf), buf); a.send(b'hello'); print(b.recv_into(buf, 2), buf, b.recv_into(memoryview(buf)[5:]), buf)
a.send(b'hello'); b1 = bytearray(2); b2 = bytearray(5); n, anc, fl, ad = b.recvmsg_into([b1, b2]); print(n, b1, b2, anc)
with tempfile.TemporaryFile() as t:
    t.write(b'q' * 100000); t.seek(0)
    got = []
    def rd():
        n = 0
        while n < 100000: n += len(b.recv(4096))
        got.append(n)
    th = threading.Thread(target=rd); th.start(); print(a.sendfile(t), t.tell()); th.join(); print(got)
socket.setdefaulttimeout(0.05); print(socket.getdefaulttimeout())
s = socket.socket(); print(s.gettimeout(), s.timeout); s.bind(('127.0.0.1', 0)); s.listen()
try: s.accept()
except TimeoutError as e: print(e)
except socket.timeout as e: print('t', e)
socket.setdefaulttimeout(None); s.close()
try: s.settimeout(-1)
except (OSError, ValueError) as e: print(e)
print(socket.getservbyname('http'), socket.getservbyport(443), socket.getprotobyname('tcp'), socket.CMSG_LEN(4), socket.CMSG_SPACE(4), socket.has_dualstack_ipv6())
print(socket.gethostbyname_ex('127.0.0.1'))
d = socket.fromfd(a.fileno(), socket.AF_UNIX, socket.SOCK_STREAM); d.send(b'dd'); print(b.recv(5)); d.close()
with socket.create_server(('127.0.0.1', 0)) as srv:
    def client():
        with socket.create_connection(srv.getsockname(), timeout=1) as c:
            c.sendall(b'GET / HTTP/1.0\r\n\r\n'); print(c.makefile('rb').read())
    th = threading.Thread(target=client); th.start(); c, addr = srv.accept()
    with c, c.makefile('rwb', buffering=0) as fh:
        while fh.readline().strip(): pass
        fh.write(b'HTTP/1.0 200 OK\r\n\r\nbody')
    th.join()
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); u.bind(('127.0.0.1', 0)); v = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); v.bind(('127.0.0.1', 0))
v.sendto(b'dgram', u.getsockname()); n, ad = u.recvfrom_into(buf); print(n, ad == v.getsockname(), buf)
v.sendmsg([b'a', b'b'], [], 0, u.getsockname()); d, an, fl, ad = u.recvmsg(10); print(d, ad == v.getsockname())
print(socket.SO_PEERCRED, socket.MSG_MORE, socket.TCP_INFO, socket.EAI_OVERFLOW, socket.IPPROTO_SCTP, socket.SCM_RIGHTS)
print({socket.AF_INET: 1}[2], socket.AF_INET6 | 0, isinstance(socket.SOCK_STREAM, int), socket.SOCK_STREAM in socket.SocketKind)
