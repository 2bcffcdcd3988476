# What the program names of asyncio beside C functions stands in one submodule.
import asyncio


async def main():
    async with asyncio.timeout(5):
        print("in time")
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(1)
    except TimeoutError:
        print("too late")


asyncio.run(main())
