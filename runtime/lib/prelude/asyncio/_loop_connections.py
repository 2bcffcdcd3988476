"""Servers and connections as methods of the loop."""

from _asyncio import _extend_loop
from asyncio.base_events import connect_accepted_socket, create_connection, create_server

_extend_loop(connect_accepted_socket, create_connection, create_server)
