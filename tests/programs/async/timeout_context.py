# asyncio.timeout and timeout_at: expiry, none, reschedule, nesting, errors inside, when, expired.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(1) as scope:
        await asyncio.sleep(0)
    print(scope.expired(), scope.when() > loop.time())
    try:
        async with asyncio.timeout(0.01) as scope:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("cancelled inside")
                raise
    except TimeoutError as error:
        print("TimeoutError", scope.expired(), type(error.__cause__).__name__, error.args)
    async with asyncio.timeout(None) as scope:
        await asyncio.sleep(0)
        print(scope.when(), scope.expired())
    try:
        async with asyncio.timeout(10) as scope:
            scope.reschedule(loop.time() + 0.01)
            await asyncio.sleep(1)
    except TimeoutError:
        print("rescheduled to earlier")
    async with asyncio.timeout(0.01) as scope:
        scope.reschedule(None)
        await asyncio.sleep(0.02)
    print("rescheduled to never")
    try:
        async with asyncio.timeout(10):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
    except TimeoutError:
        print("the inner one")
    try:
        async with asyncio.timeout(0.01) as outer:
            async with asyncio.timeout(10) as inner:
                await asyncio.sleep(1)
    except TimeoutError:
        print("the outer one", outer.expired(), inner.expired())
    try:
        async with asyncio.timeout(1):
            raise ValueError("own error")
    except ValueError as error:
        print(error)
    try:
        async with asyncio.timeout(0.01):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise RuntimeError("translated")
    except RuntimeError as error:
        print("RuntimeError", error)
    async with asyncio.timeout(0.01) as scope:
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print("swallowed")
    print("no TimeoutError then?", scope.expired())
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError:
        print("already over")
    try:
        async with asyncio.timeout(-5):
            await asyncio.sleep(0.01)
    except TimeoutError:
        print("negative")

    async def outside():
        try:
            async with asyncio.timeout(10):
                await asyncio.sleep(10)
        except TimeoutError:
            print("never")

    task = asyncio.create_task(outside())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("a cancellation from outside stays one")

    async def collect(limit):
        out = []
        try:
            async with asyncio.timeout(limit):
                for i in range(100):
                    out.append(i)
                    await asyncio.sleep(0 if i < 5 else 1)
        except TimeoutError:
            return out, "cut"
        return out, "whole"

    print(await collect(0.02))
    scope = asyncio.timeout(1)
    for action in (lambda: scope.reschedule(5),):
        try:
            action()
        except RuntimeError as error:
            print("RuntimeError", error)
    try:
        async with scope:
            async with scope:
                pass
    except RuntimeError as error:
        print("RuntimeError", error)


asyncio.run(main())
