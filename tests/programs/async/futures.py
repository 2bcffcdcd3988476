# Futures by hand: results, exceptions, cancellation, states, InvalidStateError texts, callbacks.
import asyncio


async def waiter(name, future):
    try:
        print(name, "got", await future)
    except ValueError as error:
        print(name, "ValueError", error)
    except asyncio.CancelledError:
        print(name, "cancelled")


def attempt(label, action):
    try:
        print(label, "->", action())
    except asyncio.InvalidStateError as error:
        print(label, "InvalidStateError:", error)
    except (TypeError, ValueError) as error:
        print(label, type(error).__name__ + ":", error)
    except asyncio.CancelledError as error:
        print(label, "CancelledError:", error.args)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    print(future.done(), future.cancelled())
    attempt("result", future.result)
    attempt("exception", future.exception)
    tasks = [asyncio.create_task(waiter(f"w{i}", future)) for i in range(3)]
    await asyncio.sleep(0)
    future.set_result({"k": 1})
    print("set, nobody woke yet", future.done(), future.result())
    await asyncio.gather(*tasks)
    attempt("set again", lambda: future.set_result(2))
    attempt("set exception", lambda: future.set_exception(ValueError("x")))
    attempt("cancel", future.cancel)
    print(await future, await future, future.exception())

    failed = loop.create_future()
    tasks = [asyncio.create_task(waiter(f"f{i}", failed)) for i in range(2)]
    await asyncio.sleep(0)
    failed.set_exception(ValueError("bad news"))
    await asyncio.gather(*tasks)
    print(repr(failed.exception()))
    attempt("result", failed.result)
    by_class = loop.create_future()
    by_class.set_exception(ValueError)
    print(repr(by_class.exception()))
    attempt("StopIteration", lambda: loop.create_future().set_exception(StopIteration))

    gone = loop.create_future()
    task = asyncio.create_task(waiter("c", gone))
    await asyncio.sleep(0)
    attempt("cancel", lambda: gone.cancel("why"))
    await task
    print(gone.done(), gone.cancelled())
    attempt("result", gone.result)
    attempt("set", lambda: gone.set_result(1))

    order = []
    f = loop.create_future()
    f.add_done_callback(lambda fut: order.append(("first", fut.result())))
    f.add_done_callback(lambda fut: order.append(("second", fut is f)))
    f.set_result("r")
    order.append("after set")
    await asyncio.sleep(0)
    f.add_done_callback(lambda fut: order.append("late"))
    order.append("after add")
    await asyncio.sleep(0)
    print(order)

    async def producer(futures):
        for i, fut in enumerate(futures):
            await asyncio.sleep(0)
            fut.set_result(i * i)

    futures = [loop.create_future() for _ in range(4)]
    asyncio.create_task(producer(futures))
    print([await fut for fut in futures])
    done = loop.create_future()
    done.set_result("ready")
    print(asyncio.isfuture(done), asyncio.isfuture(3), await done)
    f1, f2 = loop.create_future(), loop.create_future()
    loop.call_later(0.02, f1.set_result, "later")
    loop.call_later(0.01, f2.set_result, "sooner")
    print(await asyncio.gather(f1, f2))


asyncio.run(main())
