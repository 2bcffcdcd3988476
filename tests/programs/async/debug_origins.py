# In debug mode, reprs, reports and warnings tell where futures, handles and coroutines were made. (What stands in
# asyncio's own files is left out: it is not the same for both.)
import asyncio
import logging
import re
import sys
import time


class OwnLines(logging.Formatter):
    def format(self, record):
        lines = super().format(record).split("\n")
        kept, own = [], True
        for line in lines:
            if line.startswith("  File"):
                own = "debug_origins" in line
            elif not line.startswith("    "):
                own = True
            if own:
                kept.append(re.sub(r" (running|defined|created)? ?at \S*asyncio\S*| cb=\[.*?\](?= created|>)", "", line))
        return re.sub(r"/\S*/|0\.\d\d+", "", "\n".join(kept))


handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(OwnLines("%(levelname)s %(message)s"))
logging.getLogger().addHandler(handler)


def show(x):
    print(re.sub(r"/\S*/|when=\S+|0x\w+", "", repr(x)))


async def bad():
    raise ValueError("bad")


def call():
    return 1 / 0


async def running():
    await asyncio.sleep(0)
    text = repr(asyncio.current_task())
    print(text[text.index("running"):].split("/")[-1].split(">")[0])


async def main():
    loop = asyncio.get_running_loop()
    loop.slow_callback_duration = 0.02
    loop.call_soon(call)
    await asyncio.sleep(0)
    handle = loop.call_later(10, print, 1, [2])
    show(handle)
    handle.cancel()
    show(handle)
    loop.call_soon(time.sleep, 0.03)
    await asyncio.sleep(0.01)
    future = asyncio.Future()
    show(future)
    print([(path.rpartition("/")[2], line, name) for path, line, name, *_ in future._source_traceback if "asyncio" not in path])
    future.set_exception(ValueError("unseen"))
    del future
    coro = bad()
    print([(path.rpartition("/")[2], line, name) for path, line, name in coro.cr_origin if "asyncio" not in path])
    coro.close()
    await loop.create_task(running())
    loop.set_debug(False)
    coro = bad()
    print(coro.cr_origin is None, loop.create_future()._source_traceback)
    coro.close()


asyncio.run(main(), debug=True)
