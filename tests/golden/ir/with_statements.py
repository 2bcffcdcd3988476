# Managers: exit methods are called on every way out, awaited where the statement is async.
def read(manager, other):
    with manager as value, other:
        return value


async def locked(lock):
    async with lock:
        await lock.work()
