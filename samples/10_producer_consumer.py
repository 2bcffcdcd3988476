# Producer and consumers over a plain list and futures: a small queue built by hand.
"""A queue between coroutines needs two things: a list for what is there, and a
list of those who wait because nothing is. No lock anywhere: between two awaits
nobody else can touch the lists.
"""
import asyncio


class Channel:
    """Hands items from producers to consumers; holds at most `capacity` of them."""

    def __init__(self, capacity):
        self.capacity = capacity
        self.items = []
        self.getters = []                  # futures of those who wait for an item
        self.putters = []                  # futures of those who wait for room

    async def put(self, item):
        while len(self.items) >= self.capacity:
            await self._wait_in(self.putters)
        self.items.append(item)
        self._wake_first(self.getters)

    async def get(self):
        while not self.items:
            await self._wait_in(self.getters)
        item = self.items.pop(0)
        self._wake_first(self.putters)
        return item

    async def _wait_in(self, line):
        turn = asyncio.get_running_loop().create_future()
        line.append(turn)
        await turn

    def _wake_first(self, line):
        if line:
            line.pop(0).set_result(None)


DONE = object()                            # what a producer sends when there is no more


async def producer(channel, name, count):
    for number in range(count):
        await channel.put(f"{name}{number}")
        print(f"  made {name}{number}, in the channel: {len(channel.items)}")
    print(f"  {name} has no more")


async def consumer(channel, name):
    eaten = []
    while True:
        item = await channel.get()
        if item is DONE:
            return name, eaten
        print(f"      {name} takes {item}")
        eaten.append(item)
        await asyncio.sleep(0)             # chewing


async def main():
    channel = Channel(capacity=2)
    consumers = [asyncio.create_task(consumer(channel, n)) for n in ("x", "y")]
    print("two producers, two consumers, room for two:")
    await asyncio.gather(producer(channel, "apple", 4), producer(channel, "pear", 3))
    for _ in consumers:
        await channel.put(DONE)
    for name, eaten in await asyncio.gather(*consumers):
        print(f"{name} ate {len(eaten)}: {', '.join(eaten)}")


asyncio.run(main())
