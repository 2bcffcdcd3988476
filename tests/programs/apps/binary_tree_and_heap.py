# Data structures by hand: a search tree with deletion, a heap, a linked list, a trie.
class Tree:
    class Node:
        __slots__ = "key", "value", "left", "right"

        def __init__(self, key, value):
            self.key, self.value, self.left, self.right = key, value, None, None

    def __init__(self, pairs=()):
        self.root, self.size = None, 0
        for k, v in pairs:
            self[k] = v

    def __setitem__(self, key, value):
        self.root = self._insert(self.root, key, value)

    def _insert(self, node, key, value):
        if node is None:
            self.size += 1
            return Tree.Node(key, value)
        if key < node.key:
            node.left = self._insert(node.left, key, value)
        elif key > node.key:
            node.right = self._insert(node.right, key, value)
        else:
            node.value = value
        return node

    def __getitem__(self, key):
        node = self.root
        while node:
            if key == node.key:
                return node.value
            node = node.left if key < node.key else node.right
        raise KeyError(key)

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __delitem__(self, key):
        self.root = self._delete(self.root, key)
        self.size -= 1

    def _delete(self, node, key):
        if node is None:
            raise KeyError(key)
        if key < node.key:
            node.left = self._delete(node.left, key)
        elif key > node.key:
            node.right = self._delete(node.right, key)
        elif node.left is None or node.right is None:
            return node.left or node.right
        else:
            heir = node.right
            while heir.left:
                heir = heir.left
            node.key, node.value = heir.key, heir.value
            node.right = self._delete(node.right, heir.key)
        return node

    def __iter__(self):
        stack, node = [], self.root
        while stack or node:
            while node:
                stack.append(node)
                node = node.left
            node = stack.pop()
            yield node.key
            node = node.right

    def __len__(self):
        return self.size

    def depth(self):
        def measure(node):
            return 0 if node is None else 1 + max(measure(node.left), measure(node.right))
        return measure(self.root)


class LinkedList:
    def __init__(self, *items):
        self.head = None
        for item in reversed(items):
            self.head = (item, self.head)

    def __iter__(self):
        node = self.head
        while node:
            item, node = node
            yield item

    def reversed(self):
        result = LinkedList()
        for item in self:
            result.head = (item, result.head)
        return result

    def __repr__(self):
        return " -> ".join(map(str, self)) or "(empty)"


class Trie:
    def __init__(self):
        self.root = {}

    def add(self, word):
        node = self.root
        for c in word:
            node = node.setdefault(c, {})
        node["$"] = True

    def starting(self, prefix):
        node = self.root
        for c in prefix:
            if c not in node:
                return []
            node = node[c]
        return sorted(self._words(node, prefix))

    def _words(self, node, prefix):
        for c, child in node.items():
            if c == "$":
                yield prefix
            else:
                yield from self._words(child, prefix + c)


class RingBuffer:
    def __init__(self, size):
        self.data, self.start, self.count = [None] * size, 0, 0

    def push(self, x):
        at = (self.start + self.count) % len(self.data)
        self.data[at] = x
        if self.count < len(self.data):
            self.count += 1
        else:
            self.start = (self.start + 1) % len(self.data)

    def __getitem__(self, i):
        if not -self.count <= i < self.count:
            raise IndexError("ring index out of range")
        return self.data[(self.start + i % self.count) % len(self.data)]


tree = Tree((k, k * k) for k in (50, 30, 70, 20, 40, 60, 80, 30))
print(list(tree), len(tree), tree.depth(), tree[40], 45 in tree, 60 in tree)
for k in (20, 30, 50):
    del tree[k]
    print("without", k, list(tree), tree.root.key, len(tree))
for bad in (lambda: tree[99], lambda: tree.__delitem__(99)):
    try:
        bad()
    except KeyError as error:
        print("KeyError", error)
big, n = Tree(), 1
for _ in range(300):
    n = n * 1103515245 % 65537
    big[n] = True
print(len(big), list(big) == sorted(big), big.depth() < 40)
l = LinkedList(1, 2, 3)
print(l, l.reversed(), LinkedList(), list(l), 2 in l, sum(l), max(l))
t = Trie()
for w in "car card care cat dog do".split():
    t.add(w)
print(t.starting("car"), t.starting("do"), t.starting("x"), t.starting(""))
ring = RingBuffer(3)
for x in "abcde":
    ring.push(x)
print(list(ring), ring[0], ring[-1], ring.data)
try:
    ring[3]
except IndexError as error:
    print(error)
