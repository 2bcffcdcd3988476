# Augmented assignment on names, items, attributes and slices; in-place against rebinding.
n = 7
n += 3
n -= 1
n *= 4
print(n)
n //= 5
n **= 3
n %= 100
print(n)
n <<= 3
n >>= 1
n |= 0b1001
n &= 0xFF
n ^= 0b11
print(n)
n /= 4
print(n)
f = 2.5
f //= 1
f **= 0.5
print(f)

a = [1, 2]
b = a
a += [3]
a += "xy"
a += (9,)
print(b, a is b)
a = a + [4]
print(len(a), len(b), a is b)
b *= 2
print(b)

t = (1,)
u = t
t += (2, 3)
t *= 2
print(t, u)
s = "ab"
s += "c"
s *= 3
print(s)
by = b"a"
by += b"b"
print(by)

st = {1, 2, 3}
alias = st
st |= {4}
st &= {2, 3, 4, 5}
st -= {2}
st ^= {3, 9}
print(sorted(st), alias is st)
d = {"a": 1}
d |= {"b": 2, "a": 3}
print(d)

row = [1, 2, 3]
row[0] += 10
row[-1] *= 5
row[1:2] += [7, 8]
print(row)
counts = {}
for ch in "mississippi":
    counts[ch] = counts.get(ch, 0) + 1
counts["s"] -= 100
print(counts)
matrix = [[0] * 3 for _ in range(2)]
matrix[1][2] += 5
matrix[0][0] -= 1
print(matrix)


class Acc:
    total = 0

    def __init__(self):
        self.items = []

    def add(self, x):
        self.total += x
        self.items += [x]


acc = Acc()
acc.add(3)
acc.add(4)
print(acc.total, Acc.total, acc.items)


def where(label):
    print("eval", label)
    return row


where("container")[0] += 1
print(row)


class Vec:
    def __init__(self, *xs):
        self.xs = list(xs)

    def __iadd__(self, other):
        print("iadd")
        self.xs = [a + b for a, b in zip(self.xs, other.xs)]
        return self

    def __add__(self, other):
        print("add")
        return Vec(*self.xs, *other.xs)

    def __mul__(self, k):
        print("mul")
        return Vec(*[x * k for x in self.xs])


v = w = Vec(1, 2)
v += Vec(10, 20)
print(v.xs, v is w)
v *= 3
print(v.xs, w.xs, v is w)


def try_it(x, y):
    try:
        x += y
        print(x)
    except TypeError as error:
        print(error)


try_it(1, "a")
try_it("a", 1)
try_it([], 1)
try_it(None, 1)
try_it((1,), [2])
try_it({1}, [2])
tup = ([1], 2)
try:
    tup[0] += [5]
except TypeError as error:
    print(error)
print(tup)
