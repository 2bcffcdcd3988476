"""asyncio.events: the names by which programs know it; what they mean is in _asyncio and policies."""

from _asyncio import (
    AbstractEventLoop, Handle, TimerHandle, _get_running_loop, _set_running_loop, get_event_loop, get_running_loop,
    new_event_loop, set_event_loop,
)
from asyncio.servers import AbstractServer
from asyncio.policies import (
    AbstractEventLoopPolicy, get_child_watcher, get_event_loop_policy, set_child_watcher, set_event_loop_policy,
)
