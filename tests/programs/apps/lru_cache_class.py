# An LRU cache: a doubly linked list and a dict, hit counts, eviction order, an async loader.
import asyncio


class Node:
    __slots__ = ("key", "value", "before", "after")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.before = self.after = None


class LRUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.nodes = {}
        self.head, self.tail = Node(), Node()
        self.head.after, self.tail.before = self.tail, self.head
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.before.after, node.after.before = node.after, node.before

    def _push_front(self, node):
        node.before, node.after = self.head, self.head.after
        self.head.after.before = node
        self.head.after = node

    def get(self, key, default=None):
        node = self.nodes.get(key)
        if node is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(node)
        self._push_front(node)
        return node.value

    def put(self, key, value):
        node = self.nodes.get(key)
        if node is not None:
            node.value = value
            self._unlink(node)
        else:
            if len(self.nodes) >= self.capacity:
                oldest = self.tail.before
                self._unlink(oldest)
                del self.nodes[oldest.key]
            node = self.nodes[key] = Node(key, value)
        self._push_front(node)

    def __len__(self):
        return len(self.nodes)

    def __contains__(self, key):
        return key in self.nodes

    def __iter__(self):
        node = self.head.after
        while node is not self.tail:
            yield node.key, node.value
            node = node.after

    def __repr__(self):
        return "LRU(" + ", ".join(f"{k}={v}" for k, v in self) + ")"


class CachedLoader:
    def __init__(self, capacity):
        self.cache = LRUCache(capacity)
        self.loads = []

    async def load(self, key):
        found = self.cache.get(key)
        if found is not None:
            return found
        await asyncio.sleep(0)
        self.loads.append(key)
        self.cache.put(key, key.upper())
        return key.upper()


async def main():
    cache = LRUCache(3)
    for i, key in enumerate("abc"):
        cache.put(key, i)
    print(cache, len(cache))
    print(cache.get("a"), cache.get("zz"), cache.get("zz", "none"), cache)
    cache.put("d", 3)
    print(cache, "b" in cache, "a" in cache)
    cache.put("c", 30)
    cache.put("e", 4)
    print(cache, list(cache), cache.hits, cache.misses)
    try:
        LRUCache(0)
    except ValueError as error:
        print(error)
    loader = CachedLoader(2)
    for key in "xyxzyx":
        await loader.load(key)
    print(loader.loads, loader.cache)
    loader = CachedLoader(8)
    print(await asyncio.gather(*(loader.load(k) for k in "pqp")), loader.loads)


asyncio.run(main())
