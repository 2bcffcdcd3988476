# dict at scale: insertion order through deletes and re-inserts, growth, string and mixed keys.
d = {}
for i in range(10):
    d[f"k{i}"] = i
for i in range(0, 10, 2):
    del d[f"k{i}"]
d["k0"] = "again"
d["k1"] = "updated in place"
print(d, list(d), list(reversed(d)))
big = {}
for i in range(5000):
    big[i * 7919 % 5003] = i
print(len(big), list(big)[:5], list(big.values())[-3:], big[7919 % 5003], 5002 in big, 9999 in big)
for k in list(big)[:4990]:
    del big[k]
print(len(big), list(big))
for i in range(100):
    big[f"s{i}"] = i
    if i % 3 == 0:
        big.pop(f"s{i}")
print(len(big), list(big)[9:14], list(big)[-2:])
words = {}
text = "a man a plan a canal panama and a man and a plan"
for w in text.split():
    words[w] = words.get(w, 0) + 1
print(words)
index = {}
for i, w in enumerate(text.split()):
    index.setdefault(w, []).append(i)
print(index)
inverted = {}
for w, n in words.items():
    inverted.setdefault(n, []).append(w)
print(inverted, sorted(inverted))
nested = {}
for path in ("a/b/c", "a/b/d", "a/e", "f"):
    node = nested
    for part in path.split("/"):
        node = node.setdefault(part, {})
print(nested)


def paths(tree, prefix=""):
    for key, sub in tree.items():
        yield prefix + key
        yield from paths(sub, prefix + key + "/")


print(list(paths(nested)))
cells = {(x, y): x * y for x in range(30) for y in range(30)}
print(len(cells), cells[(7, 8)], sum(cells.values()), (29, 29) in cells, (30, 0) in cells,
      max(cells, key=cells.get))
mixed = {}
for key in (1, "1", 1.5, (1,), None, True, b"1", 2 ** 70, frozenset({1}), -1, "", ()):
    mixed[key] = type(key).__name__
print(mixed)
a = {"x": 1, "y": 2}
b = {**a, "y": 3, "z": 4}
c = a | b
a.update(y=9)
print(a, b, c, a == {"y": 9, "x": 1}, list(b.items() - a.items()) != [],
      dict(sorted(b.items(), reverse=True)))
while words:
    key, value = words.popitem()
    print(key, value, end=" ")
print(words)
counts = dict.fromkeys("abc", 0)
for c in "banana":
    if c in counts:
        counts[c] += 1
print(counts, dict(filter(lambda kv: kv[1], counts.items())), {v: k for k, v in counts.items()})
cache = {}


def collatz(n):
    if n == 1:
        return 1
    if n not in cache:
        cache[n] = 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
    return cache[n]


best = max(range(1, 1000), key=collatz)
print(best, collatz(best), len(cache))
snapshot = list(d.items())
for k, v in snapshot:
    d[k + k] = d.pop(k)
print(d)
for action in ("add", "delete"):
    try:
        for k in d:
            if action == "add":
                d["new" + k] = 1
            else:
                del d[k]
    except RuntimeError as error:
        print(action, error)
for k in d:
    d[k] = None
print(set(d.values()), len(d))
