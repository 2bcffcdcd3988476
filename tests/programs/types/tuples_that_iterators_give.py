"""enumerate, zip, items and pairwise give tuples: each its own, whoever keeps it."""
import itertools


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def kept():
    print(list(enumerate('abc')), list(zip('ab', 'cd')), list({1: 2, 3: 4}.items()))
    pairs = []
    for pair in {1: 'one', 2: 'two', 3: 'three'}.items():
        pairs.append(pair)
    print(pairs, [p is q for p in pairs for q in pairs])
    first = None
    for place, item in enumerate(['x', 'y', 'z']):
        first = first or (place, item)
    print(first, place, item)
    walk = zip([1, 2, 3], [4, 5, 6])
    one = next(walk)
    two = next(walk)
    print(one, two, one is two)
    del one
    three = next(walk)
    print(two, three)
    print(list(itertools.pairwise('abcd')), max(enumerate([3, 9, 4]), key=lambda pair: pair[1]))
    print({pair: 1 for pair in zip('ab', 'cd')}, dict(zip('ab', itertools.count())))


def inner():
    for a, b in {'k': 1, 'l': 2}.items():
        for c, d in {'k': 3}.items():
            print(a, b, c, d)
    table = {'a': 1, 'b': 2}
    walk = iter(table.items())
    left = next(walk)
    for right in walk:
        print(left, right)
    try:
        for key, value in table.items():
            table[key + '2'] = value
    except RuntimeError as error:
        print(error)
    for wrong in (enumerate('ab'), zip('ab', 'cd')):
        try:
            for a, b, c in wrong:
                pass
        except ValueError as error:
            print(error)


def strict():
    try:
        for pair in zip([1, 2], [3], strict=True):
            print(pair)
    except ValueError as error:
        print(error)


def within_itself():
    class Nested:
        def __init__(self):
            self.count = 0

        def __iter__(self):
            return self

        def __next__(self):
            self.count += 1
            if self.count == 2:
                print('inner', next(walk, None))
            if self.count > 4:
                raise StopIteration
            return self.count

    walk = zip(Nested(), itertools.count(10))
    print(list(walk))


def lifetimes():
    walk = enumerate([Loud('a'), Loud('b')])
    for place, thing in walk:
        print(place, thing.name)
    del thing
    print('after')
    del walk
    print('end')


kept()
inner()
strict()
within_itself()
lifetimes()
