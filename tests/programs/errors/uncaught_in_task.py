# An exception leaves asyncio.run: exit code 1, finally blocks run first, other tasks are cancelled.
# exit: 1
# Its traceback goes to stderr.
import asyncio


async def background():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("background cancelled")
        raise
    finally:
        print("background finally")


async def fails():
    await asyncio.sleep(0)
    try:
        return {}["missing"]
    finally:
        print("fails finally")


async def main():
    asyncio.create_task(background())
    await asyncio.sleep(0)
    try:
        await fails()
    finally:
        print("main finally")
    print("never printed")


asyncio.run(main())
print("never printed either")
