"""What the writers of random programs share: lines with their indentation, and choices."""
import contextlib
import random


class Writer:
    """Writes a program out of choices that `seed` decides."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.lines = []
        self.level = 0
        self.counter = 0

    def line(self, text=""):
        self.lines.append("    " * self.level + text if text else "")

    @contextlib.contextmanager
    def block(self, head):
        self.line(head)
        self.level += 1
        yield
        self.level -= 1

    def fresh(self, prefix):
        """A name that was not there before."""
        self.counter += 1
        return f"{prefix}{self.counter}"

    def number(self):
        self.counter += 1
        return self.counter

    def chance(self, probability):
        return self.random.random() < probability

    def pick(self, *choices):
        return self.random.choice(choices)

    def between(self, least, most):
        return self.random.randint(least, most)

    def pick_row(self, table):
        """A value of a table {value: weight}."""
        return self.random.choices(list(table), list(table.values()))[0]

    def text(self):
        return "\n".join(self.lines) + "\n"
