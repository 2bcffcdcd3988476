# A traceback keeps the frames it went through, and their locals, until the exception is let go of.
import asyncio


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("  del", self.name)


def raising():
    local = Noisy("in frame")
    raise ValueError("x")


def outer():
    local = Noisy("in outer")
    raising()


async def fails():
    local = Noisy("failing local")
    await asyncio.sleep(0)
    raise ValueError("x")


async def cancelled():
    local = Noisy("cancelled local")
    try:
        await asyncio.sleep(10)
    finally:
        print("finally")


async def main():
    try:
        await fails()
    except ValueError:
        print("caught")
    print("--")
    task = asyncio.create_task(cancelled())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("was cancelled")
    del task
    await asyncio.sleep(0)
    print("--")


try:
    outer()
except ValueError:
    print("handling")
print("after the handler")
try:
    outer()
except ValueError as error:
    kept = error
print("kept by the exception")
kept = kept.with_traceback(None)
print("traceback dropped")
asyncio.run(main())
