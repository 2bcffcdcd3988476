# Cells, generic entries, class bodies.
class Counter:
    step = 2

    def __init__(self, start):
        self.value = start

    def bump(self):
        self.value += self.step
        return self.value


def adder(n):
    async def add(x):
        return x + n
    return add


print(Counter(1).bump(), adder(2).__name__)
