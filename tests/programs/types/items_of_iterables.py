# What iterables of the library give is known: characters, words, ints of ranges, copies of lists;
# and what such lists become when something else is put into them.


def words_of(text):
    words = text.split()
    words.append(len(words))
    for w in words:
        print(w, end=" ")
    print()
    lines = text.splitlines()
    lines[0] = None
    print(lines, [w.upper() for w in text.split(" ")])


def numbers(text):
    values = list(map(int, text.split(",")))
    values.append(10**20)
    floats = list(map(float, text.split(",")))
    floats[0] += 0.5
    ordered = sorted(values)
    ordered.insert(0, "first")
    copied = list(values)
    copied[0] = "changed"
    print(values, floats, ordered, copied, sum(values), sum(floats), min(values), max(floats))


def letters(text):
    counts = {}
    for c in text:
        if c == "a" or c > "x":
            counts[c] = counts.get(c, 0) + 1
    return counts, list(text), sorted(text)[0] == "a"


def choose(a, b, c):
    print(min(a, b), max(a, b), min(a, b, c), max(c, b, a))


class Money:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("lt", self.n, other.n)
        return self.n < other.n

    def __gt__(self, other):
        print("gt", self.n, other.n)
        return self.n > other.n


words_of("a quick\nbrown fox")
numbers("3,1,2")
print(letters("banana xyz é"))
choose(1, 2, 3)
choose(2**70, 1, -(2**70))
choose(1.5, float("nan"), 0.5)
choose(float("nan"), 1.0, 2.0)
choose(1, 1.0, True)
choose("b", "a", "c")
choose([1, 2], [1], [3])
print(min(Money(2), Money(1), Money(3)).n, max(Money(2), Money(1)).n)
first = Money(1)
print(min(first, Money(1)) is first, max(first, Money(1)) is first)
for f in (lambda: min(1, "a"), lambda: min([]), lambda: max(1), lambda: min(1, None, 2)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
total = 0
for i in range(3, 12, 4):
    total += max(i, 5) - min(i, 9) + abs(i - 8)
print(total, abs(-2.5), abs(-(10**20)), abs(True), max([2, 7, 1]), min("hello"))
print([min(x, 3) for x in range(5)], list(range(2**63, 2**63 + 2)), [i for i in range(0)])
xs = [0.5, 2.5]
print(max(xs[0], xs[1]), min(xs[0], 1), max(xs[1], 3.0, xs[0]))
print(sum([]), sum([True, 2]), sum(range(5)), sum([[1], [2]], []))
