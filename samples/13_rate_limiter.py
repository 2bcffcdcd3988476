# A rate limiter: a token bucket that makes callers wait their turn, first come, first served.
"""An API allows three calls at once, then one more every 20 ms. The bucket
holds tokens; every call takes one; a timer puts them back. Callers who find
the bucket empty wait in a line of futures.
"""
import asyncio
import time


class TokenBucket:
    def __init__(self, capacity, seconds_per_token):
        self.tokens = self.capacity = capacity
        self.seconds_per_token = seconds_per_token
        self.waiting = []
        self.timer = None

    async def take(self):
        """Takes a token; says whether we had to wait for it."""
        must_wait = self.tokens == 0
        if must_wait:
            turn = asyncio.get_running_loop().create_future()
            self.waiting.append(turn)
            await turn                     # whoever wakes us hands us a token
        else:
            self.tokens -= 1
        if self.timer is None:
            self._start_timer()
        return must_wait

    def _start_timer(self):
        loop = asyncio.get_running_loop()
        self.timer = loop.call_later(self.seconds_per_token, self._refill)

    def _refill(self):
        """A token comes back: it goes to the first in line, else into the bucket."""
        self.timer = None
        if self.waiting:
            self.waiting.pop(0).set_result(None)
        else:
            self.tokens += 1
        if self.waiting or self.tokens < self.capacity:
            self._start_timer()


async def call_api(bucket, number, started):
    waited = await bucket.take()
    print(f"  call {number} goes out {'after a wait' if waited else 'at once'}")
    return time.monotonic() - started


async def main():
    bucket = TokenBucket(capacity=3, seconds_per_token=0.020)
    print("seven calls at the same moment:")
    started = time.monotonic()
    times = await asyncio.gather(*(call_api(bucket, n, started) for n in range(1, 8)))
    print("nobody overtook anybody:", times == sorted(times))
    print("the last one waited for four refills:", times[-1] >= 0.079)

    await asyncio.sleep(0.09)
    print("after a rest the bucket is full again, tokens:", bucket.tokens)


asyncio.run(main())
