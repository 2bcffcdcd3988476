"""What plain sockets do as methods of the loop."""

from _asyncio import _extend_loop
from asyncio.sockets import (
    sock_accept, sock_connect, sock_recv, sock_recv_into, sock_recvfrom, sock_recvfrom_into, sock_sendall,
    sock_sendto,
)

_extend_loop(sock_accept, sock_connect, sock_recv, sock_recv_into, sock_recvfrom, sock_recvfrom_into, sock_sendall,
             sock_sendto)
