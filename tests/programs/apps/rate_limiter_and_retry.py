# A client with a sliding-window rate limiter, retries with back-off and jitter, and a cache.
import asyncio
import random


class Clock:
    """Time by hand: sleeping advances it, so that the program is the same on every machine."""

    def __init__(self):
        self.now = 0.0

    async def sleep(self, seconds):
        self.now = round(self.now + seconds, 3)
        await asyncio.sleep(0)


class SlidingWindow:
    def __init__(self, clock, limit, window):
        self.clock, self.limit, self.window = clock, limit, window
        self.calls = []
        self.delayed = 0

    async def enter(self):
        while True:
            self.calls = [t for t in self.calls if t > self.clock.now - self.window]
            if len(self.calls) < self.limit:
                self.calls.append(self.clock.now)
                return
            self.delayed += 1
            await self.clock.sleep(self.calls[0] + self.window - self.clock.now)


class HttpError(Exception):
    def __init__(self, status):
        super().__init__(f"status {status}")
        self.status = status


class Server:
    def __init__(self, script):
        self.script = script
        self.seen = []

    async def get(self, path):
        self.seen.append(path)
        await asyncio.sleep(0)
        answers = self.script.get(path, [404])
        status = answers.pop(0) if len(answers) > 1 else answers[0]
        if status != 200:
            raise HttpError(status)
        return f"body of {path}"


class Client:
    RETRY = {429, 500, 503}

    def __init__(self, server, clock, limiter, seed=1, retries=3):
        self.server, self.clock, self.limiter = server, clock, limiter
        self.rng = random.Random(seed)
        self.retries = retries
        self.cache = {}
        self.log = []

    async def get(self, path):
        if path in self.cache:
            self.log.append(f"{self.clock.now:7.3f} hit {path}")
            return self.cache[path]
        for attempt in range(self.retries + 1):
            await self.limiter.enter()
            try:
                body = await self.server.get(path)
            except HttpError as error:
                self.log.append(f"{self.clock.now:7.3f} {path} -> {error.status}")
                if error.status not in self.RETRY or attempt == self.retries:
                    raise
                await self.clock.sleep(2 ** attempt / 10 + self.rng.randrange(10) / 1000)
            else:
                self.log.append(f"{self.clock.now:7.3f} {path} ok")
                self.cache[path] = body
                return body


async def main():
    clock = Clock()
    server = Server({"/a": [200], "/b": [503, 500, 200], "/c": [429], "/d": [403]})
    client = Client(server, clock, SlidingWindow(clock, limit=3, window=1.0))
    for path in ("/a", "/b", "/a", "/c", "/d", "/e", "/b"):
        try:
            print(path, "=", await client.get(path))
        except HttpError as error:
            print(path, "failed:", error)
    print("\n".join(client.log))
    print("requests", len(server.seen), "delayed", client.limiter.delayed, "time", clock.now)
    clock2 = Clock()
    many = Client(Server({f"/{i}": [200] for i in range(6)}), clock2, SlidingWindow(clock2, 2, 0.5),
                  seed=9)
    results = await asyncio.gather(*(many.get(f"/{i}") for i in range(6)))
    print(len(results), results[-1], clock2.now, many.limiter.delayed > 0)


asyncio.run(main())
