"""Every operator over every pair of numbers at the edges: words, big ints, floats, bools, complex."""


def show(label, f, *args):
    try:
        print(label, repr(f(*args)))
    except Exception as e:
        print(label, type(e).__name__, e)


NUMBERS = [
    0, 1, -1, 7, -7, 63, 255, 2**31, 2**53 + 1, 2**62 - 1, 2**62, -2**62, -2**62 - 1, 2**63, -2**63,
    2**64, 10**19 + 7, -10**30 - 3, 2**200 - 1, -3**151, 0.0, -0.0, 1.0, -1.0, 0.5, -2.5, 1e16,
    9007199254740993.0, 1e22, 1e300, 5e-324, 1.7976931348623157e308, float("inf"), float("-inf"),
    float("nan"), True, False, 1 + 2j, -1.5j, 123456789.123,
]
OPERATORS = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b,
    "/": lambda a, b: a / b, "//": lambda a, b: a // b, "%": lambda a, b: a % b,
    "divmod": divmod, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b,
    "<": lambda a, b: a < b, "<=": lambda a, b: a <= b, "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b, ">": lambda a, b: a > b, ">=": lambda a, b: a >= b,
}
EXPONENTS = [-70, -3, -1, 0, 1, 2, 31, 64, 0.5, -0.5, 2.0, True, 1j]

for a in NUMBERS:
    for b in NUMBERS:
        for name, f in OPERATORS.items():
            show(f"{a} {name} {b}", f, a, b)
    for b in EXPONENTS:
        show(f"{a} ** {b}", lambda: a ** b)
        show(f"{a} << {b}", lambda: a << b)
        show(f"{a} >> {b}", lambda: a >> b)

for a in NUMBERS:
    show(f"unary {a}", lambda: (-a, +a, abs(a), not a))
    show(f"~{a}", lambda: ~a)
    show(f"hash {a}", lambda: hash(a) if a == a else 0)
    for kind in (int, float, bool, complex, str, bin, oct, hex):
        show(f"{kind.__name__} {a}", kind, a)
    for digits in (None, 0, 1, 2, 17, -1, -2, -18, -19, -20, -320, 400, 10**30):
        show(f"round {a} {digits}", round, a, digits)
    for m in (1, -1, 7, -13, 2**61 - 1, 2**64, 0, 2.0):
        for e in (0, 1, 5, 10**20, -1):
            show(f"pow {a} {e} {m}", pow, a, e, m)
    show(f"bits {a}", lambda: (a.bit_length(), a.bit_count(), a.numerator, a.denominator))
    show(f"ratio {a}", lambda: (a.as_integer_ratio(), a.conjugate(), a.real, a.imag))
    show(f"hex {a}", lambda: (a.is_integer(), a.hex()))
    for size in (1, 8, 9, 30):
        for order in ("big", "little"):
            for signed in (False, True):
                show(f"bytes {a} {size}", lambda: a.to_bytes(size, order, signed=signed))
