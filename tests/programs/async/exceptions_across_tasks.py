# Exceptions crossing task borders: identity, context, cause, notes, re-awaiting, several waiters.
import asyncio


class Custom(Exception):
    def __init__(self, code, **info):
        super().__init__(f"code {code}")
        self.code = code
        self.info = info


async def fails(error, pauses=1):
    for _ in range(pauses):
        await asyncio.sleep(0)
    raise error


async def waits(task, name):
    try:
        await task
    except Custom as error:
        return name, error.code


async def wraps(inner):
    try:
        return await inner
    except Custom as error:
        raise RuntimeError("wrapped") from error


async def translates(inner):
    try:
        await inner
    except Custom:
        raise KeyError("translated")


async def suppresses(inner):
    try:
        await inner
    except Custom:
        raise LookupError("clean") from None


async def main():
    error = Custom(5, detail="d")
    task = asyncio.create_task(fails(error))
    try:
        await task
    except Custom as caught:
        print(caught is error, caught.code, caught.info, task.exception() is error)
    print(await asyncio.gather(*(waits(task, n) for n in "ab")), await waits(task, "again"))

    shared = asyncio.create_task(fails(Custom(7), 3))
    print(await asyncio.gather(*(asyncio.create_task(waits(shared, n)) for n in "xyz")))

    for function in (wraps, translates, suppresses):
        try:
            await asyncio.create_task(function(fails(Custom(1))))
        except Exception as e:
            print(function.__name__, repr(e), repr(e.__cause__), repr(e.__context__),
                  e.__suppress_context__)

    async def raises_while_handling():
        try:
            raise ValueError("first")
        except ValueError:
            await fails(Custom(2))

    try:
        await raises_while_handling()
    except Custom as e:
        print("context through an await:", repr(e.__context__))

    async def handler_state():
        seen = []
        try:
            raise ValueError("mine")
        except ValueError:
            await asyncio.sleep(0)
            try:
                raise
            except ValueError as e:
                seen.append(str(e))
            await asyncio.sleep(0)
            try:
                raise KeyError("new")
            except KeyError as e:
                seen.append(repr(e.__context__))
        return seen

    async def other_handler():
        try:
            raise OSError("other")
        except OSError:
            for _ in range(4):
                await asyncio.sleep(0)
            try:
                raise TypeError("t")
            except TypeError as e:
                return repr(e.__context__)

    print(await asyncio.gather(handler_state(), other_handler(), handler_state()))

    async def stop_iteration():
        raise StopIteration(5)

    async def stop_async():
        raise StopAsyncIteration

    for function in (stop_iteration, stop_async):
        try:
            await function()
        except RuntimeError as e:
            print("RuntimeError", e, repr(e.__cause__))
        except StopAsyncIteration:
            print("StopAsyncIteration passes")
    results = await asyncio.gather(fails(Custom(1)), fails(KeyError("k")), return_exceptions=True)
    print([type(r).__name__ for r in results])
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails(Custom(3)))
            group.create_task(fails(Custom(4)))
    except* Custom as errors:
        print([e.code for e in errors.exceptions])
    error = Custom(9)
    error.add_note("noted")
    try:
        await asyncio.create_task(fails(error))
    except Custom as e:
        print(e.__notes__)

    async def base_exception():
        class Odd(BaseException):
            pass
        try:
            raise Odd("odd")
        except Exception:
            return "no"
        except BaseException as e:
            return type(e).__name__

    print(await asyncio.create_task(base_exception()))


asyncio.run(main())
