# Futures and tasks that failed and end as garbage in cycles are reported whole.
# stderr: compare
import asyncio
import gc


class Knot:
    def __init__(self, held):
        self.held, self.own = held, self


async def bad():
    raise ValueError("bad")


async def main():
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError("plain"))
    Knot(future)
    del future
    gc.collect()
    task = asyncio.create_task(bad(), name="T")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    Knot(task)
    del task
    gc.collect()
    both = asyncio.gather(bad(), bad())
    Knot(both)
    for _ in range(3):
        await asyncio.sleep(0)
    del both
    gc.collect()
    print("end")


asyncio.run(main())
