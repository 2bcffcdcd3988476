"""TLS for connections and servers, and start_tls as a method of the loop, in programs that mention it."""

import ssl

from _asyncio import _extend_loop
from asyncio.sslproto import _make_ssl_transport, start_tls

_extend_loop(_make_ssl_transport, start_tls)
