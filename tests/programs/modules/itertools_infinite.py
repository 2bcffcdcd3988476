# itertools, the first half: count, cycle, repeat, chain, islice, accumulate, takewhile, groupby.
import itertools as it
from itertools import chain, count, cycle, groupby, islice

print(list(islice(count(), 5)), list(islice(count(10, -3), 4)), list(islice(count(0.5, 0.5), 3)))
print(list(islice(cycle("abc"), 7)), list(it.repeat("x", 3)), list(islice(it.repeat(0), 2)),
      list(cycle([])))
print(list(chain("ab", [1], (), range(2))), list(chain.from_iterable(["ab", "cd"])), list(chain()))
print(list(islice("abcdef", 3)), list(islice("abcdef", 2, 5)), list(islice("abcdef", 1, None, 2)),
      list(islice([], 3)))
print(list(it.accumulate([1, 2, 3, 4])), list(it.accumulate([3, 1, 4], max)),
      list(it.accumulate("abc")))
print(list(it.accumulate([1, 2], initial=10)), list(it.accumulate([2, 3, 4], lambda a, b: a * b)),
      list(it.accumulate([])))
print(list(it.takewhile(lambda x: x < 4, [1, 3, 5, 2])),
      list(it.dropwhile(lambda x: x < 4, [1, 3, 5, 2])))
print(list(it.filterfalse(lambda x: x % 2, range(6))), list(it.filterfalse(None, [0, 1, ""])))
print(list(it.compress("abcdef", [1, 0, 1, 0, 1])), list(it.starmap(pow, [(2, 3), (3, 2)])))
print(list(it.zip_longest("abc", [1], fillvalue="-")), list(it.zip_longest([1, 2], [3])),
      list(it.pairwise("abcd")))
print([(k, list(g)) for k, g in groupby("aaabbca")],
      [(k, len(list(g))) for k, g in groupby([1, 1, 2])])
animals = ["ant", "bee", "bear", "cat", "cow"]
print({k: list(g) for k, g in groupby(animals, key=lambda w: w[0])},
      [k for k, g in groupby(animals, len)])
a, b = it.tee([1, 2, 3])
print(next(a), list(b), list(a))
a, b, c = it.tee((n * n for n in range(4)), 3)
print(list(a), next(b), list(c), list(b))
counter = count(5)
print(next(counter), next(counter), counter, it.repeat("z", 2), count(1, 2))
pairs = zip(count(1), "abc")
print(dict(pairs), list(zip("ab", cycle([True, False]))))
lines = ["# head", "# more", "data 1", "# late", "data 2"]
print(list(it.dropwhile(lambda s: s.startswith("#"), lines)))
gen = (print("made", i) or i for i in range(5))
print(list(islice(gen, 2)), next(gen))
flat = list(chain.from_iterable([[1, 2], [3], []]))
print(flat, sum(islice(count(1), 100)), list(map(lambda a, b: a + b, count(), [10, 20])))


def batched(items, n):
    source = iter(items)
    while batch := list(islice(source, n)):
        yield batch


print(list(batched("abcdefg", 3)))


def round_robin(*sources):
    active = [iter(s) for s in sources]
    while active:
        for source in list(active):
            try:
                yield next(source)
            except StopIteration:
                active.remove(source)


print(list(round_robin("abc", "d", "ef")))
for label, action in [
    ("islice", lambda: islice([1], -1)),
    ("islice str", lambda: islice([1], "a")),
    ("chain", lambda: list(chain([1], 5))),
    ("repeat", lambda: list(it.repeat("a", "b"))),
    ("count", lambda: count("a")),
    ("accumulate", lambda: list(it.accumulate([1, "a"]))),
    ("starmap", lambda: list(it.starmap(pow, [5]))),
]:
    try:
        print(label, action())
    except (ValueError, TypeError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
it = iter(range(10)); print(list(islice(it, 4, 1)), next(it))
it = iter(range(10)); print(next(islice(it, 3, 3), None), next(it))
it = iter(range(10)); print(list(islice(it, 4, 1, 2)), next(it))
it = iter(range(10)); print(list(islice(it, 1, 6, 2)), next(it))
it = iter(range(10)); print(list(islice(it, 0)), next(it))
it = iter(range(3)); print(list(islice(it, 5, 9)), next(it, 'end'))
it = iter(range(10)); print(list(islice(it, 1, 5, 10)), next(it))
it = iter(range(10)); s = islice(it, 2, None, 3); print(next(s), next(s), next(it))
