"""Servers and connections at paths as methods of the loop."""

from _asyncio import _extend_loop
from asyncio.unix_events import create_unix_connection, create_unix_server

_extend_loop(create_unix_connection, create_unix_server)
