"""asyncio.tasks: the names by which programs know it; what they mean is in _asyncio and waiting."""

from _asyncio import Task, all_tasks, create_task, current_task, ensure_future, gather, sleep, wait_for
from asyncio.threadsafe import run_coroutine_threadsafe
from asyncio.waiting import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, as_completed, shield, wait
