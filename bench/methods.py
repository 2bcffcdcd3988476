# Calls of methods: one class, a subclass that overrides, and counters in fields.
import sys


class Counter:
    def __init__(self, step):
        self.step = step
        self.value = 0

    def amount(self, i):
        return self.step + (i & 3)

    def bump(self, i):
        self.value += self.amount(i)


class Double(Counter):
    def amount(self, i):
        return self.step * 2


def run(counter, n):
    for i in range(n):
        counter.bump(i)
    return counter.value


n = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
print(run(Counter(1), n), run(Double(2), n))
