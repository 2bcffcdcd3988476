"""Watched descriptors as methods of the loop."""

from _asyncio import _extend_loop
from asyncio.sockets import add_reader, add_writer, remove_reader, remove_writer

_extend_loop(add_reader, add_writer, remove_reader, remove_writer)
