# Reading in a thread lets the loop go on.
import asyncio
import os
import sys
import threading


async def main():
    reading, writing = os.pipe()
    source = os.fdopen(reading)
    lines = []

    def read():
        for line in source:
            lines.append(line.strip())

    job = asyncio.create_task(asyncio.to_thread(read))
    for i in range(3):
        await asyncio.sleep(0.001)
        os.write(writing, f"line {i}\n".encode())
        print("tick", i)
    os.close(writing)
    await job
    source.close()
    print(lines)


asyncio.run(main())
