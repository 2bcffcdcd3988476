# Debug mode: what the loop refuses.
import asyncio, time, threading
async def slow(): time.sleep(0.06)
def cb(): time.sleep(0.06)
async def main():
    loop=asyncio.get_running_loop()
    loop.slow_callback_duration = 0.05
    print(loop.get_debug())
    t=asyncio.create_task(slow(), name='slow'); await t
    loop.call_soon(cb); await asyncio.sleep(0)
    for bad in (lambda: loop.call_soon(slow), lambda: loop.call_soon(3), lambda: loop.call_later(1, slow), lambda: loop.call_at(1, None), lambda: loop.call_soon_threadsafe(4)):
        try: bad()
        except TypeError as e: print(str(e).split(' at 0x')[0])
    def other():
        try: loop.call_soon(print)
        except RuntimeError as e: print(e)
    await asyncio.to_thread(other)
asyncio.run(main(), debug=True)
