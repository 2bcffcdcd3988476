"""asyncio.to_thread."""

import contextvars

import _asyncio


async def to_thread(func, /, *args, **kwargs):
    context = contextvars.copy_context()

    def call():
        return context.run(func, *args, **kwargs)

    return await _asyncio.get_running_loop().run_in_executor(None, call)
