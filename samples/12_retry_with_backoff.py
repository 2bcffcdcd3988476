# Retry with back-off: try again, wait longer each time, give up in the end.
"""A shaky service fails a few times before it answers. A client that asks
again at once makes it worse, so each wait is twice as long as the one before,
plus a little chance (seeded here, so that the story is always the same).
"""
import asyncio
import random


class ServiceError(Exception):
    pass


class ShakyService:
    def __init__(self, failures_first, hangs=False):
        self.failures_left = failures_first
        self.hangs = hangs
        self.calls = 0

    async def fetch(self):
        self.calls += 1
        await asyncio.sleep(0.001)
        if self.hangs:
            await asyncio.sleep(60)
        if self.failures_left:
            self.failures_left -= 1
            raise ServiceError(f"busy ({self.failures_left} more to come)")
        return f"answer after {self.calls} calls"


async def with_retries(action, attempts=5, first_wait=0.004, timeout=0.05, rng=random):
    """Awaits action() until it succeeds; raises the last error when attempts run out."""
    wait = first_wait
    for attempt in range(1, attempts + 1):
        try:
            return await asyncio.wait_for(action(), timeout)
        except (ServiceError, asyncio.TimeoutError) as error:
            reason = str(error) or "no answer in time"
            if attempt == attempts:
                print(f"  attempt {attempt}: {reason}; giving up")
                raise
            pause = wait + rng.randint(0, 2) / 1000
            print(f"  attempt {attempt}: {reason}; next try in {pause * 1000:.0f} ms")
            await asyncio.sleep(pause)
            wait *= 2


async def main():
    rng = random.Random(7)
    print("a service that fails twice:")
    print(" ", await with_retries(ShakyService(2).fetch, rng=rng))

    print("a service that is fine:")
    print(" ", await with_retries(ShakyService(0).fetch, rng=rng))

    print("a service that fails too often:")
    try:
        await with_retries(ShakyService(99).fetch, attempts=4, rng=rng)
    except ServiceError as error:
        print("  the caller sees the last error:", error)

    print("a service that never answers:")
    try:
        await with_retries(ShakyService(0, hangs=True).fetch, attempts=3, timeout=0.02, rng=rng)
    except asyncio.TimeoutError:
        print("  the caller sees a TimeoutError")

    print("an error of another kind is not retried:")

    async def broken():
        return {}["missing"]

    try:
        await with_retries(broken)
    except KeyError as error:
        print("  KeyError at once:", error)


asyncio.run(main())
