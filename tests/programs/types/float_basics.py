# float: repr, arithmetic, rounding, special values, comparison, conversion, methods, errors.
print(0.1, 0.1 + 0.2, 1 / 3, 2 / 3, 1e16, 1e15, 123456789012345.6, 1e-4, 1e-5, 0.0001234)
print(1e22, 1e23, 1e100, 1.5e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308)
print(100.0, -0.0, 0.0, 3.0, -2.50, 1e0, 12345678.9, 1234567890123456789.0, 9007199254740993.0)
print(2 ** 0.5, 10 ** 0.5, 2.0 ** 10, (-8) ** (1 / 3) if False else "complex skipped", 0.0 ** 0)
print(7.5 // 2, 7.5 % 2, -7.5 // 2, -7.5 % 2, 7.5 // -2, 7.5 % -2, divmod(7.5, 2), divmod(-7.5, 2))
print(1e308 * 10, -1e308 * 10, 1e308 * 10 - 1e308 * 10, 5 % 3.5, -5 % 3.5, 0.0 // 1, -0.0 % 5)
print(7 / 2, 6 / 2, -7 / 2, 1 / -4, 7 // 2.0, 2 * 0.5, True + 0.5, 3 - 0.1, 10 ** -2, 1_0.5)

inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf == inf, nan == nan, nan != nan, inf > 1e308, nan < 1, nan > 1)
print(inf + 1, inf - inf, inf * 0, -inf < inf, max(1.0, inf), 1 / inf, -1 / inf, inf // 1, 5 % inf,
      -5 % inf)
print([nan] == [nan], nan in [nan], [nan] == [float("nan")])
print(0.0 == -0.0, 1.0 == 1, 0.1 + 0.2 == 0.3, 1e16 == 10 ** 16, 2.5 < 3, 3 > 2.999)

print(round(0.5), round(1.5), round(2.5), round(-0.5), round(-1.5), round(2.675, 2),
      round(1.005, 2))
print(round(3.14159, 3), round(1234.567, -2), round(2.5, 0), round(-2.567, 1), round(1e20),
      round(0.1, 5))
print(round(5.015, 2), round(1e300, 5), round(123.456, -3), type(round(2.7)).__name__,
      round(2.7, None))
print(int(2.9), int(-2.9), abs(-2.5), -(-1.5), +2.5, bool(0.0), bool(-0.0), bool(0.1), bool(nan))

print(float("3.14"), float(" 1e3 "), float("-.5"), float("1_000.5"), float("INF"), float("-nan"),
      float("5."))
print(float(7), float(True), float(), float("1e400"), float("1e-400"), float(b"2.5"),
      float("infinity"))
print((2.0).is_integer(), (2.5).is_integer(), (0.5).as_integer_ratio(), (-1.25).as_integer_ratio())
print((255.5).hex(), (0.1).hex(), float.fromhex("0x1.8p3"), (1.0).hex(), (-0.0).hex())
print(f"{3.14159:.2f} {3.14159:10.3f}| {1234567.891:,.2f} {0.000012345:.3e} {1e10:g} {123456789.0:g}")
print(f"{2.5:.0f} {3.5:.0f} {0.5:.0f} {1e6:g} {1e5:g} {0.0001:g} {0.00001:g} {100:.1%} {0.256:.1%}")
print(str(1.0), repr(1e-7), "%.3f" % 2.0, "%g" % 1e-5, "%e" % 12345.678, "%5.1f|" % 3.14159)
print(sum([0.1] * 10), sum([1, 2.5]), max(1, 2.0), min(2, 2.0), sorted([2.5, 1, -0.5, 3]))
print(hash(1.0) == hash(1), hash(0.5), hash(2.5) == hash(2.5), hash(inf), hash(-inf), hash(1e300))
print({1: "a", 1.0: "b", True: "c"}, len({0.0, -0.0, 0, False}))
print([x / 10 for x in range(11)])
print([0.1 * k for k in range(1, 10)])
print([10.0 ** k for k in range(-7, 1)], [10.0 ** k for k in range(14, 24)])
print(4.35 * 100, 1.1 * 3, 1.15 + 2.30, 1.1 + 2.2, 3.3 * 3, 0.7 + 0.1, 1 - 0.9)

for label, action in [
    ("1.0 / 0", lambda: 1.0 / 0),
    ("1.0 // 0", lambda: 1.0 // 0),
    ("1.0 % 0", lambda: 1.0 % 0.0),
    ("divmod", lambda: divmod(1.0, 0)),
    ("0.0 ** -1", lambda: 0.0 ** -1),
    ("overflow", lambda: 10.0 ** 400),
    ("float('x')", lambda: float("x")),
    ("float('')", lambda: float("")),
    ("float(None)", lambda: float(None)),
    ("float([])", lambda: float([])),
    ("round nan", lambda: round(nan)),
    ("round inf", lambda: round(inf)),
    ("1.0 + 's'", lambda: 1.0 + "s"),
    ("1.5 << 1", lambda: 1.5 << 1),
    ("index", lambda: [1, 2][1.0]),
    ("range", lambda: range(1.5)),
    ("1.5 < 's'", lambda: 1.5 < "s"),
    ("ratio", lambda: inf.as_integer_ratio()),
]:
    try:
        print(label, "=", action())
    except (ArithmeticError, ValueError, TypeError) as error:
        print(label, "->", type(error).__name__ + ":", error)
