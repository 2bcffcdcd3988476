"""socket. The type and what asks the operating system are C (_socket); constants are Linux's."""

from builtins import OSError as error, TimeoutError as timeout

from _socket import (
    gaierror, getaddrinfo, gethostbyname, gethostname, getnameinfo, herror, inet_ntop, inet_pton, socket,
    socketpair,
)

SocketType = socket
has_ipv6 = True

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
SOCK_NONBLOCK, SOCK_CLOEXEC = 0x800, 0x80000

SOL_SOCKET = 1
SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST = 2, 3, 4, 6
SO_SNDBUF, SO_RCVBUF, SO_KEEPALIVE, SO_OOBINLINE, SO_LINGER = 7, 8, 9, 10, 13
SO_REUSEPORT, SO_RCVTIMEO, SO_SNDTIMEO, SO_ACCEPTCONN, SO_PROTOCOL = 15, 20, 21, 30, 38
SOMAXCONN = 4096

IPPROTO_IP, IPPROTO_ICMP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 1, 6, 17, 41
IP_TOS, IP_TTL, IP_MULTICAST_IF, IP_MULTICAST_TTL, IP_MULTICAST_LOOP = 1, 2, 32, 33, 34
IP_ADD_MEMBERSHIP, IP_DROP_MEMBERSHIP = 35, 36
IPV6_V6ONLY = 26
TCP_NODELAY, TCP_MAXSEG, TCP_CORK, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT = 1, 2, 3, 4, 5, 6
TCP_QUICKACK, TCP_USER_TIMEOUT, TCP_FASTOPEN = 12, 18, 23

SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
MSG_OOB, MSG_PEEK, MSG_TRUNC, MSG_DONTWAIT, MSG_WAITALL, MSG_NOSIGNAL = 1, 2, 0x20, 0x40, 0x100, 0x4000
INADDR_ANY, INADDR_LOOPBACK, INADDR_BROADCAST, INADDR_NONE = 0, 0x7f000001, 0xffffffff, 0xffffffff

AI_PASSIVE, AI_CANONNAME, AI_NUMERICHOST, AI_V4MAPPED, AI_ALL = 1, 2, 4, 8, 16
AI_ADDRCONFIG, AI_NUMERICSERV = 0x20, 0x400
EAI_BADFLAGS, EAI_NONAME, EAI_AGAIN, EAI_FAIL, EAI_NODATA, EAI_FAMILY = -1, -2, -3, -4, -5, -6
EAI_SOCKTYPE, EAI_SERVICE, EAI_MEMORY, EAI_SYSTEM = -7, -8, -10, -11
NI_NUMERICHOST, NI_NUMERICSERV, NI_NOFQDN, NI_NAMEREQD, NI_DGRAM = 1, 2, 4, 8, 16

_default_timeout = None


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = timeout


def create_connection(address, timeout=None, source_address=None, *, all_errors=False):
    """A connected socket: the first address of the host that accepts one."""
    host, port = address
    errors = []
    for family, kind, proto, _, place in getaddrinfo(host, port, 0, SOCK_STREAM):
        sock = socket(family, kind, proto)
        try:
            if timeout is not None:
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
