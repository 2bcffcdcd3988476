# "coroutine ... was never awaited": reported on stderr, once an object; the program goes on.
# stderr: compare
import asyncio


async def forgotten(n):
    print("never", n)


async def awaited():
    return 1


async def main():
    forgotten(1)
    print("one")
    await awaited()
    c = forgotten(2)
    c.close()
    print("closed ones are not reported")


asyncio.run(main())
print("end")
