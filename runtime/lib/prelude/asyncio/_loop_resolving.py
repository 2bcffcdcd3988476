"""Names of hosts as methods of the loop."""

from _asyncio import _extend_loop
from asyncio.sockets import getaddrinfo, getnameinfo

_extend_loop(getaddrinfo, getnameinfo)
