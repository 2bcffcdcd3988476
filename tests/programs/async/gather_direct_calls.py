# Calls of coroutine functions that nobody but gather() gets.
import asyncio


async def work(x, turns=1):
    for _ in range(turns):
        await asyncio.sleep(0)
    if x < 0:
        raise ValueError(x)
    print('worked', x, asyncio.current_task().get_name())
    return x * 2


def argument(x):
    print('argument', x)
    if x == 13:
        raise KeyError(x)
    return x


async def names():
    print(await asyncio.gather(work(argument(1)), work(argument(2), 3), work(argument(3))))
    print(await asyncio.gather(*[work(argument(x)) for x in range(4) if x != 2]))
    print(await asyncio.gather(*[work(x) for x in (4, -5, 6)], return_exceptions=True))
    print(await asyncio.gather(work(7), asyncio.sleep(0, 8), work(9, 2), *[work(x) for x in (10,)]))
    print(await asyncio.gather(*[work(x) for x in ()]))


async def failing():
    for make in (
        lambda: asyncio.gather(work(1), work(argument(13))),
        lambda: asyncio.gather(*[work(argument(x)) for x in (2, 13)]),
        lambda: asyncio.gather(work(3), 5),
    ):
        try:
            await make()
        except (KeyError, TypeError) as error:
            print(type(error).__name__, error)
    try:
        await asyncio.gather(work(1, 5), work(-2), work(3))
    except ValueError as error:
        print('raised', error)
    await asyncio.sleep(0.01)


async def cancelled():
    gathering = asyncio.gather(*[work(x, 50) for x in range(3)])
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()), sorted(task.get_name() for task in asyncio.all_tasks()))
    gathering.cancel()
    try:
        await gathering
    except asyncio.CancelledError as error:
        print('cancelled', error.args, gathering.cancelled())




def factory(loop, coro, context=None):
    print('factory', coro.__name__)
    return asyncio.Task(coro, loop=loop)


async def by_factory():
    asyncio.get_running_loop().set_task_factory(factory)
    print(await asyncio.gather(work(1), *[work(x) for x in (2, 3)]))
    asyncio.get_running_loop().set_task_factory(None)


async def in_class_of_calls():
    async def inner(y):
        return y + shared

    shared = 100
    print(await asyncio.gather(*[inner(y) for y in range(3)]), await asyncio.gather(inner(1)))


for main in names, failing, cancelled, by_factory, in_class_of_calls:
    print(main.__name__)
    asyncio.run(main())

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
gathering = asyncio.gather(work(20), work(21))
print(loop.run_until_complete(gathering))
loop.close()
