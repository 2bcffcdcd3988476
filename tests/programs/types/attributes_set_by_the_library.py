# What the library stores in instances of the program's classes, of other types than the program does.
import argparse
from unittest import mock


class Options:
    def __init__(self):
        self.level = 0
        self.ratio = 0.5
        self.name = "none"

    def show(self):
        return self.level + 1, self.ratio * 2, self.name.upper()


options = Options()
print(options.show())
parser = argparse.ArgumentParser()
parser.add_argument("--level", type=float)
parser.add_argument("--ratio", type=int)
parser.parse_args(["--level", "2.5", "--ratio", "3"], namespace=options)
print(options.show())
with mock.patch.object(options, "level", 10**30):
    print(options.show())
with mock.patch.object(Options, "show", lambda self: "patched"):
    print(options.show())
print(options.show(), Options().show())
