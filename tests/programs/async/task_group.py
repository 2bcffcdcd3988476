# asyncio.TaskGroup: results, failures, cancellation of siblings, nesting, exception groups, misuse.
# A coroutine refused by a closed group is reported on stderr.
import asyncio


async def ok(name, pauses=1):
    for _ in range(pauses):
        await asyncio.sleep(0)
    print("ok", name)
    return name


async def fail(name, kind=ValueError, pauses=1):
    for _ in range(pauses):
        await asyncio.sleep(0)
    raise kind(name)


async def waits(name):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("cancelled", name)
        raise


async def main():
    async with asyncio.TaskGroup() as group:
        a = group.create_task(ok("a", 2))
        b = group.create_task(ok("b"), name="named b")
        print("body", b.get_name())
    print(a.result(), b.result())

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits("sibling"))
            group.create_task(fail("boom", pauses=2))
            print("body ends")
    except ExceptionGroup as errors:
        print(errors, errors.message, [repr(e) for e in errors.exceptions])

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail("first"))
            group.create_task(fail("second", KeyError))
    except* ValueError as errors:
        print("values", errors.exceptions)
    except* KeyError as errors:
        print("keys", errors.exceptions)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(waits("while the body fails"))
            await asyncio.sleep(0)
            raise RuntimeError("in the body")
    except* RuntimeError as errors:
        print("body error", errors.exceptions)

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail("cancels the body"))
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError:
                print("body was cancelled")
                raise
    except* ValueError as errors:
        print("and then", errors.exceptions)

    async def spawner(group, n):
        if n:
            group.create_task(spawner(group, n - 1))
        print("spawned", n)

    async with asyncio.TaskGroup() as group:
        group.create_task(spawner(group, 3))

    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(waits("outer sibling"))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail("inner"))
                inner.create_task(waits("inner sibling"))
    except BaseExceptionGroup as errors:
        print(type(errors).__name__, errors.exceptions, errors.split(ValueError)[0] is not None)

    async def whole():
        async with asyncio.TaskGroup() as group:
            group.create_task(waits("child of cancelled"))

    task = asyncio.create_task(whole())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("group cancelled from outside")

    try:
        group.create_task(ok("too late"))
    except RuntimeError as error:
        print("RuntimeError", str(error).split(">")[-1])
    try:
        async with group:
            pass
    except RuntimeError as error:
        print("RuntimeError", str(error).split(">")[-1])
    async with asyncio.TaskGroup() as group:
        t = group.create_task(waits("a child cancelled alone"))
        await asyncio.sleep(0)
        t.cancel()
    print("no error", t.cancelled())


asyncio.run(main())
