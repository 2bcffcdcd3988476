# Sorting: stability, keys, reverse, mixed numbers, tuples, cmp by class, in-place, errors.
words = ["banana", "Apple", "cherry", "apple", "fig", "Banana"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len),
      sorted(words, reverse=True))
print(sorted(words, key=lambda w: (len(w), w)), sorted(words, key=lambda w: w[-1]))
pairs = [("b", 2), ("a", 2), ("c", 1), ("a", 1), ("b", 1)]
print(sorted(pairs), sorted(pairs, key=lambda p: p[1]), sorted(pairs, key=lambda p: (-p[1], p[0])))
print(sorted(pairs, key=lambda p: p[1], reverse=True),
      sorted(sorted(pairs), key=lambda p: p[1], reverse=True))
print(sorted([3, 1.5, True, 2, -0.0, 0, False]), sorted([10 ** 20, 5, -10 ** 20, 2.5]),
      sorted("hello world"))
print(sorted({"b": 1, "a": 2}), sorted({3, 1, 2}), sorted((3, 1)),
      sorted(range(5), key=lambda x: -x), sorted([]))
print(sorted([[2], [1, 9], [1], []]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([b"b", b"a"]),
      sorted(["é", "e", "z"]))
items = [5, 2, 9]
print(items.sort(), items, items.sort(key=lambda x: x % 5), items, items.sort(reverse=True), items)
calls = []
sorted([3, 1, 2], key=lambda x: calls.append(x) or x)
print(calls)


class Item:
    def __init__(self, weight, name):
        self.weight, self.name = weight, name

    def __lt__(self, other):
        return self.weight < other.weight

    def __repr__(self):
        return f"{self.name}{self.weight}"


things = [Item(2, "a"), Item(1, "b"), Item(2, "c"), Item(1, "d")]
print(sorted(things), sorted(things, reverse=True), min(things), max(things),
      sorted(things, key=lambda i: i.name))
seed, big = 12345, []
for _ in range(2000):
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    big.append(seed % 1000)
ordered = sorted(big)
print(all(a <= b for a, b in zip(ordered, ordered[1:])), ordered[:5], ordered[-3:],
      sum(ordered) == sum(big))
tagged = sorted(enumerate(big), key=lambda p: p[1] % 10)
print(all(a[0] < b[0] for a, b in zip(tagged, tagged[1:]) if a[1] % 10 == b[1] % 10))
print(sorted(list(range(100)) + list(range(50)))[::15], sorted(range(20), reverse=True)[:3])
people = [{"name": "ann", "age": 30}, {"name": "bob", "age": 25}, {"name": "cy", "age": 30}]
people.sort(key=lambda p: (-p["age"], p["name"]))
print([p["name"] for p in people])
matrix = [[3, 1], [2, 2], [1, 3]]
print(sorted(matrix), sorted(matrix, key=lambda r: r[1]), sorted(map(tuple, matrix))[0],
      [sorted(r) for r in matrix])
nan = float("nan")
print(sorted([2, 1, 3], key=lambda x: nan), max([1, 2], key=lambda x: -x), min("abc", key=ord),
      max(words, key=len))


def merge_sort(xs):
    if len(xs) <= 1:
        return xs
    mid = len(xs) // 2
    left, right = merge_sort(xs[:mid]), merge_sort(xs[mid:])
    merged = []
    while left and right:
        merged.append(left.pop(0) if left[0] <= right[0] else right.pop(0))
    return merged + left + right


print(merge_sort(big[:50]) == sorted(big[:50]))
for label, action in [
    ("mixed", lambda: sorted([1, "a"])),
    ("none", lambda: sorted([1, None, 2])),
    ("dicts", lambda: sorted([{}, {}])),
    ("objects", lambda: sorted([object(), object()])),
    ("key error", lambda: sorted(["a", 1], key=len)),
    ("key raises", lambda: sorted([1, 0], key=lambda x: 1 // x)),
    ("not iterable", lambda: sorted(5)),
    ("tuples", lambda: sorted([(1, "a"), (1, 2)])),
    ("functions", lambda: sorted([len, abs])),
]:
    try:
        print(label, action())
    except (TypeError, ZeroDivisionError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
