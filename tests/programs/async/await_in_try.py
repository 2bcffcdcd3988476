# await inside try, except, else and finally; returns through finally; re-raise across awaits.
import asyncio


async def ok(x):
    await asyncio.sleep(0)
    return x


async def bad(text):
    await asyncio.sleep(0)
    raise ValueError(text)


async def shapes(mode):
    try:
        print(mode, "try", await ok(1))
        if mode == "raise":
            await bad("boom")
        if mode == "return":
            return await ok("from try")
        if mode == "other":
            raise KeyError(await ok("key"))
    except ValueError as error:
        print(mode, "except", error, await ok(2))
        return await ok("from except")
    else:
        print(mode, "else", await ok(3))
    finally:
        print(mode, "finally", await ok(4))
    return "end"


async def finally_overrides():
    try:
        return await ok("try")
    finally:
        return await ok("finally")


async def loop_control():
    out = []
    for i in range(5):
        try:
            await ok(i)
            if i == 1:
                continue
            if i == 3:
                break
            out.append(i)
        finally:
            out.append(-(await ok(i)))
    return out


async def reraise():
    try:
        try:
            await bad("first")
        except ValueError:
            await ok(1)
            raise
    except ValueError as error:
        return f"again {error}, context {error.__context__!r}"


async def chained():
    try:
        try:
            await bad("cause")
        except ValueError as error:
            await ok(0)
            raise RuntimeError("effect") from error
    except RuntimeError as error:
        return f"{error} from {error.__cause__}"


async def raised_in_handler():
    try:
        try:
            await bad("inner")
        except ValueError:
            await bad("in handler")
        finally:
            print("cleanup", await ok(0))
    except ValueError as error:
        return f"{error} while {error.__context__}"


async def nested_finally():
    log = []
    try:
        try:
            log.append(await ok("a"))
            return log
        finally:
            log.append(await ok("b"))
    finally:
        log.append(await ok("c"))


async def swallow():
    for text in ("x", "y"):
        try:
            await bad(text)
        except ValueError:
            pass
        await ok(1)
    return "swallowed"


async def raise_after_await_in_finally():
    try:
        await bad("kept")
    finally:
        await ok(1)
        print("finally ran")


async def main():
    for mode in ("plain", "raise", "return"):
        print(mode, "->", await shapes(mode))
    try:
        await shapes("other")
    except KeyError as error:
        print("KeyError", error)
    print(await finally_overrides())
    print(await loop_control())
    print(await reraise())
    print(await chained())
    print(await raised_in_handler())
    print(await nested_finally())
    print(await swallow())
    try:
        await raise_after_await_in_finally()
    except ValueError as error:
        print("got", error)
    print(await asyncio.gather(*(shapes(m) for m in ("p1", "raise", "return"))))


asyncio.run(main())
