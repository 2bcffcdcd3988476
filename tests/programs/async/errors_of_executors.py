# Errors of concurrent.futures are asyncio's in the loop; objects that are coroutines to asyncio; subclasses of Future
# without a current loop; methods of the loop where the program makes names.
import asyncio
import concurrent.futures


def cancelled():
    raise concurrent.futures.CancelledError("inside", 1)


class Coroutine:
    """What collections.abc.Coroutine asks for."""

    def __init__(self, turns):
        self.turns = turns

    def send(self, value):
        if self.turns == 0:
            raise StopIteration("over")
        self.turns -= 1

    def throw(self, kind, value=None, traceback=None):
        raise value or kind

    def close(self):
        pass

    def __next__(self):
        return self.send(None)

    def __iter__(self):
        return self

    def __await__(self):
        return self


class Named(asyncio.Future):
    def __init__(self, *args, **keywords):
        super().__init__(*args, **keywords)
        setattr(self, "name", "named")


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor() as pool:
        for executor in (None, pool):
            try:
                await loop.run_in_executor(executor, cancelled)
            except asyncio.CancelledError as error:
                print("cancelled", error.args)
    print(asyncio.iscoroutine(Coroutine(1)), await asyncio.create_task(Coroutine(2)), await asyncio.gather(Coroutine(0)))
    print(asyncio.iscoroutine(asyncio.Future()), asyncio.iscoroutine(main), asyncio.iscoroutine(iter([])))
    print(callable(loop.sock_accept), callable(loop.sock_sendto))


asyncio.run(main())
print(asyncio.run(Coroutine(1)))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(None)
named = Named(loop=loop)
print(named.name, named.get_loop() is loop)
named._cancel_message = "why"
print(named._cancel_message)
loop.close()
