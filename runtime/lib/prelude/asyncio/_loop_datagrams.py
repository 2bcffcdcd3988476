"""Endpoints of datagrams as methods of the loop."""

from _asyncio import _extend_loop
from asyncio.datagrams import create_datagram_endpoint

_extend_loop(create_datagram_endpoint)
