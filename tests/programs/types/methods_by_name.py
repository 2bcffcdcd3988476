# Methods of built-in types that nothing in the program calls in plain sight: a built program is
# linked with those that can be asked for, by whatever way.
from typing import Protocol, runtime_checkable


@runtime_checkable
class Appends(Protocol):
    def append(self, item): ...


@runtime_checkable
class Partitions(Protocol):
    def partition(self, sep): ...

    def rpartition(self, sep): ...


class Stack(list):
    def push(self, item):
        super().insert(len(self), item)

    pop_last = list.pop


def upper_or_none(x):
    return x.upper() if hasattr(x, "upper") else None


print([isinstance(x, Appends) for x in ([], (), "", bytearray(), {}, Stack())])
print([isinstance(x, Partitions) for x in ("", b"", [], bytearray())])

s = Stack()
s.push(1)
s.push(2)
print(s, s.pop_last(), s)

print([upper_or_none(x) for x in ("a", b"b", 1, None)])
print(sorted(["b", "A", "c"], key=str.lower), list(map(bytes.hex, [b"\x01", b"\xff"])))
print("{0.real} {0.imag} {1.numerator}".format(3 + 4j, 7))

calls = {"list": getattr([3, 1, 2], "count"), "str": getattr("abcabc", "rfind")}
print(calls["list"](1), calls["str"]("b"))
print(dict.fromkeys("ab", 0), int.from_bytes(b"\x01\x00"), bytes.fromhex("0aff"), float.fromhex("0x1p3"))

try:
    [].add(1)
except AttributeError as e:
    print(e)
try:
    {}.append(1)
except AttributeError as e:
    print(e)
print({1, 2} == set(frozenset.union(frozenset([1]), [2])), (1, 2, 1).count(1), range(9).index(4))
try:
    print(getattr(5, "bit_length")(), getattr(2.5, "as_integer_ratio")(), (2.0).is_integer())
    print(getattr("x", "absent", "none"), hasattr({}, "get"), hasattr({}, "absent"))
finally:
    print("abc".translate(str.maketrans("ab", "xy")))
