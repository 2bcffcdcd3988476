# collections: deque (ends, rotation, maxlen, errors) and defaultdict (factories, missing, nesting).
from collections import defaultdict, deque

d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d[2], 3 in d, bool(deque()))
print(d.pop(), d.popleft(), d)
d.extend("ab")
d.extendleft("xy")
print(d)
d.rotate(2)
print(d)
d.rotate(-3)
print(d, d.index("a"), d.count(1))
d.remove("b")
d.insert(1, "new")
d[0] = "first"
d.reverse()
print(d, list(d), list(reversed(d)), d.copy() == d)
del d[0]
d.clear()
print(d, deque("abc") == deque("abc"), deque([1]) < deque([2]), deque([1]) + deque([2]),
      deque([0]) * 3)
last = deque(maxlen=3)
for i in range(6):
    last.append(i)
print(last, last.maxlen, deque([1, 2, 3, 4], 2), deque([1], maxlen=5))
last.appendleft("left")
print(last, sum(deque([1, 2])), max(deque("az")), sorted(deque([3, 1])), [*deque((1, 2))])
queue, order = deque(["a"]), []
graph = {"a": "bc", "b": "d", "c": "d", "d": ""}
seen = {"a"}
while queue:
    node = queue.popleft()
    order.append(node)
    for n in graph[node]:
        if n not in seen:
            seen.add(n)
            queue.append(n)
print(order)
for label, action in [
    ("pop", lambda: deque().pop()),
    ("popleft", lambda: deque().popleft()),
    ("index", lambda: deque([1])[3]),
    ("remove", lambda: deque().remove(1)),
    ("find", lambda: deque("a").index("z")),
    ("insert full", lambda: deque([1], maxlen=1).insert(0, 2)),
    ("maxlen", lambda: deque([], -1)),
    ("hash", lambda: hash(deque())),
]:
    try:
        print(label, action())
    except (IndexError, ValueError, TypeError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
try:
    for x in (changing := deque([1, 2])):
        changing.append(x)
except RuntimeError as error:
    print(error)

words = defaultdict(list)
for w in "apple bob avocado bat cat".split():
    words[w[0]].append(w)
print(words, dict(words), words["z"], "z" in words, "q" in words, words.get("q"))
counts = defaultdict(int)
for c in "mississippi":
    counts[c] += 1
print(dict(counts), counts.default_factory is int, sorted(counts, key=counts.get))
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t), list(t["a"]))
d2 = defaultdict(lambda: "none", a=1)
print(d2["a"], d2["b"], dict(d2), len(d2))
sets = defaultdict(set, {"x": {1}})
sets["x"].add(2)
sets["y"].add(3)
print(dict(sets), isinstance(sets, dict), sets.pop("y"), sets.copy() == sets)
plain = defaultdict()
try:
    plain["k"]
except KeyError as error:
    print("KeyError", error)
try:
    defaultdict(5)
except TypeError as error:
    print(error)
