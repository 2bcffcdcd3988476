# Comprehensions of all kinds: nested, conditions, scopes, closures, order of evaluation, errors.
print([x * x for x in range(6)], [x for x in "hello" if x != "l"], [x for x in []])
print([(x, y) for x in range(3) for y in range(x)], [x + y for x in "ab" for y in "cd"])
print([x for x in range(30) if x % 2 if x % 3 == 0], [x if x % 2 else -x for x in range(5)])
print([[i * j for j in range(1, 4)] for i in range(1, 4)],
      [len(w) for w in "the quick fox".split()])
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(row) for row in zip(*matrix)], [cell for row in matrix for cell in row])
print([[row[i] for row in matrix] for i in range(3)], [sum(row) for row in matrix])
print({x % 3 for x in range(9)}, {c: ord(c) for c in "abc"}, {k: v for v, k in enumerate("xy")})
print({n: [d for d in range(1, n + 1) if n % d == 0] for n in (6, 7, 12)})
print({(i, j): i * j for i in range(2) for j in range(2)},
      {x: {y: x * y for y in "a"} for x in (1, 2)})
print(sum(x for x in range(5)), max((len(w), w) for w in ["a", "bcd"]), any(x > 3 for x in [1, 5]))
print(list(x for x in "ab"), tuple(i for i in range(3)), set(i // 2 for i in range(4)),
      sorted(-i for i in (1, 3, 2)))
print(dict((k, len(k)) for k in ["a", "bb"]), ", ".join(str(i) for i in range(4)),
      list(zip((i for i in "ab"), range(2))))

x = "outer"
inner = [x for x in range(3)]
print(x, inner)
n = 10
print([n + i for i in range(3)], [n for n in range(2)], n)


def scope(k):
    values = [k * i for i in range(3)]
    functions = [lambda: i for i in range(3)]
    bound = [lambda j=i: j for i in range(3)]
    return values, [f() for f in functions], [f() for f in bound]


print(scope(4))


class Holder:
    items = [1, 2, 3]
    doubled = [i * 2 for i in items]
    scale = 5

    def scaled(self):
        return [i * self.scale for i in self.items]


print(Holder.doubled, Holder().scaled())
log = []


def note(label, value):
    log.append(label)
    return value


print([note("elt", i) for i in note("iter", [1, 2]) if note("if", True)], log)
log.clear()
print({note("k", i): note("v", i) for i in range(2)}, log)
log.clear()
print([1 for i in note("outer", [1, 2]) for j in note("inner", [3])], log)

gen = (note("lazy", i) for i in range(3))
log.clear()
print(type(gen).__name__, log, next(gen), log, list(gen), log, list(gen))
a, *b = (i * i for i in range(4))
print(a, b)
print([a for a, b in [(1, 2), (3, 4)]], [p + q for p, (q, r) in [(1, (2, 3))]],
      [h for h, *t in ["abc", "de"]])
print([y for x in range(5) if (y := x * 2) > 4], y)
print([(lambda v: v + 1)(i) for i in range(3)], [f"{i:02d}" for i in range(3)],
      [not i for i in (0, 1)])
print([*[i for i in range(2)], *(i for i in "ab")], [[]for _ in range(2)], [None for _ in range(2)])
primes = [p for p in range(2, 40) if all(p % d for d in range(2, p))]
print(primes, [p for p in primes if p + 2 in primes])
triples = [(a, b, c) for c in range(1, 20) for b in range(1, c) for a in range(1,
                                                                               b) if a * a + b * b == c * c]
print(triples)
print([w for line in ["a b", "c"] for w in line.split()], {len(w) for w in ("x", "yy", "zz")})
print([i for i in reversed(range(3))], [i for i in sorted({3, 1, 2})],
      [k for k in {"a": 1, "b": 2}])
flat = [leaf for branch in [[[1], [2, 3]], [[4]]] for twig in branch for leaf in twig]
print(flat, [[j for j in range(i) if j % 2] for i in range(5) if i > 2])
table = {name: {"length": len(name), "first": name[0]} for name in ["ann", "bo"]}
print(table, [v["first"] for v in table.values() if v["length"] > 2])
print(len([i for i in range(10000) if i % 7 == 0]), sum(i * i for i in range(1000)))
for label, action in [
    ("division", lambda: [1 // i for i in (1, 0)]),
    ("not iterable", lambda: [i for i in 5]),
    ("unpack", lambda: [a for a, b in [(1,)]]),
    ("name", lambda: [undefined_name for i in [1]]),
    ("unhashable", lambda: {[i] for i in [1]}),
    ("lazy error", lambda: (i for i in 5)),
]:
    try:
        print(label, action())
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)
