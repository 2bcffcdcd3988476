"""asyncio.run_coroutine_threadsafe: a coroutine for a loop that another thread runs."""

import _asyncio
from concurrent.futures import Future


def run_coroutine_threadsafe(coro, loop):
    if not _asyncio.iscoroutine(coro):
        raise TypeError('A coroutine object is required')
    future = Future()

    def start():
        try:
            _chain(_asyncio.ensure_future(coro, loop=loop), future, loop)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            if future.set_running_or_notify_cancel():
                future.set_exception(error)
            raise

    loop.call_soon_threadsafe(start)
    return future


def _chain(task, future, loop):
    """The task's end becomes the future's; cancelling the future cancels the task."""

    def check_cancelled(future):
        if future.cancelled() and not loop.is_closed():
            loop.call_soon_threadsafe(task.cancel)

    def copy_state(task):
        if task.cancelled():
            future.cancel()
        if not future.set_running_or_notify_cancel():
            return
        error = task.exception()
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(task.result())

    future.add_done_callback(check_cancelled)
    task.add_done_callback(copy_state)
