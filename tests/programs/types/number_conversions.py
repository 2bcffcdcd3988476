# Conversions between int, float, bool, str, bytes.
for text in ["0", "-0", "+7", "007", " 42 ", "1_000", "0x1f", "1e3", "3.0", ".5", "5.", "inf",
             "-Infinity", "nan", "", "abc", "１２", "1 2", "--1", "1__0"]:
    out = []
    for kind in (int, float):
        try:
            out.append(kind(text))
        except ValueError as error:
            out.append(str(error))
    print(repr(text), *out, sep=" | ")
for base, text in [(2, "1011"), (8, "777"), (16, "fF"), (36, "zz"), (0, "0b101"), (0, "0o17"),
                   (0, "0xFF"), (0, "12"), (16, "0xff"), (2, "0b11"),
                   (0, "012"), (2, "12"), (37, "1"), (1, "1"), (10, "")]:
    try:
        print(base, text, int(text, base), end="; ")
    except ValueError as error:
        print(base, text, error, end="; ")
print()
for value in (0.5, 1.5, -1.5, 2.999999, 1e15, 1e16, -0.0, 123456789.987, 2.0 ** 53, 1e300):
    print(value, int(value), round(value), f"{value:.0f}", bool(value), value // 1, value % 1,
          sep=" | ")
types = lambda *values: [type(v).__name__ for v in values]
print(types(1 + 1, 1 + 1.0, True + 1, True + 1.0, 4 / 2, 4 // 2, 4.0 // 2, 2 ** 2, 2 ** -1,
            2 ** 0.5, True + True, True & True, True | 1))
print(types(sum([1, 2]), sum([1.0]), abs(True), round(1.5), round(1.5, 0), divmod(1, 2)[0],
            max(1, 2.0), -True, +True, ~True, not 1))
print(float(10 ** 22), float(10 ** 23), float(2 ** 53 + 1), int(float(2 ** 53 + 1)), float("1e23"),
      1e23 == 10 ** 23, 10 ** 22 == 1e22)
print(0.1 + 0.2, 0.1 * 3, 1 / 3 * 3, 1e16 + 1, 2 ** 53 + 1.0, 1e308 * 10, 5e-324 / 2, 1 - 0.9,
      100 * 1.1, 4.35 * 100)
print(str(1e5), str(1e16), str(123456789012345680.0), str(0.0001), str(0.00001), str(1.0),
      str(100.0), str(1e2), str(-1e-5), repr(1.1))
print(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.0 // 2, -7.5 % 2, 7 // -2.0, 1e20 // 3, 2 ** 70 // 1.0,
      5 % 0.3, -5 % 0.3)
print(int.from_bytes(b"\x01\x00", "big"), (5).to_bytes(2, "little"), chr(0x41), ord("é"), hex(-255),
      int("-0xff", 16), oct(0), bin(2 ** 10))
print(bool("0"), bool(0.0), bool("False"), int(True), float(False), str(True), int("1") + True,
      "5" * 2, [0] * True, "x" * False)
print(f"{True:d} {5:f} {5.0:.0f} {2 ** 60:e} {0.1:.17g} {1 / 3:.3%} {1234.5:,.1f} {-0.0:+} {1e-10:.2e} {255:#o} {7:03b}")
print(3 == 3.0, 3 is 3.0, hash(3) == hash(3.0), 3 < 3.5, 2 ** 53 == 2.0 ** 53,
      2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53, 1 / 3 < 0.3333333333333334)
print((0.1).as_integer_ratio(), (2.5).is_integer(), (4.0).is_integer(), (10).bit_length(),
      float.fromhex("0x1p-3"), (1.5).hex(), (7).__float__(), (7.9).__int__())
print(round(0.15, 1), round(0.25, 1), round(0.35, 1), round(2.5), round(-3.5), round(1e15 + 0.5),
      round(123.456, -1), round(5e-324, 10))


class Odd:
    def __int__(self):
        return 7

    def __float__(self):
        return 2.5

    def __index__(self):
        return 3

    def __bool__(self):
        return False

    def __str__(self):
        return "odd"


o = Odd()
print(int(o), float(o), bool(o), str(o), [0, 1, 2, 3][o], range(o), "ab" * 1, hex(o),
      [1, 2, 3, 4][:o], bytes(o), divmod(10, int(o)))


class Bad:
    def __int__(self):
        return "x"

    def __float__(self):
        return 5

    def __index__(self):
        return 1.5


for action in (lambda: int(Bad()), lambda: float(Bad()), lambda: [1][Bad()], lambda: int(object()),
               lambda: float(object()), lambda: int([1]), lambda: float("1" * 5 + "x")):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, str(error).split(" object at")[0])
