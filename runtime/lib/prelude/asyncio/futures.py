"""asyncio.futures: the names by which programs know it; what they mean is in _asyncio."""

from _asyncio import CancelledError, Future, InvalidStateError, isfuture, wrap_future
