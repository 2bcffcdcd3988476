# Tasks: coroutines that run in the background while you do something else.
"""`await f()` runs f now and waits for it. `create_task(f())` puts f on the
event loop and goes on at once: it starts at your next pause, and you may ask
for its result later.
"""
import asyncio


async def download(name, parts):
    received = 0
    for part in range(1, parts + 1):
        await asyncio.sleep(0.03)
        received += 100
        print(f"  {name}: part {part} of {parts}")
    return received


async def main():
    print("start two downloads in the background")
    film = asyncio.create_task(download("film", 3), name="film task")
    await asyncio.sleep(0.015)             # they will take turns, half a step apart
    song = asyncio.create_task(download("song", 2), name="song task")
    print("we go on at once; done?", film.done(), song.done())

    # The song is shorter. Waiting for it lets the film go on as well.
    print("song gave", await song, "bytes; is the film done?", film.done())
    print("film gave", await film, "bytes")

    # A finished task keeps its result, for whoever asks, as often as they ask.
    print("ask again:", film.result(), await film)
    print("their names:", film.get_name(), "and", song.get_name())

    print("a callback runs when the task is over:")
    podcast = asyncio.create_task(download("podcast", 1))
    podcast.add_done_callback(lambda task: print("  callback: it was", task.result(), "bytes"))
    await podcast

    print("a task that nobody waits for ends with the program:")
    asyncio.create_task(download("forgotten", 1000))
    await asyncio.sleep(0.045)
    print("main ends")


asyncio.run(main())
