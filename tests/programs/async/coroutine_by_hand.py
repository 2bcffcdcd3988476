# Driving a coroutine without a loop: send, throw, close, StopIteration, custom awaitables.
import asyncio


class Pause:
    def __init__(self, tag):
        self.tag = tag

    def __await__(self):
        got = yield self.tag
        return got


async def plain(x):
    return x + 1


async def talker(name):
    print("start", name)
    a = await Pause("first")
    print("got", a)
    b = await Pause("second")
    print("got", b)
    return [a, b]


async def outer():
    print("outer")
    inner = await talker("inner")
    extra = await Pause("third")
    return inner + [extra]


def drive(coro, *values):
    """Sends None, then each value; returns what was yielded, and the result."""
    yielded = []
    try:
        yielded.append(coro.send(None))
        for value in values:
            yielded.append(coro.send(value))
    except StopIteration as stop:
        return yielded, stop.value
    return yielded, "not finished"


print(drive(plain(1)))
print(drive(talker("t"), "A", "B"))
print(drive(outer(), 1, 2, 3))
unfinished = outer()
print(drive(unfinished, 1))
unfinished.close()
unfinished.close()

coro = talker("early")
try:
    coro.send("value")
except TypeError as error:
    print(error)
coro.close()
try:
    coro.send(None)
except RuntimeError as error:
    print(error)


async def guarded():
    while True:
        try:
            await Pause("work")
        except ValueError as error:
            print("handled", error)
        except GeneratorExit:
            print("closing")
            raise
        finally:
            print("finally")


coro = guarded()
print(coro.send(None))
print(coro.throw(ValueError("thrown")))
coro.close()
coro = guarded()
coro.send(None)
try:
    coro.throw(KeyError("out"))
except KeyError as error:
    print("KeyError", error)

coro = plain(1)
try:
    coro.throw(ValueError("before start"))
except ValueError as error:
    print(error)


class Scheduler:
    """A round-robin scheduler in twelve lines."""

    def __init__(self):
        self.ready = []
        self.results = {}

    def spawn(self, name, coro):
        self.ready.append((name, coro))

    def run(self):
        while self.ready:
            name, coro = self.ready.pop(0)
            try:
                print(name, "yields", coro.send(None))
                self.ready.append((name, coro))
            except StopIteration as stop:
                self.results[name] = stop.value
        return self.results


async def counter(n):
    for i in range(n):
        await Pause(i)
    return n * 10


s = Scheduler()
for i, name in enumerate("abc"):
    s.spawn(name, counter(i + 1))
print(s.run())


async def bad():
    await Pause("x")
    raise StopIteration("escapes")


coro = bad()
coro.send(None)
try:
    coro.send(None)
except RuntimeError as error:
    print(error)


class NotIterator:
    def __await__(self):
        return 5


async def awaits(thing):
    return await thing


for thing in (NotIterator(), 7):
    try:
        awaits(thing).send(None)
    except TypeError as error:
        print(error)


async def yields_to_loop():
    try:
        await Pause("not a future")
    except RuntimeError as error:
        return f"RuntimeError: {error}"


print(asyncio.run(yields_to_loop()))
