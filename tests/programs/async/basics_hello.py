# The first async program of every tutorial: hello, sleep, world; then a few of them together.
import asyncio


async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)


async def hello():
    print("Hello ...")
    await asyncio.sleep(0.01)
    print("... World!")


async def count():
    print("One")
    await asyncio.sleep(0.01)
    print("Two")


async def nested():
    return 42


async def factorial(name, number):
    f = 1
    for i in range(2, number + 1):
        print(f"Task {name}: Compute factorial({number}), currently i={i}...")
        await asyncio.sleep(0.02)
        f *= i
    print(f"Task {name}: factorial({number}) = {f}")
    return f


async def main():
    await hello()
    await say_after(0.01, "hello")
    await say_after(0.01, "world")
    task1 = asyncio.create_task(say_after(0.02, "second"))
    task2 = asyncio.create_task(say_after(0.01, "first"))
    print("started")
    await task1
    await task2
    print("finished")
    await asyncio.gather(count(), count(), count())
    print(await nested())
    task = asyncio.create_task(nested())
    print(await task)
    results = await asyncio.gather(factorial("A", 2), factorial("B", 3), factorial("C", 4))
    print(results)


asyncio.run(main())
