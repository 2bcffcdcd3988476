# set and frozenset: methods, operators, comparison, comprehension, membership, errors.
def show(*sets):
    print(*(sorted(s, key=str) for s in sets))


a, b = {1, 2, 3, 4}, {3, 4, 5}
show(a | b, a & b, a - b, b - a, a ^ b)
show(a.union(b, [9]), a.intersection([1, 4, 7]), a.difference(b, {1}), a.symmetric_difference("ab"))
print(a < b, a <= a, a < a, {1} < a, a >= {1, 2}, a > {1}, a == {4, 3, 2, 1}, a != b, {1} == [1])
print(a.issubset(range(10)), a.issuperset([1]), a.isdisjoint({7}), a.isdisjoint(b), set() <= a)
print(len(a), 3 in a, 9 not in a, bool(set()), len({1, 1.0, True}), len(set("hello")))

s = set()
s.add(1)
s.add(1)
s.add("x")
s.add((1, 2))
s.add(None)
show(s)
s.discard("zz")
s.discard(None)
s.remove("x")
show(s)
s.update([5, 6], (7,))
show(s)
s.difference_update([5], [6])
s.intersection_update([1, 7, 8])
show(s)
s.symmetric_difference_update({1, 2})
show(s)
c = s.copy()
c.clear()
print(c, len(s), c == set())
t = {1, 2, 3}
u = t
t |= {4}
t -= {1}
t &= {2, 3, 4, 5}
t ^= {5}
show(t)
print(t is u)
popped = {42}.pop()
print(popped, {7}, set(), frozenset(), frozenset([1]), {None}, {"a"}, {(1, 2)})

f = frozenset([1, 2])
show(f | {3}, {3} | f, f & {1}, f - {1})
print(type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2},
      hash(f) == hash(frozenset([2, 1])))
d = {f: "frozen key"}
print(d[frozenset([2, 1])], f in {f}, {frozenset([1])} == {frozenset([1])})
print(frozenset("ab") == frozenset("ba"), len(frozenset([1, 1])), sorted(frozenset("cab")))

show({x % 3 for x in range(10)}, {c for c in "hello" if c > "g"},
     {(i, j) for i in range(2) for j in "ab"})
show(set([1, 2]), set("ab"), set({"k": 1}), set(range(3)), set((1, (2, 3))))
print(sum({1, 2, 3}), max({3, 9}), min({"b", "a"}), sorted({3, 1, 2}, reverse=True), any({0}),
      all(set()))

seen, unique = set(), []
for x in [3, 1, 3, 2, 1]:
    if x not in seen:
        seen.add(x)
        unique.append(x)
print(unique)
big = set(range(0, 1000, 3)) & set(range(0, 1000, 5))
print(len(big), sorted(big)[:4])
for n in range(2000):
    big.add(n)
for n in range(0, 2000, 2):
    big.discard(n)
print(len(big), 1999 in big, 1998 in big)
sieve = set(range(2, 60))
for p in range(2, 8):
    sieve -= set(range(p * 2, 60, p))
print(sorted(sieve))
first, *others = sorted({5, 4, 3})
print(first, others)
print([x for x in {7}], list({8}), tuple({9}), *{10})

for label, action in [
    ("remove", lambda: {1}.remove(2)),
    ("remove str", lambda: {1}.remove("k")),
    ("pop", lambda: set().pop()),
    ("unhashable list", lambda: {[1]}),
    ("unhashable add", lambda: set().add({})),
    ("unhashable set", lambda: {1, {2}}),
    ("in unhashable", lambda: [] in {1}),
    ("or list", lambda: {1} | [2]),
    ("minus list", lambda: {1} - [1]),
    ("add", lambda: {1} + {2}),
    ("less", lambda: {1} < [2]),
    ("index", lambda: {1}[0]),
    ("set int", lambda: set(5)),
    ("hash", lambda: hash({1})),
    ("frozen add", lambda: frozenset().add(1)),
    ("union int", lambda: {1}.union(5)),
]:
    try:
        print(label, "=", action())
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)
