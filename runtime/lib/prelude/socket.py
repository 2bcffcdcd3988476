"""socket. The type and what asks the operating system are C (_socket); constants are Linux's."""

import os

from builtins import OSError as error, TimeoutError as timeout
from _named_numbers import NamedNumber
from _socket import (
    CMSG_LEN, CMSG_SPACE, extend_socket, gaierror, getaddrinfo, getdefaulttimeout, gethostbyname, gethostname,
    getnameinfo, getprotobyname, getservbyname, getservbyport, herror, inet_ntop, inet_pton, name_numbers,
    setdefaulttimeout, socket, socketpair,
)

class AddressFamily(NamedNumber):
    _names = {0: 'AF_UNSPEC', 1: 'AF_UNIX', 2: 'AF_INET', 10: 'AF_INET6', 16: 'AF_NETLINK', 17: 'AF_PACKET',
              29: 'AF_CAN', 40: 'AF_VSOCK'}


class SocketKind(NamedNumber):
    _names = {1: 'SOCK_STREAM', 2: 'SOCK_DGRAM', 3: 'SOCK_RAW', 4: 'SOCK_RDM', 5: 'SOCK_SEQPACKET',
              0x800: 'SOCK_NONBLOCK', 0x80000: 'SOCK_CLOEXEC'}


name_numbers(AddressFamily, SocketKind)
SocketType = socket
has_ipv6 = True

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = AddressFamily(0), AddressFamily(1), AddressFamily(2), AddressFamily(10)
AF_NETLINK, AF_PACKET, AF_CAN, AF_VSOCK = AddressFamily(16), AddressFamily(17), AddressFamily(29), AddressFamily(40)
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW, SOCK_RDM = SocketKind(1), SocketKind(2), SocketKind(3), SocketKind(4)
SOCK_SEQPACKET, SOCK_NONBLOCK, SOCK_CLOEXEC = SocketKind(5), SocketKind(0x800), SocketKind(0x80000)
SOMAXCONN = 4096

SOL_IP, SOL_SOCKET, SOL_TCP, SOL_UDP = 0, 1, 6, 17

SO_DEBUG, SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_DONTROUTE, SO_BROADCAST, SO_SNDBUF = 1, 2, 3, 4, 5, 6, 7
SO_RCVBUF, SO_KEEPALIVE, SO_OOBINLINE, SO_PRIORITY, SO_LINGER, SO_REUSEPORT = 8, 9, 10, 12, 13, 15
SO_PASSCRED, SO_PEERCRED, SO_RCVLOWAT, SO_SNDLOWAT, SO_RCVTIMEO, SO_SNDTIMEO = 16, 17, 18, 19, 20, 21
SO_BINDTODEVICE, SO_ACCEPTCONN, SO_PEERSEC, SO_PASSSEC, SO_MARK, SO_PROTOCOL = 25, 30, 31, 34, 36, 38
SO_DOMAIN, SO_INCOMING_CPU = 39, 49

IPPROTO_HOPOPTS, IPPROTO_IP, IPPROTO_ICMP, IPPROTO_IGMP, IPPROTO_IPIP, IPPROTO_TCP = 0, 0, 1, 2, 4, 6
IPPROTO_EGP, IPPROTO_PUP, IPPROTO_UDP, IPPROTO_IDP, IPPROTO_TP, IPPROTO_IPV6 = 8, 12, 17, 22, 29, 41
IPPROTO_ROUTING, IPPROTO_FRAGMENT, IPPROTO_RSVP, IPPROTO_GRE, IPPROTO_ESP, IPPROTO_AH = 43, 44, 46, 47, 50, 51
IPPROTO_ICMPV6, IPPROTO_NONE, IPPROTO_DSTOPTS, IPPROTO_PIM, IPPROTO_SCTP = 58, 59, 60, 103, 132
IPPROTO_UDPLITE, IPPROTO_RAW, IPPROTO_MPTCP = 136, 255, 262

IP_DEFAULT_MULTICAST_LOOP, IP_DEFAULT_MULTICAST_TTL, IP_TOS, IP_TTL, IP_HDRINCL, IP_OPTIONS = 1, 1, 1, 2, 3, 4
IP_RECVOPTS, IP_RECVRETOPTS, IP_RETOPTS, IP_RECVTOS, IP_TRANSPARENT, IP_MAX_MEMBERSHIPS = 6, 7, 7, 13, 19, 20
IP_BIND_ADDRESS_NO_PORT, IP_MULTICAST_IF, IP_MULTICAST_TTL, IP_MULTICAST_LOOP = 24, 32, 33, 34
IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP = 35, 36

IPV6_RTHDR_TYPE_0, IPV6_CHECKSUM, IPV6_NEXTHOP, IPV6_UNICAST_HOPS, IPV6_MULTICAST_IF = 0, 7, 9, 16, 17
IPV6_MULTICAST_HOPS, IPV6_MULTICAST_LOOP, IPV6_JOIN_GROUP, IPV6_LEAVE_GROUP, IPV6_V6ONLY = 18, 19, 20, 21, 26
IPV6_RECVPKTINFO, IPV6_PKTINFO, IPV6_RECVHOPLIMIT, IPV6_HOPLIMIT, IPV6_RECVHOPOPTS = 49, 50, 51, 52, 53
IPV6_HOPOPTS, IPV6_RTHDRDSTOPTS, IPV6_RECVRTHDR, IPV6_RTHDR, IPV6_RECVDSTOPTS = 54, 55, 56, 57, 58
IPV6_DSTOPTS, IPV6_RECVPATHMTU, IPV6_PATHMTU, IPV6_DONTFRAG, IPV6_RECVTCLASS = 59, 60, 61, 62, 66
IPV6_TCLASS = 67

TCP_NODELAY, TCP_MAXSEG, TCP_CORK, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_SYNCNT = 1, 2, 3, 4, 5, 6, 7
TCP_LINGER2, TCP_DEFER_ACCEPT, TCP_WINDOW_CLAMP, TCP_INFO, TCP_QUICKACK, TCP_CONGESTION = 8, 9, 10, 11, 12, 13
TCP_USER_TIMEOUT, TCP_FASTOPEN, TCP_NOTSENT_LOWAT = 18, 23, 25

MSG_OOB, MSG_PEEK, MSG_DONTROUTE, MSG_CTRUNC, MSG_TRUNC, MSG_DONTWAIT, MSG_EOR = 1, 2, 4, 8, 32, 64, 128
MSG_WAITALL, MSG_CONFIRM, MSG_ERRQUEUE, MSG_NOSIGNAL, MSG_MORE = 256, 2048, 8192, 16384, 32768
MSG_FASTOPEN, MSG_CMSG_CLOEXEC = 536870912, 1073741824

SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2

AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_V4MAPPED, AI_ALL, AI_ADDRCONFIG = 1, 2, 4, 8, 16, 32
AI_NUMERICSERV = 1024

EAI_OVERFLOW, EAI_SYSTEM, EAI_MEMORY, EAI_ADDRFAMILY, EAI_SERVICE, EAI_SOCKTYPE = -12, -11, -10, -9, -8, -7
EAI_FAMILY, EAI_NODATA, EAI_FAIL, EAI_AGAIN, EAI_NONAME, EAI_BADFLAGS = -6, -5, -4, -3, -2, -1

NI_NUMERICHOST, NI_NUMERICSERV, NI_NOFQDN, NI_NAMEREQD, NI_DGRAM, NI_MAXSERV = 1, 2, 4, 8, 16, 32
NI_MAXHOST = 1025

INADDR_ANY, INADDR_LOOPBACK, INADDR_UNSPEC_GROUP, INADDR_ALLHOSTS_GROUP = 0, 2130706433, 3758096384, 3758096385
INADDR_MAX_LOCAL_GROUP, INADDR_BROADCAST, INADDR_NONE = 3758096639, 4294967295, 4294967295

IPPORT_RESERVED, IPPORT_USERRESERVED = 1024, 5000

SCM_RIGHTS, SCM_CREDENTIALS = 1, 2

_unset = object()


def create_connection(address, timeout=_unset, source_address=None, *, all_errors=False):
    """A connected socket: the first address of the host that accepts one."""
    host, port = address
    errors = []
    for family, kind, proto, _, place in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = socket(family, kind, proto)
        try:
            if timeout is not _unset:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(place)
            return sock
        except OSError as failure:
            sock.close()
            if not all_errors:
                errors.clear()
            errors.append(failure)
    if not errors:
        raise OSError('getaddrinfo returns an empty list')
    if all_errors:
        raise ExceptionGroup('create_connection failed', errors)
    raise errors[0]


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """A listening socket."""
    sock = socket(family, SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        if reuse_port:
            sock.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == AF_INET6:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            sock.bind(address)
        except OSError as failure:
            raise OSError(failure.errno, f'{failure.strerror} (while attempting to bind on address {address!r})') from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except OSError:
        sock.close()
        raise


def getfqdn(name=''):
    name = name.strip()
    if not name or name == '0.0.0.0':
        name = gethostname()
    try:
        found = getaddrinfo(name, None, 0, SOCK_DGRAM, 0, AI_CANONNAME)
    except OSError:
        return name
    return found[0][3] or name


def htons(x, /):
    return (x & 0xff) << 8 | (x >> 8) & 0xff


def htonl(x, /):
    return int.from_bytes(x.to_bytes(4, 'big'), 'little')


def ntohs(x, /):
    return htons(x)


def ntohl(x, /):
    return htonl(x)


def inet_aton(ip_addr, /):
    try:
        return inet_pton(AF_INET, ip_addr)
    except OSError:
        raise OSError('illegal IP address string passed to inet_aton') from None


def inet_ntoa(packed_ip, /):
    if len(packed_ip) != 4:
        raise OSError('packed IP wrong length')
    return inet_ntop(AF_INET, packed_ip)


def has_dualstack_ipv6():
    try:
        with socket(AF_INET6, SOCK_STREAM) as sock:
            sock.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except OSError:
        return False


def gethostbyname_ex(hostname, /):
    """(name, aliases, addresses) of IPv4."""
    name, addresses = hostname, []
    for family, kind, proto, canonical, place in getaddrinfo(hostname, None, AF_INET, SOCK_STREAM, 0, AI_CANONNAME):
        name = canonical or name
        addresses.append(place[0])
    return name, [], addresses


def gethostbyaddr(ip_address, /):
    family, kind, proto, canonical, place = getaddrinfo(ip_address, None, 0, SOCK_STREAM)[0]
    return getnameinfo(place, NI_NAMEREQD)[0], [], [place[0]]


# ---- sockets as files, and files over sockets

class _Both:
    """A file that reads and writes: sockets have no position that the two would share."""

    def __init__(self, reader, writer):
        self._reader, self._writer = reader, writer
        for name in ('read', 'readline', 'readlines', 'readable'):
            setattr(self, name, getattr(reader, name))
        for name in ('write', 'writelines', 'flush', 'writable'):
            setattr(self, name, getattr(writer, name))

    def __iter__(self):
        return iter(self._reader)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def fileno(self):
        return self._reader.fileno()

    @property
    def closed(self):
        return self._writer.closed

    def close(self):
        try:
            self._writer.close()
        finally:
            self._reader.close()


def _limit_by_system(sock, timeout):
    """Files know no timeouts: the descriptor blocks, as long as the system itself lets it."""
    whole = int(timeout)
    limit = whole.to_bytes(8, 'little') + int((timeout - whole) * 1e6).to_bytes(8, 'little')
    os.set_blocking(sock.fileno(), True)
    sock.setsockopt(SOL_SOCKET, SO_RCVTIMEO, limit)
    sock.setsockopt(SOL_SOCKET, SO_SNDTIMEO, limit)


def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
    """A file of the connection, which stays open until both are closed."""
    if not set(mode) <= {'r', 'w', 'b'}:
        raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
    if buffering is None:
        buffering = -1
    if buffering == 0 and 'b' not in mode:
        raise ValueError('unbuffered streams must be binary')
    binary = 'b' if 'b' in mode else ''
    if self.gettimeout():
        _limit_by_system(self, self.gettimeout())

    def opened(way):
        return open(os.dup(self.fileno()), way + binary, buffering, encoding, errors, newline)

    if 'w' not in mode:
        return opened('r')
    if 'r' not in mode:
        return opened('w')
    return _Both(opened('r'), opened('w'))


def sendfile(self, file, offset=0, count=None):
    """How many bytes of the file were sent; it stands behind them afterwards."""
    if 'b' not in getattr(file, 'mode', 'b'):
        raise ValueError('file should be opened in binary mode')
    if not self.type & SOCK_STREAM:
        raise ValueError('only SOCK_STREAM type sockets are supported')
    if count is not None:
        if not isinstance(count, int):
            raise TypeError(f'count must be a positive integer (got {count!r})')
        if count <= 0:
            raise ValueError(f'count must be a positive integer (got {count!r})')
    if self.gettimeout() == 0:
        raise ValueError('non-blocking sockets are not supported')
    if offset:
        file.seek(offset)
    total = 0
    try:
        while count is None or total < count:
            block = file.read(8192 if count is None else min(count - total, 8192))
            if not block:
                break
            self.sendall(block)
            total += len(block)
        return total
    finally:
        if total > 0 and hasattr(file, 'seek'):
            file.seek(offset + total)


extend_socket(makefile, sendfile)


# ---- descriptors

def close(fd, /):
    os.close(fd)


def dup(fd, /):
    return os.dup(fd)


def fromfd(fd, family, type, proto=0):
    return socket(family, type, proto, fileno=os.dup(fd))


def send_fds(sock, buffers, fds, flags=0, address=None):
    packed = b''.join([fd.to_bytes(4, 'little', signed=True) for fd in fds])
    return sock.sendmsg(buffers, [(SOL_SOCKET, SCM_RIGHTS, packed)])


def recv_fds(sock, bufsize, maxfds, flags=0):
    data, ancillary, flags, address = sock.recvmsg(bufsize, CMSG_LEN(maxfds * 4))
    fds = []
    for level, kind, packed in ancillary:
        if level == SOL_SOCKET and kind == SCM_RIGHTS:
            for start in range(0, len(packed) - len(packed) % 4, 4):
                fds.append(int.from_bytes(packed[start:start + 4], 'little', signed=True))
    return data, fds, flags, address
