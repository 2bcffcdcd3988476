"""Sending files as methods of the loop."""

from _asyncio import _extend_loop
from asyncio.sendfile import sendfile, sock_sendfile

_extend_loop(sendfile, sock_sendfile)
