# for i, x in enumerate(...): a counter beside the iterator, with all that loops can do.


def each(seq, start):
    for i, x in enumerate(seq):
        print(i, x, end="; ")
    for i, x in enumerate(seq, 10):
        print(i, x, end="; ")
    for i, x in enumerate(seq, -2):
        print(i, x, end="; ")
    for i, x in enumerate(seq, start):
        print(i, x, end="; ")
    for [i, (a, b)] in enumerate(zip(seq, seq)):
        print(i, a + b, end="; ")
    for pair in enumerate(seq):
        print(pair, end="; ")
    for i, *rest in enumerate(seq):
        print(i, rest, end="; ")
    for i, x in enumerate(iterable=seq):
        print(i, x, end="; ")
    print()


def search(seq, wanted):
    for i, x in enumerate(seq):
        if x == wanted:
            break
    else:
        i = -1
    return i


def changes(seq):
    for i, x in enumerate(seq):
        if i < 3:
            seq.append(x * 2)
        i = "reset"
    return seq, i


def counted(seq):
    for i, x in enumerate(seq, 5):
        got = yield i * 2, x
        if got:
            i = got
    yield i


class Box:
    pass


def fails(f):
    try:
        f()
    except Exception as e:
        t = e.__traceback__
        while t.tb_next:
            t = t.tb_next
        print(type(e).__name__, e, t.tb_lineno)


def not_iterable():
    for i, x in enumerate(5):
        print(i)


def no_pairs():
    for i, (a, b) in enumerate([(1, 2), 3]):
        print(i, a, b)


each(["a", "b"], 2**70)
each("", 0)
print(search([3, 4, 5], 5), search([], 1), search({7: 1}, 7))
print(changes([1, 2]))
g = counted("xyz")
print(next(g), g.send(100), next(g), list(g))
fails(not_iterable)
fails(no_pairs)
b = Box()
items = {}
for b.i, items["x"] in enumerate([10, 20]):
    pass
print(b.i, items)
print([i * x for i, x in enumerate([5, 6, 7])], {x: i for i, x in enumerate("ab")})
print([(i, j, y) for i, x in enumerate(["ab", "c"]) for j, y in enumerate(x, 1)])
print(sum(i * x for i, x in enumerate([0.5, 1.5, 2.5])))
for i, i in enumerate("pq"):
    print(i)
for i, x in enumerate(range(3)):
    f = lambda: (i, x)
print(f(), i, x)

