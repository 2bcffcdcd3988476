# async with: enter and exit that pause, suppression, several managers, cancellation inside, errors.
import asyncio


class Resource:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail

    async def __aenter__(self):
        print("opening", self.name)
        await asyncio.sleep(0)
        if self.fail == "enter":
            raise RuntimeError("enter failed")
        print("open", self.name)
        return self

    async def __aexit__(self, kind, value, traceback):
        print("closing", self.name, kind.__name__ if kind else None, value)
        await asyncio.sleep(0)
        if self.fail == "exit":
            raise RuntimeError("exit failed")
        print("closed", self.name)
        return self.suppress


async def returns():
    async with Resource("ret") as r:
        return r.name


async def loops():
    for i in range(3):
        async with Resource(f"loop{i}"):
            if i == 0:
                continue
            if i == 1:
                break


async def waits():
    async with Resource("held"):
        await asyncio.sleep(10)


async def worker(name):
    async with Resource(name):
        print("in", name)
        await asyncio.sleep(0)
        print("still in", name)


class Sync:
    def __enter__(self):
        print("sync enter")

    def __exit__(self, *info):
        print("sync exit")


async def main():
    async with Resource("a") as a:
        print("body", a.name)
    async with Resource("x") as x, Resource("y") as y:
        print("both", x.name, y.name)
    async with (
        Resource("p") as p,
        Resource("q"),
    ):
        print("parenthesised", p.name)

    async with Resource("s", suppress=True):
        raise ValueError("suppressed")
    try:
        async with Resource("t"):
            raise ValueError("passes")
    except ValueError as error:
        print("caught", error)
    try:
        async with Resource("outer"), Resource("inner", fail="enter"):
            print("never")
    except RuntimeError as error:
        print("caught", error)
    try:
        async with Resource("e", fail="exit"):
            raise KeyError("first")
    except RuntimeError as error:
        print("caught", error, "after", repr(error.__context__))

    print(await returns())
    await loops()
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    await asyncio.gather(worker("w1"), worker("w2"))

    async with Resource("mixed"):
        with Sync():
            await asyncio.sleep(0)
    for wrong in (Sync(), 5):
        try:
            async with wrong:
                pass
        except TypeError as error:
            print(error)
    try:
        with Resource("not sync"):
            pass
    except TypeError as error:
        print(error)


asyncio.run(main())
