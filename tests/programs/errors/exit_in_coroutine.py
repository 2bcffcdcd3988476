# SystemExit raised inside a task and a coroutine passes through asyncio.run.
# exit: 4
import asyncio
import sys


async def quits(code):
    try:
        await asyncio.sleep(0)
        sys.exit(code)
    finally:
        print("quits finally")


async def other():
    try:
        await asyncio.sleep(10)
    finally:
        print("other finally")


async def main():
    asyncio.create_task(other())
    await asyncio.sleep(0)
    try:
        await quits(9)
    except SystemExit as error:
        print("caught", error.code)
    try:
        await quits(4)
    finally:
        print("main finally")


asyncio.run(main())
print("never printed")
