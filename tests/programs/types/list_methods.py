# list: every method, slices read and written, sorting, comparison, identity, repr, errors.
a = [3, 1, 2]
a.append(4)
a.extend([5, 6])
a.extend("ab")
a.insert(0, "first")
a.insert(100, "last")
a.insert(-1, "before last")
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove("before last") if "before last" in a else None
print(a, a.index(2), a.index("a", 3), a.count(1), a.count("zz"))
a.reverse()
print(a, a.copy() == a, a.copy() is a)
a.clear()
print(a, bool(a), len(a))

n = [5, 3, 8, 1, 9, 2]
n.sort()
print(n, n.sort(reverse=True), n)
print(sorted(n, key=lambda x: x % 3), sorted("bca"), sorted((3, 1)), sorted({"b": 1, "a": 2}))
people = [("bob", 25), ("al", 30), ("cy", 25), ("di", 30)]
people.sort(key=lambda p: p[1])
print(people)
people.sort(key=lambda p: p[1], reverse=True)
print(people)
print(sorted([[2, 1], [1, 5], [1]]), sorted([True, 0, 2, -1]), sorted([1.5, 1, 0.5]))

s = list(range(10))
print(s[2:5], s[:3], s[7:], s[-3:], s[:-7], s[::3], s[::-1], s[8:2:-2], s[5:2], s[100:], s[-100:2])
s[2:5] = ["x"]
print(s)
s[1:1] = [10, 11]
print(s)
s[::2] = [0] * len(s[::2])
print(s)
s[:] = "abc"
print(s)
s[5:] = [9]
s[1:2] = []
print(s)
s += [1] * 2
s *= 2
print(s, s[-1], s[0])

print([1, 2] + [3], [0] * 3, 2 * [1, 2], [1] * 0, [[]] * 2, [1, 2] == [1, 2], [1, 2] == (1, 2))
print([1, 2] < [1, 3], [1] < [1, 0], [] < [1], [2] > [1, 9], [1, "a"] == [1, "a"], [1, 2] != [2, 1])
print(2 in [1, 2], "x" not in ["y"], [1] in [[1]], None in [None], 1.0 in [1], True in [1])
print(list(), list("abc"), list((1, 2)), list({1: 2}), list(range(3)), [*range(2)],
      list(map(str, [1])))
print(min([3, 1]), max([3, 1]), sum([1, 2, 3]), sum([[1], [2]], []), any([0, 1]), all([]),
      len([[]]))

grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
shared = [[0] * 2] * 2
shared[0][0] = 1
print(grid, shared)
loop = [1]
loop.append(loop)
print(loop, [loop, loop])
print([1, "two", 3.0, None, True, [4], (5,), {"k": 6}, {7}, b"8", "it's", 'say "hi"'])
b = a
b.append(1)
print(a is b, a)
x = [1, 2, 3, 4, 5, 6]
for item in x[:]:
    if item % 2 == 0:
        x.remove(item)
print(x, x.__len__(), x.__contains__(3), x.__getitem__(0))
del x[0]
print(x)
stack, queue = [], [1, 2, 3]
while queue:
    stack.append(queue.pop(0))
print(stack[::-1])

for label, action in [
    ("index", lambda: [1][5]),
    ("negative", lambda: [1][-2]),
    ("store", lambda: [1].__setitem__(3, 0)),
    ("pop empty", lambda: [].pop()),
    ("pop range", lambda: [1].pop(3)),
    ("remove", lambda: [1].remove(2)),
    ("index of", lambda: [1].index(2)),
    ("str index", lambda: [1]["a"]),
    ("add tuple", lambda: [1] + (2,)),
    ("mul list", lambda: [1] * [2]),
    ("mul str", lambda: [1] * "a"),
    ("sort mixed", lambda: [1, "a"].sort()),
    ("sort none", lambda: sorted([None, 1])),
    ("less", lambda: [1] < 1),
    ("less inner", lambda: [1, "a"] < [1, 2]),
    ("extend int", lambda: [].extend(5)),
    ("list int", lambda: list(5)),
    ("hash", lambda: hash([])),
    ("key", lambda: {[]: 1}),
    ("append", lambda: [].append()),
    ("append two", lambda: [].append(1, 2)),
    ("attribute", lambda: [].push(1)),
    ("slice size", lambda: [1, 2, 3, 4].__setitem__(slice(None, None, 2), [1])),
    ("slice type", lambda: [1].__setitem__(slice(0, 1), 5)),
    ("step zero", lambda: [1][::0]),
    ("call", lambda: [1](0)),
    ("min", lambda: min([])),
    ("sum", lambda: sum(["a"])),
]:
    try:
        print(label, "=", action())
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)
