# Loops that call nothing give way to other threads, and to the loop of asyncio.
import asyncio
import threading
import time

turns = 0
done = False


def finish():
    """Ends the loop once it has seen the loop turn."""
    global done
    while not turns:
        time.sleep(0.001)
    done = True


thread = threading.Thread(target=finish)
thread.start()
while not done:
    turns += 1
print("seen", turns > 0)
thread.join()

stop = [False]


def spin():
    n = 0
    while not stop[0]:
        n += 1
    return n > 0


async def main():
    busy = asyncio.get_running_loop().run_in_executor(None, spin)
    for i in range(3):
        await asyncio.sleep(0.001)
        print("tick", i)
    stop[0] = True
    print(await busy)


asyncio.run(main())
