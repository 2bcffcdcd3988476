# How handles, their arguments and the results of futures read: partials, decorated functions, long values.
import asyncio
import collections
import functools
import re


class C:
    def m(self, *args, **keywords):
        pass

    def __call__(self):
        pass

    def __repr__(self):
        return "<C>"


def f(*args, **keywords):
    pass


@functools.wraps(f)
def decorated(*args):
    pass


def show(x):
    print(re.sub(r"0x[0-9a-f]+", "0x", re.sub(r"/[^ ]*/", "", repr(x))))


CALLABLES = [
    f, C().m, C(), print, len, lambda: 0, "abc".upper, decorated, functools.partial(f, 1, x=2),
    functools.partial(functools.partial(f, 3), 1), functools.partial(C().m, list(range(10))),
    functools.partial(print, sep="-" * 40),
]
ARGUMENTS = [
    ({1, 2, 3},), (set(range(20)),), ({"a": {"b": {"c": [1, 2, 3]}}},), ([1] * 50,), ("x" * 200,), ("y" * 28,), ("y" * 29,),
    (frozenset([1]),), (set(), frozenset(), (), [], {}, collections.deque()), (tuple(range(20)),), (b"y" * 300,),
    ({i: i for i in range(9, 0, -1)},), ({"verylongkey" * 10: 1},), (10**60, 1.5, None, -(10**39)), (range(3), [[[[[[[[1]]]]]]]]),
    ({frozenset({1}): 2},), (collections.deque(range(9)),), ({"b": 1, 2: 3},), ([{(1,): {"k": {1: {2: {3: {4: 5}}}}}}],),
]


async def main():
    loop = asyncio.get_running_loop()
    for callable in CALLABLES:
        handle = loop.call_soon(callable)
        show(handle)
        handle.cancel()
        show(handle)
    for args in ARGUMENTS:
        handle = loop.call_soon(f, *args)
        show(handle)
        handle.cancel()
        future = loop.create_future()
        future.set_result(args[0])
        show(future)
    future = loop.create_future()
    future.add_done_callback(functools.partial(f, 1))
    show(future)
    future.add_done_callback(decorated)
    show(future)
    print(future._loop is loop, future._result, future._exception, future._log_traceback, future._state)
    task = asyncio.create_task(asyncio.sleep(0), name="t")
    print(task._must_cancel, task._fut_waiter, task._log_destroy_pending)
    task.cancel()
    print(task._must_cancel, type(task._coro).__name__)
    await asyncio.wait([task])


async def all_and_oneself():
    return asyncio.all_tasks()


async def within_itself():
    print((await asyncio.wait_for(all_and_oneself(), 5)).__class__, "..." in repr(await asyncio.create_task(all_and_oneself())))


asyncio.run(main())
asyncio.run(within_itself())
