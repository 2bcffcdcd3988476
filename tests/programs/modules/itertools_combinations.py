# itertools, the second half: product, permutations, combinations, and what is built from them.
from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()),
      list(product("a", [])))
print(list(permutations("abc")), list(permutations([1, 2, 3], 2)), list(permutations([])),
      list(permutations("a", 2)))
print(list(combinations("abcd", 2)), list(combinations(range(3), 3)), list(combinations("a", 0)),
      list(combinations("ab", 3)))
print(list(combinations_with_replacement("ab", 2)), len(list(combinations(range(10), 4))))
print(["".join(p) for p in permutations("aab")], sorted({"".join(p) for p in permutations("aab")}))
print(sum(1 for _ in product(range(4), repeat=4)), len(list(permutations(range(5)))))
print([a + b for a, b in product("xy", "12")], {(a, b): a * b for a, b in product([1, 2], [3, 4])})
print([c for c in combinations([1, 2, 3, 4, 5], 3) if sum(c) == 9])
suits, ranks = "SH", "AKQ"
deck = [r + s for s, r in product(suits, ranks)]
print(deck, list(combinations(deck, 2))[:3])


def subsets(items):
    for size in range(len(items) + 1):
        yield from combinations(items, size)


print(list(subsets("abc")), sum(1 for _ in subsets(range(10))))


def solve():
    """SEND + MORE = MONEY is too slow to try all; TWO + TWO = FOUR has fewer letters."""
    for t, w, o, f, u, r in permutations(range(10), 6):
        if t and f and 2 * (100 * t + 10 * w + o) == 1000 * f + 100 * o + 10 * u + r:
            return t, w, o, f, u, r


print(solve())
routes = {("A", "B"): 4, ("A", "C"): 2, ("B", "C"): 5, ("A", "D"): 7, ("B", "D"): 1, ("C", "D"): 3}


def length(path):
    return sum(routes[min(p, q), max(p, q)] for p, q in zip(path, path[1:]))


best = min((("A",) + middle + ("A",) for middle in permutations("BCD")), key=length)
print(best, length(best))
truth = [(p, q, (not p) or q) for p, q in product([True, False], repeat=2)]
for p, q, implied in truth:
    print(f"{p!s:<6}{q!s:<6}{implied}")
dice = {}
for roll in product(range(1, 7), repeat=2):
    dice[sum(roll)] = dice.get(sum(roll), 0) + 1
print(dice, max(dice, key=dice.get))
it = permutations([1, 2, 3])
print(next(it), next(it), len(list(it)), next(it, "done"))
for label, action in [
    ("permutations", lambda: list(permutations([1], -1))),
    ("combinations", lambda: list(combinations([1], -1))),
    ("product", lambda: list(product([1], repeat=-1))),
    ("not iterable", lambda: list(product(5))),
    ("missing", lambda: combinations([1])),
]:
    try:
        print(label, action())
    except (ValueError, TypeError) as error:
        print(f"{label}: {error}")
