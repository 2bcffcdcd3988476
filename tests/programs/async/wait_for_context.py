# The TimeoutError of wait_for is raised while the cancellation is handled, and from it.
import asyncio


async def main():
    try:
        await asyncio.wait_for(asyncio.Event().wait(), 0.001)
    except TimeoutError as error:
        print(repr(error.__context__), repr(error.__cause__), error.__context__ is error.__cause__)


asyncio.run(main())
