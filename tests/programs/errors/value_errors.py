# ValueErrors and OverflowErrors: conversions, searches, ranges, formats, domain errors of math.
import math

CASES = [
    ("int", lambda: int("abc")),
    ("int float", lambda: int("3.7")),
    ("int empty", lambda: int("")),
    ("int space", lambda: int("1 2")),
    ("int base", lambda: int("9", 8)),
    ("int prefix", lambda: int("0x1g", 16)),
    ("int under", lambda: int("1__0")),
    ("int quotes", lambda: int("it's")),
    ("int newline", lambda: int("a\nb")),
    ("int bytes", lambda: int(b"x1")),
    ("float", lambda: float("1,5")),
    ("float empty", lambda: float(" ")),
    ("index", lambda: [1].index(5)),
    ("index str", lambda: ["a"].index("b")),
    ("remove", lambda: [1].remove(5)),
    ("tuple index", lambda: (1,).index(2)),
    ("str index", lambda: "abc".index("z")),
    ("str rindex", lambda: "abc".rindex("z")),
    ("range index", lambda: range(3).index(5)),
    ("unpack", lambda: unpack([1])),
    ("unpack many", lambda: unpack("abc")),
    ("chr", lambda: chr(0x110000)),
    ("chr negative", lambda: chr(-5)),
    ("range step", lambda: range(0, 1, 0)),
    ("slice step", lambda: "abc"[::0]),
    ("split", lambda: "a".split("")),
    ("zip strict", lambda: list(zip([1], [1, 2], strict=True))),
    ("zip strict 2", lambda: list(zip([1, 2], [1], strict=True))),
    ("sqrt", lambda: math.sqrt(-1)),
    ("log", lambda: math.log(0)),
    ("factorial", lambda: math.factorial(-1)),
    ("acos", lambda: math.acos(2)),
    ("exp", lambda: math.exp(1000)),
    ("pow overflow", lambda: 2.0 ** 5000),
    ("floor inf", lambda: math.floor(float("inf"))),
    ("shift", lambda: 1 << -5),
    ("to_bytes", lambda: (300).to_bytes(1, "little")),
    ("byteorder", lambda: (1).to_bytes(1, "middle")),
    ("bytes", lambda: bytes([300])),
    ("fromhex", lambda: bytes.fromhex("abc")),
    ("format", lambda: format(1, "zz")),
    ("format str", lambda: "{:d}".format("a")),
    ("format key", lambda: "{0.real.x}".format(1)),
    ("percent", lambda: "%" % ()),
    ("repeat", lambda: [0] * (2 ** 62)),
    ("min", lambda: min(())),
    ("max key", lambda: max([], key=len)),
    ("digits", lambda: int("1" * 5000)),
    ("str digits", lambda: str(10 ** 5000)),
]


def unpack(value):
    a, b = value
    return a, b


for label, action in CASES:
    try:
        print(label, "=", action())
    except (ValueError, ArithmeticError, AttributeError, MemoryError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
print(issubclass(UnicodeDecodeError, ValueError), issubclass(OverflowError, ArithmeticError))
print(issubclass(ZeroDivisionError, ArithmeticError),
      issubclass(FloatingPointError, ArithmeticError))
