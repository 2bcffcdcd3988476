"""asyncio.coroutines: the names by which programs know it; what they mean is in _asyncio."""

from _asyncio import iscoroutine, iscoroutinefunction
