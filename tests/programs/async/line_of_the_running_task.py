"""The line where a task is: of the one that runs, too."""
import asyncio
async def child(n):
    print(asyncio.current_task())
    await asyncio.sleep(0)
    t = asyncio.current_task()
    print(n, t)
    return n
async def main():
    a = asyncio.create_task(child(1))
    b = asyncio.create_task(child(2), name='two')
    print(a)
    await asyncio.sleep(0)
    print(a, b)
    await a
    await b
    print(a)
asyncio.run(main())
