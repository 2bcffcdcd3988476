# A publish/subscribe bus: topics with wildcards, sync and async handlers, errors kept apart.
import asyncio
import inspect


class Bus:
    def __init__(self):
        self.handlers = {}
        self.errors = []
        self.delivered = 0

    def on(self, topic):
        def register(handler):
            self.subscribe(topic, handler)
            return handler
        return register

    def subscribe(self, topic, handler):
        self.handlers.setdefault(topic, []).append(handler)

        def cancel():
            self.handlers[topic].remove(handler)
        return cancel

    def matching(self, topic):
        for pattern, handlers in self.handlers.items():
            if pattern == topic or pattern == "*":
                yield from handlers
            elif pattern.endswith(".*") and topic.startswith(pattern[:-1]):
                yield from handlers

    async def publish(self, topic, **data):
        waiting = []
        for handler in list(self.matching(topic)):
            try:
                result = handler(topic, data)
                if inspect.isawaitable(result):
                    waiting.append(result)
                self.delivered += 1
            except Exception as error:
                self.errors.append((topic, repr(error)))
        for outcome in await asyncio.gather(*waiting, return_exceptions=True):
            if isinstance(outcome, Exception):
                self.errors.append((topic, repr(outcome)))
        return len(waiting)


bus = Bus()


@bus.on("user.created")
def welcome(topic, data):
    print("  welcome", data["name"])


@bus.on("user.*")
async def audit(topic, data):
    await asyncio.sleep(0)
    print("  audit", topic, sorted(data.items()))


@bus.on("*")
async def count(topic, data):
    counts[topic] = counts.get(topic, 0) + 1


@bus.on("user.deleted")
async def fails(topic, data):
    raise RuntimeError(f"cannot delete {data['name']}")


@bus.on("order")
def needs_total(topic, data):
    print("  order of", data["total"])


counts = {}


async def main():
    once = bus.subscribe("order", lambda topic, data: print("  temporary", data))
    for topic, data in [("user.created", {"name": "ann", "age": 5}), ("order", {"total": 7}),
                        ("user.deleted", {"name": "bob"}), ("order", {}), ("other", {})]:
        print(topic, "...")
        print(topic, "awaited", await bus.publish(topic, **data))
    once()
    print("again")
    await bus.publish("order", total=9)
    await asyncio.gather(bus.publish("user.created", name="x"),
                         bus.publish("user.created", name="y"))
    print(counts, bus.delivered)
    for topic, error in bus.errors:
        print(topic, error)


asyncio.run(main())
