# sum, min, max, any, all, len, abs, round, divmod, pow with all their arguments.
print(sum([1, 2, 3]), sum([], 5), sum([0.5, 1]), sum((True, True)), sum([[1], [2]], []),
      sum(range(5), start=10), sum([(1,), (2,)], ()))
print(sum(x * x for x in range(4)), sum({1: "a", 2: "b"}), sum([10 ** 20, 1]), sum([1, 2.5, True]),
      sum([-1.5]))
print(min(3, 1, 2), min([3, 1]), min("hello"), min([[2], [1, 5]]), min({"b": 1, "a": 2}),
      min([], default="none"), min(-0.0, 0.0))
print(max(3, 1, 2), max([3.5, 3]), max("az", "b"), max([1], default=5), max((), default=None),
      max(1, True), max(True, 1))
print(max(["aa", "b"], key=len), min(["aa", "b"], key=len), max(-5, 3, key=abs),
      min({"x": 3, "y": 1}.items(), key=lambda kv: kv[1]))
print(max([1, 5, 5.0]), min([2, 1.0, 1]), max("a", "B", key=str.lower), max([(1, "b"), (1, "a")]),
      max(range(0, 100, 7)))
print(any([]), any([0, ""]), any([0, 1]), all([]), all([1, "a"]), all([1, 0]), any("a"), all("ab"),
      any({}), all({0: 1}))
print(any(x > 2 for x in [1, 3]), all(x > 0 for x in [1, 3]), any(map(str.isdigit, "ab1")),
      all([[]]), any([[], [0]]))
log = []
print(any(log.append(x) or x > 1 for x in range(5)), log, all(x < 3 for x in range(10)))
print(len(""), len("héllo"), len([1]), len({}), len({1, 2}), len(range(3, 10, 2)), len(b"abc"),
      len((1,)), len("日本"))
print(abs(-5), abs(5.5), abs(-0.0), abs(True), abs(-10 ** 20), abs(-2 ** 63))
print(round(2.5), round(3.5), round(-2.5), round(2.567, 2), round(1234, -2), round(5), round(0.5),
      round(1.5), round(2.675, 2), round(True))
print(round(2.5, 0), round(-0.4), round(1e20), round(12.5, -1), round(15, -1), round(25, -1),
      round(1.0), type(round(1.5)).__name__)
print(divmod(7, 2), divmod(-7, 2), divmod(7, -2), divmod(7.5, 2), divmod(10 ** 20, 3),
      divmod(True, 2), divmod(0, 5), divmod(-1, 3))
print(pow(2, 10), pow(2, -1), pow(2.0, 3), pow(2, 10, 1000), pow(7, -1, 5), pow(0, 0), pow(-2, 3),
      pow(base=2, exp=5, mod=7))
print(list(map(max, [1, 5], [3, 2])), list(map(sum, [[1, 2], [3]])), list(zip([1], [2])),
      list(map(pow, [2, 3], [3, 2])))
print(bin(5), hex(255), oct(8), chr(65), ord("A"), ascii("é"), repr("x"), hash(5), hash(True),
      hash(-1), callable(len), id(5) == id(5))
print([f(v) for f in (sum, min, max, len, sorted, list, tuple, set) for v in ([3, 1],)])


def mean(xs):
    return sum(xs) / len(xs)


def variance(xs):
    m = mean(xs)
    return sum((x - m) ** 2 for x in xs) / len(xs)


def mode(xs):
    return max(set(xs), key=lambda x: (xs.count(x), -x))


data = [2, 4, 4, 4, 5, 5, 7, 9]
print(mean(data), variance(data), variance(data) ** 0.5, mode(data), sorted(data)[len(data) // 2],
      max(data) - min(data))
for label, action in [
    ("sum str", lambda: sum(["a", "b"])),
    ("sum start str", lambda: sum(["a"], "")),
    ("sum bytes", lambda: sum([b"a"], b"")),
    ("sum none", lambda: sum([None])),
    ("min empty", lambda: min([])),
    ("max empty", lambda: max(())),
    ("max mixed", lambda: max([1, "a"])),
    ("max default", lambda: max(1, 2, default=3)),
    ("max int", lambda: max(5)),
    ("max none", lambda: max()),
    ("min key", lambda: min([1, 2], key=1)),
    ("any int", lambda: any(5)),
    ("len int", lambda: len(5)),
    ("len gen", lambda: len(x for x in [])),
    ("abs str", lambda: abs("5")),
    ("round str", lambda: round("5")),
    ("round digits", lambda: round(2.5, "a")),
    ("divmod", lambda: divmod(1, "a")),
    ("pow", lambda: pow(2, 3, 0)),
    ("pow float mod", lambda: pow(2.0, 3, 5)),
    ("chr", lambda: chr(10 ** 10)),
]:
    try:
        print(label, action())
    except (TypeError, ValueError, OverflowError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
