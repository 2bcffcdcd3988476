# Variables that are an int at first and a float later, and what stands on the edge of a double.


def mean(values):
    total = 0
    for v in values:
        total += v
    return total / len(values)


class Sum:
    def __init__(self):
        self.total = 0
        self.best = None

    def add(self, v):
        self.total += v
        if self.best is None or v > self.best:
            self.best = v
        return self


def keep(values):
    seen = []
    t = 0.0
    for v in values:
        before = t
        t += v
        seen.append(before)
        seen.append(t)
    return seen


print(mean([1, 2, 3]), mean([1, 2.5]), mean([2**60, 2**60]), mean([True, 0.5]))
s = Sum().add(1).add(2.5).add(10**30).add(float("inf"))
print(s.total, s.best, Sum().total)
print(keep([1, 0.5, 2**54, -1.0]))
for a in (2**53, 2**53 + 1, -(2**53) - 1, 2**62, 2**63, 0, -0.0, float("nan"), True):
    for b in (1, 3.0, 2.0**53, float(2**63), -7):
        print(a / b, a + b, a - b, a * b, a < b, a == b, a != b, a >= b)
        x = a
        x /= b
        y = a
        y *= b
        print(x, y, a)
for f in (lambda: 1 / 0, lambda: 1.0 / 0, lambda: 1 / 0.0, lambda: True / False):
    try:
        f()
    except ZeroDivisionError as e:
        print(e)


def ratio(i, j):
    return i / j + i % j


print(ratio(7, 2), ratio(-7, 2), sum(i / (i + 1) for i in range(10)))
try:
    for i in range(3, -1, -1):
        print(100 / i)
except ZeroDivisionError as e:
    print(e)
x = y = 1.5
x += y
x += x
print(x, y, "a" == "a", "ab"[0] == "a", "é" == "e", "a" != "b")
