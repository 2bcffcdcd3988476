# zip, map, filter, enumerate, reversed: laziness, several sources, strictness, nesting, unpacking.
print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip([1])), list(zip([1], [2], [3])),
      dict(zip("ab", range(5))))
print(list(zip(*[(1, "a"), (2, "b")])), [list(t) for t in zip(*[[1, 2], [3, 4]])],
      list(zip("abc", "abc"[1:])))
print(list(zip([1, 2], [3, 4], strict=True)), list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])),
      list(map(str, [1, None])))
print(list(map(len, ["a", "bb"])), list(map(int, "123")), list(map(max, [1, 9], [5, 5], [3, 3])),
      list(map(lambda *a: a, [1], [2])))
print(list(filter(lambda x: x > 1, [0, 1, 2, 3])), list(filter(None, [0, 1, "", "a", [], [0]])),
      list(filter(str.isalpha, "a1b2")))
print(list(enumerate("ab")), list(enumerate("ab", 1)), list(enumerate([], 5)),
      list(enumerate(["x"], start=-1)), dict(enumerate("ab")))
print(list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed((1, 2))),
      list(reversed(range(3))), "".join(reversed("hello")))
log = []


def noisy(x):
    log.append(x)
    return x * 10


m = map(noisy, [1, 2, 3])
print(log, next(m), log, list(m), log)
log.clear()
z = zip(map(noisy, [1, 2, 3]), [5])
print(list(z), log)
log.clear()
f = filter(lambda x: x > 10, map(noisy, range(4)))
print(next(f), log, list(f), log)
log.clear()
print([a + b for a, b in zip(map(noisy, [1, 2]), filter(None, [0, 7, 8]))], log)
for i, (a, (b, c)) in enumerate(zip("xy", zip([1, 2], [3, 4])), 10):
    print(i, a, b, c, end="; ")
print()
names, ages = ["ann", "bob"], [30, 25]
for name, age in sorted(zip(names, ages), key=lambda p: p[1]):
    print(f"{name}={age}", end=" ")
print(max(zip(ages, names)), sum(a * b for a, b in zip([1, 2], [3, 4])),
      any(a == b for a, b in zip("abc", "xbz")))
print([x for x in map(lambda x: x ** 2, filter(lambda x: x % 2, range(6)))],
      list(map(lambda x: (yield), [])), *map(str.upper, "ab"))
print(type(map(len, [])).__name__, type(zip()).__name__, type(filter(None, [])).__name__,
      type(enumerate([])).__name__, type(reversed([])).__name__)
it = iter([1, 2, 3, 4, 5])
print(list(zip(it, it)), list(it))
it = iter("abcde")
print(list(zip(range(2), it)), next(it), list(zip(it, range(9))))
a, b = zip(*sorted({"x": 2, "y": 1}.items(), key=lambda kv: kv[1]))
print(a, b)
first, *others = map(str, range(4))
print(first, others, [*zip("ab", "cd")], {*map(len, ["a", "b", "cc"])}, (*enumerate("z"),))
transposed = list(map(list, zip(*[[1, 2, 3], [4, 5, 6]])))
print(transposed, list(map(sum, transposed)), [row for row in zip(*transposed)])
pairs = list(zip("abcd", range(4)))
print([p for p in pairs if p[1] % 2], {k: v for k, v in pairs},
      list(map(lambda p: p[0] * p[1], pairs)))
print(list(map(None.__class__, [])), list(map(bool, [0, 1])), list(map(list, ["ab", (1,)])),
      list(map(type, [1, "a"]))[0].__name__)
for label, action in [
    ("zip strict", lambda: list(zip([1, 2], [1], strict=True))),
    ("zip strict longer", lambda: list(zip([1], [1, 2], strict=True))),
    ("zip int", lambda: zip(1)),
    ("zip second", lambda: zip([1], 2)),
    ("map none", lambda: map()),
    ("map one", lambda: map(len)),
    ("map int", lambda: map(len, 5)),
    ("map args", lambda: list(map(len, [1], [2]))),
    ("map raises", lambda: list(map(int, ["1", "x"]))),
    ("filter", lambda: filter(None)),
    ("filter raises", lambda: list(filter(lambda x: 1 / x, [1, 0]))),
    ("enumerate", lambda: enumerate([], "a")),
    ("reversed gen", lambda: reversed(x for x in [])),
    ("reversed set", lambda: reversed(set())),
    ("not callable", lambda: list(map(5, [1]))),
    ("len", lambda: len(zip())),
    ("index", lambda: map(len, [])[0]),
]:
    try:
        print(label, action())
    except (TypeError, ValueError, ZeroDivisionError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
