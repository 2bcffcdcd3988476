# Ctrl-C: KeyboardInterrupt where the program is; asyncio.run cancels its main task first.
import asyncio
import os
import signal
import time


def interrupt():
    os.kill(os.getpid(), signal.SIGINT)


def work():
    try:
        interrupt()
        time.sleep(10)
    finally:
        print("finally")


try:
    work()
except KeyboardInterrupt as error:
    print("interrupted", error.args)


async def main(how):
    loop = asyncio.get_running_loop()
    loop.call_later(0.001, interrupt)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled", error.args, asyncio.current_task().cancelling())
        if how == "swallow":
            asyncio.current_task().uncancel()
            return "went on"
        raise
    finally:
        await asyncio.sleep(0)
        print("cleaned up")


for how in ("swallow", "raise"):
    try:
        print(asyncio.run(main(how)))
    except KeyboardInterrupt as error:
        print("KeyboardInterrupt", error.args, repr(error.__context__))


async def twice():
    loop = asyncio.get_running_loop()
    loop.call_later(0.001, interrupt)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("first")
        loop.call_later(0.001, interrupt)
        try:
            await asyncio.sleep(10)
        finally:
            print("second")


try:
    asyncio.run(twice())
except KeyboardInterrupt:
    print("out")
loop = asyncio.new_event_loop()
loop.call_later(0.001, interrupt)
try:
    loop.run_forever()
except KeyboardInterrupt:
    print("the loop was left", loop.is_running())
loop.close()
print("end")
