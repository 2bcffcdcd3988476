# Values read out of others for one operation: they are kept by what they were read from, which may
# be the last to have them, be a class, or lose them right afterwards.


class Inner:
    default = 7

    def __init__(self, v):
        self.v = v
        self.tag = None


class Outer:
    shared = [1, 2, 3]

    def __init__(self, n):
        self.inner = Inner(n)
        self.items = [Inner(i) for i in range(n)]
        self.grid = [[i * j for j in range(n)] for i in range(n)]
        self.text = "abc" * n

    def swap(self):
        self.inner = Inner(self.inner.v + 1)
        return self

    def last(self):
        return self.items[-1].v + self.items[-2].v

    def total(self):
        t = 0
        for row in self.grid:
            for x in row:
                t += x
        return t

    def put(self, i, j, v):
        self.grid[i][j] = v
        self.grid[-1][-1] = self.grid[i][j]
        self.items.append(Inner(v))
        self.items[0] = self.items[-1]
        return self.grid[i][j] + len(self.items) + self.shared[1]


def make(n):
    return Outer(n)


def drop(o):
    o.inner.tag = o
    o = o.inner
    o = o.tag
    o.inner.tag = None
    return o.inner.v


print(make(3).inner.v, make(4).items[2].v, make(2).swap().inner.v, make(3).inner.tag is None)
o = Outer(5)
print(o.last(), o.total(), o.put(1, 2, 99), o.total(), o.items[0] is o.items[-1])
print(o.inner.default, o.text[2] == "c", o.text[-1] == o.text[1], len(o.text), drop(o))
for f in (lambda: o.items[20].v, lambda: o.grid[1][50], lambda: make(1).last(), lambda: o.inner.no):
    try:
        print(f())
    except (IndexError, AttributeError) as e:
        print(type(e).__name__, e)


class Link:
    def __init__(self, v, next):
        self.v = v
        self.next = next


def second_of(chain):
    while chain.next is not None and chain.next.next is not None:
        chain = chain.next.next
    return chain.v


def big(chain):
    return chain.next.v * 2**64 + chain.v - chain.next.v


chain = None
for i in range(7):
    chain = Link(i + 2**61, chain)
print(second_of(chain), big(chain), big(Link(1, Link(2**62, None))))
