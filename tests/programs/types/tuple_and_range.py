# tuple and range: construction, slices, comparison, methods, hashing, repr; range in detail.
t = (1, "a", 2.5)
print(t, t[0], t[-1], t[1:], t[::-1], len(t), "a" in t, t.index("a"), t.count(1))
print((), (1,), (1, 2), 1, (1), tuple(), tuple("ab"), tuple([1]), tuple(range(3)), ((),), ((1,), 2))
print((1, 2) + (3,), (0,) * 3, 2 * ("x",), (1,) * 0, (1, 2) == (1, 2), (1, 2) == [1, 2])
print((1, 2) < (1, 3), (1,) < (1, 0), () < (1,), (2,) > (1, 9), ("a", 1) < ("b", 0),
      (1, 2) != (2, 1))
print(max((1, 5), (2, 0)), min((1, 5), (1, 4)), sorted([(2, "b"), (1, "z"), (2, "a")]), sum((1, 2)))
print({(1, 2): "x"}[(1, 2)], hash((1, 2)) == hash((1, 2)), hash(()) == hash(()),
      len({(1, 2), (1, 2)}))
point = 3, 4
x, y = point
print(point, x, y, type(point).__name__, isinstance(point, tuple), bool(()), bool((0,)))
inner = ([1], 2)
inner[0].append(5)
print(inner, inner * 2)
print(("single quoted",), ('it"s', "it's"), (None, True), (b"x", {}), (1, (2, (3, ()))))
for i, pair in enumerate([(1, 2), (3, 4)], start=1):
    print(i, pair, end=" ")
print()
print(*(1, 2), *(), sep="-")

print(range(5), range(1, 5), range(0, 10, 2), range(5, 0, -1), range(0), range(-3))
print(list(range(5)), list(range(2, 5)), list(range(0, 10, 3)), list(range(5, 0, -2)),
      list(range(3, 3)))
print(len(range(10)), len(range(0, 10, 3)), len(range(10, 0, -3)), len(range(5, 1)), len(range(0)))
r = range(10, 50, 5)
print(r[0], r[-1], r[2:4], r[::-1], r[::2], 20 in r, 21 in r, 50 in r, 10.0 in r, "a" in r)
print(r.start, r.stop, r.step, r.index(25), r.count(25), r.count(26), list(reversed(r)))
print(range(3) == range(0, 3, 1), range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2),
      hash(range(3)) == hash(range(0, 3)))
print(bool(range(0)), bool(range(1)), sum(range(101)), max(range(5)), min(range(3, 9)),
      sorted(range(3, 0, -1)))
print(list(range(2 ** 65, 2 ** 65 + 3)), 2 ** 70 in range(2 ** 71), range(10 ** 20)[10 ** 19])
a, b, *c = range(5)
print(a, b, c, [*range(3)], {*range(2)}, list(zip(range(3), range(3, 6))))
for i in range(2):
    for j in range(i, 3):
        print((i, j), end=" ")
print()
it = iter(range(3))
print(next(it), next(it), next(it), next(it, "end"))
total = 0
for i in range(-5, 6, 5):
    total += i * i
print(total, list(range(-5, 6, 5)))
print(range(True), list(range(False, True + 2)))

for label, action in [
    ("index", lambda: (1, 2)[2]),
    ("store", lambda: store((1, 2))),
    ("tuple index", lambda: (1,).index(5)),
    ("add list", lambda: (1,) + [2]),
    ("mul", lambda: (1,) * (2,)),
    ("less", lambda: (1,) < [1]),
    ("less inner", lambda: (1, "a") < (1, 2)),
    ("hash", lambda: hash(([],))),
    ("append", lambda: (1,).append(2)),
    ("str index", lambda: (1,)["a"]),
    ("tuple int", lambda: tuple(5)),
    ("range none", lambda: range()),
    ("range str", lambda: range("5")),
    ("range float", lambda: range(1.0)),
    ("range zero", lambda: range(1, 2, 0)),
    ("range many", lambda: range(1, 2, 3, 4)),
    ("range index", lambda: range(3)[3]),
    ("range find", lambda: range(3).index(7)),
    ("range store", lambda: store(range(3))),
]:
    def store(sequence):
        sequence[0] = 1

    try:
        print(label, "=", action())
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)
