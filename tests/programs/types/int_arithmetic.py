# int: division and modulo of all signs, powers, bit operations, conversions.
for a in (7, -7):
    for b in (2, -2, 3, -3):
        print(a, b, a // b, a % b, divmod(a, b), a / b, a * b, a - b)

print(0 // 5, 0 % 5, -0, 5 // 1, -5 // 1, 1 // -5, -1 // 5, -1 % 5)
print(2 ** 10, 2 ** 0, 0 ** 0, (-2) ** 3, -2 ** 2, 2 ** -1, (-2) ** -3, 10 ** -2)
print(pow(3, 4), pow(3, 4, 5), pow(3, -1, 7), pow(-3, 5, 7), pow(2, 100, 1000), pow(5, 0, 1))
print(6 & 3, 6 | 3, 6 ^ 3, ~6, ~-1, -6 & 3, -6 | 3, -6 ^ 3, -1 >> 3, -9 >> 1, -9 << 2, 1 << 40)
print(5 & ~1, (1 << 5) - 1, 0xFF >> 4, 0b1010, 0o17, 0xDEADBEEF, 1_000_000)

big = 2 ** 62
print(big - 1, big, big + 1, -big, -big - 1, big * 2 - 1, big * 2, -big * 2)
print(9223372036854775807 + 1, -9223372036854775808 - 1, 4611686018427387904 + 4611686018427387904)
print(3037000500 * 3037000500, 4294967296 * 4294967296, -4294967296 * 2147483648)
print(9223372036854775807 // -1, -9223372036854775808 // -1, -9223372036854775808 % -1)
print(abs(-9223372036854775808), -(-9223372036854775808), 1 << 62, 1 << 63, 1 << 64, -1 << 63)
n = 1
for i in range(1, 26):
    n *= i
print(n, n // 10 ** 20, n % 1000000007)
total = 0
for i in range(10):
    total += 10 ** i * (-1) ** i
print(total)

print(int("42"), int("-0017"), int(" 7\n"), int("1_000"), int("ff", 16), int("0xff", 16),
      int("0b11", 0))
print(int("z", 36), int("777", 8), int("0o17", 0), int(3.99), int(-3.99), int(True), int(),
      int("+5"))
print(int(1e18), int(2.0 ** 70), int("9" * 25), int(b"12"))
print(bin(10), bin(-10), oct(64), oct(-64), hex(255), hex(-255), bin(0), hex(2 ** 70))
print((255).bit_length(), (0).bit_length(), (-256).bit_length(), (2 ** 100).bit_length())
print((255).bit_count(), (-7).bit_count(), (10).numerator, (10).denominator, (5).real, (5).imag)
print((1024).to_bytes(2, "big"), (1024).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True))
print(int.from_bytes(b"\x04\x00", "big"), int.from_bytes(b"\xfe\xff", "little", signed=True))
print((7).as_integer_ratio(), (3).conjugate(), (5).__add__(6), (6).__index__())
print(True + True, True * 5, -True, ~True, True << 3, sum([True, False, True]), 7 // True)
print(1 < 2, 1 == 1.0, 2 > True, 0 == False, 3 != 3.5, 10 ** 20 > 1e19,
      2 ** 53 + 1 == float(2 ** 53))
print(round(1234), round(1234, -2), round(1250, -2), round(1350, -2), round(-1550, -2), round(5, 2))
print(repr(-5), str(10 ** 15), f"{10 ** 6:,}", f"{255:#x}", f"{-5:+d}", f"{42:08b}")

for label, action in [
    ("1 // 0", lambda: 1 // 0),
    ("1 % 0", lambda: 1 % 0),
    ("1 / 0", lambda: 1 / 0),
    ("divmod", lambda: divmod(5, 0)),
    ("0 ** -1", lambda: 0 ** -1),
    ("1 << -1", lambda: 1 << -1),
    ("1 >> -1", lambda: 1 >> -1),
    ("int('x')", lambda: int("x")),
    ("int('')", lambda: int("")),
    ("int('1.5')", lambda: int("1.5")),
    ("int('12', 2)", lambda: int("12", 2)),
    ("int('1', 99)", lambda: int("1", 99)),
    ("int(None)", lambda: int(None)),
    ("int([])", lambda: int([])),
    ("int(5, 2)", lambda: int(5, 2)),
    ("int(inf)", lambda: int(float("inf"))),
    ("int(nan)", lambda: int(float("nan"))),
    ("pow mod 0", lambda: pow(2, 3, 0)),
    ("no inverse", lambda: pow(2, -1, 4)),
    ("to_bytes", lambda: (256).to_bytes(1, "big")),
    ("to_bytes neg", lambda: (-1).to_bytes(1, "big")),
    ("1 + 'a'", lambda: 1 + "a"),
    ("1 < 'a'", lambda: 1 < "a"),
    ("5 & 1.0", lambda: 5 & 1.0),
    ("~1.5", lambda: ~1.5),
    ("2 ** 'x'", lambda: 2 ** "x"),
]:
    try:
        print(label, "=", action())
    except (ArithmeticError, ValueError, TypeError) as error:
        print(label, "->", type(error).__name__ + ":", error)
