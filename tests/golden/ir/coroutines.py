# Suspension: await, async for, generators, and what they send and return.
async def consume(source, work):
    async for item in source:
        if await work(item):
            break
    else:
        return None
    return item


def relay(inner):
    result = yield from inner
    sent = yield result
    return sent


async def numbers():
    yield 1
