# A circuit breaker: closed, open, half open; failures counted, calls refused, recovery by a timer.
import asyncio


class CircuitOpen(Exception):
    pass


class CircuitBreaker:
    def __init__(self, threshold=3, rest=0.03):
        self.threshold = threshold
        self.rest = rest
        self.failures = 0
        self.state = "closed"
        self.log = []

    def _change(self, state):
        self.log.append(f"{self.state}->{state}")
        self.state = state

    def _half_open(self):
        if self.state == "open":
            self._change("half-open")

    async def call(self, function, *args):
        if self.state == "open":
            raise CircuitOpen(f"open after {self.failures} failures")
        try:
            result = await function(*args)
        except Exception:
            self.failures += 1
            if self.state == "half-open" or self.failures >= self.threshold:
                self._change("open")
                asyncio.get_running_loop().call_later(self.rest, self._half_open)
            raise
        if self.state == "half-open":
            self._change("closed")
        self.failures = 0
        return result


class Service:
    def __init__(self):
        self.healthy = True
        self.calls = 0

    async def ask(self, question):
        self.calls += 1
        await asyncio.sleep(0)
        if not self.healthy:
            raise ConnectionError(f"no answer to {question!r}")
        return question.upper()


async def attempt(breaker, service, question):
    try:
        print(f"{question:<6} -> {await breaker.call(service.ask, question)}")
    except CircuitOpen as error:
        print(f"{question:<6} -> refused: {error}")
    except ConnectionError as error:
        print(f"{question:<6} -> failed: {error} [{breaker.state}]")


async def main():
    service, breaker = Service(), CircuitBreaker()
    await attempt(breaker, service, "one")
    service.healthy = False
    for question in ("two", "three", "four", "five", "six"):
        await attempt(breaker, service, question)
    print("the service was asked", service.calls, "times")
    await asyncio.sleep(0.06)
    print("state", breaker.state)
    await attempt(breaker, service, "seven")
    print("state", breaker.state)
    await asyncio.sleep(0.06)
    service.healthy = True
    await attempt(breaker, service, "eight")
    await attempt(breaker, service, "nine")
    print("state", breaker.state, "failures", breaker.failures)
    print(" ".join(breaker.log))
    service.healthy = False
    await asyncio.gather(*(attempt(breaker, service, f"q{i}") for i in range(5)))
    print(breaker.state, breaker.failures, service.calls, breaker.log[-1])


asyncio.run(main())
