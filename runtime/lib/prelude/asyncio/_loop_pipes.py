"""Pipes as methods of the loop."""

from _asyncio import _extend_loop
from asyncio.unix_pipes import connect_read_pipe, connect_write_pipe

_extend_loop(connect_read_pipe, connect_write_pipe)
