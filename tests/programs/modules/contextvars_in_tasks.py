# contextvars: set, reset, tokens, copies of the context in tasks, callbacks, run in a context.
import asyncio
import contextvars

user = contextvars.ContextVar("user", default="nobody")
depth = contextvars.ContextVar("depth")


async def show(label):
    await asyncio.sleep(0)
    print(label, user.get())


async def worker(name):
    print(name, "inherits", user.get())
    user.set(name)
    await asyncio.sleep(0)
    await show(f"{name} sees")
    return user.get()


async def nested(n):
    token = depth.set(n)
    try:
        if n:
            return await nested(n - 1)
        return depth.get()
    finally:
        depth.reset(token)


async def main():
    print(user.get(), user.name, depth.get("no depth"))
    try:
        depth.get()
    except LookupError as error:
        print(type(error).__name__, "depth" in str(error))
    token = user.set("main")
    print(user.get(), token.var is user, token.old_value is contextvars.Token.MISSING)
    print(await asyncio.gather(worker("a"), worker("b"), worker("c")))
    print("main is still", user.get())
    await worker("direct")
    print("a direct await shares the context:", user.get())
    user.set("before task")
    task = asyncio.create_task(show("task keeps"))
    user.set("after task")
    await task
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("callback keeps", user.get()))
    user.set("later")
    await asyncio.sleep(0)
    user.reset(token)
    print("reset to", user.get())
    try:
        user.reset(token)
    except RuntimeError as error:
        print("RuntimeError", "has already been used once" in str(error))
    print(await nested(3), depth.get("unset again"))

    ctx = contextvars.copy_context()
    ctx.run(user.set, "inside")
    print(ctx[user], user.get(), user in ctx, len(ctx) >= 1, ctx.run(user.get))
    explicit = asyncio.create_task(show("explicit context"), context=ctx)
    await explicit
    done = asyncio.create_task(worker("cb"))
    user.set("at add")
    done.add_done_callback(lambda t: print("done callback sees", user.get()))
    user.set("at end")
    await done
    await asyncio.sleep(0)


asyncio.run(main())
print("outside", user.get())


def request(n):
    user.set(f"user{n}")
    return handle()


def handle():
    return f"handled for {user.get()}"


print([contextvars.copy_context().run(request, n) for n in range(3)], user.get())
