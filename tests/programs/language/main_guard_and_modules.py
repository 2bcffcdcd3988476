# Module level: __name__ guard, imports of every form, docstring, dunder globals.
"""The module's own docstring."""
import math
import os.path
import time as clock
from math import floor as down, pi
from math import (
    ceil,
    sqrt as root,
)

print("top of the module", __name__, __doc__)
print(math.floor(2.5), down(2.5), ceil(2.5), round(pi, 3), root(9), clock.sleep(0),
      os.path.join("a", "b"))
CONSTANT = 5
if CONSTANT > 3:
    def chosen():
        return "defined in if"
else:
    def chosen():
        return "defined in else"
for i in range(2):
    def in_loop():
        return i
print(chosen(), in_loop())
try:
    import no_such_module_anywhere
except ImportError as error:
    print(type(error).__name__, error)
try:
    from math import no_such_name
except ImportError as error:
    print(str(error).split(" (")[0])


def uses_later():
    return defined_below() + CONSTANT


def defined_below():
    return 10


print(uses_later())
CONSTANT = 50
print(uses_later())


def local_import():
    import string
    from math import gcd
    return string.digits, gcd(12, 18)


print(local_import())
try:
    string
except NameError as error:
    print(error)


class AtModule:
    value = CONSTANT

    def where(self):
        return __name__


print(AtModule.value, AtModule().where(), AtModule.__module__)
i = "rebound"
print(in_loop())
total = 0
for n in range(5):
    if n == 3:
        continue
    total += n
else:
    total += 100
print(total, n)
while True:
    total -= 30
    if total < 50:
        break
print(total)


def main():
    print("main runs", __name__ == "__main__")
    return 0


if __name__ == "__main__":
    result = main()
    print("result", result)
print("bottom of the module")
