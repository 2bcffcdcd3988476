# Big ints: arithmetic far beyond a word, division, shifts, bits, text, comparison, conversion.
a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, b - a, a - b)
print(a * b)
print(b // a, b % a, divmod(-b, a), divmod(b, -a), divmod(-b, -a))
print(a // 7, a % 7, -a // 7, -a % 7, a // -7, 7 // a, -7 // a, -7 % a)
print(a ** 3)
print(2 ** 200, 3 ** 100, (-3) ** 51)
print(a & b, a | b, a ^ b, ~a)
print(-a & b, a | -b, -a ^ b, -a & -b)
print(a >> 10, -a >> 10, a >> 200, -a >> 200, a << 70, 1 << 100)
print(a == a + 0, a < b, -a < a, a != b, a > 10, 10 < a, 2 ** 64 == 2.0 ** 64, a > 1.5, a > 1e40)
print(hash(2 ** 61 - 1), hash(2 ** 61), hash(-1), hash(2 ** 64), hash(-(2 ** 61)))
print(len({2 ** 70: 1, 2 ** 70: 2, 2.0 ** 70: 3}), 2 ** 70 in [1180591620717411303424])
print(str(a), repr(-b), f"{a:,}", f"{a:_}", f"{a:x}", f"{a:>40}", f"{a:e}", f"{-a:+d}")
print(hex(a), bin(2 ** 70 + 5), oct(8 ** 30))
print(int("1" * 50), int("-" + "9" * 40), int("f" * 40, 16), int("1" * 80, 2))
print(a.bit_length(), (2 ** 1000).bit_length(), (2 ** 64 - 1).bit_count())
print((2 ** 64).to_bytes(9, "big"), int.from_bytes(bytes(range(1, 13)), "big"))
print(float(a), float(2 ** 80), a / b, a / 10, 10 / a, (2 ** 1030) / (2 ** 1020), 2 ** 70 * 0.5)
print(abs(-a), -(-a), +a, bool(a), not a, round(a, -5), round(a))
print(pow(a, b, 10 ** 9 + 7), pow(2, 1000, 2 ** 61 - 1), pow(3, -1, 10 ** 18 + 9))
print(sum([2 ** 62, 2 ** 62, 2 ** 62]), max(a, b), min(-a, -b), sorted([b, 1, a, -b]))
print(divmod(10 ** 30, 10 ** 10), 10 ** 30 // 10 ** 29, 10 ** 18 * 10 ** 18 % 97)


def factorial(n):
    result = 1
    for i in range(2, n + 1):
        result *= i
    return result


def fib(n):
    x, y = 0, 1
    for _ in range(n):
        x, y = y, x + y
    return x


print(factorial(60))
print(fib(300))
print(sum(int(d) for d in str(2 ** 1000)), len(str(factorial(200))))
print(factorial(52) // factorial(47), factorial(30) % factorial(25))

shrink = 2 ** 70
while shrink > 5:
    shrink //= 1000
print(shrink, shrink + 1)
diff = (2 ** 80 + 1) - 2 ** 80
print(diff, [10, 20, 30][diff], "ab" * (2 ** 65 - 2 ** 65 + 2), range(5)[2 ** 70 - 2 ** 70 + 3])


def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x = y
        y = (x + n // x) // 2
    return x


print(isqrt(2 * 10 ** 60), isqrt(10 ** 40))


def gcd(x, y):
    while y:
        x, y = y, x % y
    return x


print(gcd(factorial(30), 2 ** 100 * 3 ** 50), gcd(a, b))

for label, action in [
    ("index", lambda: [1][2 ** 70]),
    ("repeat", lambda: "a" * 2 ** 70),
    ("float", lambda: float(10 ** 400)),
    ("divide", lambda: 10 ** 400 / 3),
    ("mixed", lambda: 10 ** 400 * 1.0),
    ("shift", lambda: 2 ** 70 // 0),
    ("range len", lambda: len(range(2 ** 70))),
]:
    try:
        print(label, action())
    except (ArithmeticError, IndexError) as error:
        print(label, "->", type(error).__name__ + ":", error)
