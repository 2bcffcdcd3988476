# Number games: sieves, factoring, perfect numbers, digits, Pascal, Collatz, base conversion.
def sieve(limit):
    marks = [True] * (limit + 1)
    marks[0:2] = [False, False]
    for n in range(2, int(limit ** 0.5) + 1):
        if marks[n]:
            marks[n * n::n] = [False] * len(marks[n * n::n])
    return [n for n, prime in enumerate(marks) if prime]


def incremental_primes():
    composites = {}
    n = 2
    while True:
        if n in composites:
            for p in composites.pop(n):
                composites.setdefault(n + p, []).append(p)
        else:
            yield n
            composites[n * n] = [n]
        n += 1


def factors(n):
    result, d = {}, 2
    while d * d <= n:
        while n % d == 0:
            result[d] = result.get(d, 0) + 1
            n //= d
        d += 1
    if n > 1:
        result[n] = 1
    return result


def miller_rabin(n):
    if n < 2:
        return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0:
            return n == p
    d, r = n - 1, 0
    while d % 2 == 0:
        d, r = d // 2, r + 1
    for a in (2, 3, 5, 7, 11, 13, 17):
        x = pow(a, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(r - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def digits(n, base):
    symbols = "0123456789abcdefghijklmnopqrstuvwxyz"
    if n == 0:
        return "0"
    out = []
    sign, n = ("-", -n) if n < 0 else ("", n)
    while n:
        n, d = divmod(n, base)
        out.append(symbols[d])
    return sign + "".join(reversed(out))


def fib(n):
    """Fast doubling."""
    if n == 0:
        return 0, 1
    a, b = fib(n // 2)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n % 2 else (c, d)


primes = sieve(200)
print(primes, len(sieve(10000)))
gen = incremental_primes()
print([next(gen) for _ in range(25)] == primes[:25], next(gen))
for n in (1, 60, 97, 1001, 2 ** 20, 600851475143):
    f = factors(n)
    print(n, " * ".join(f"{p}^{e}" if e > 1 else str(p) for p, e in f.items()) or "1")
print([n for n in range(2, 10000) if sum(d for d in range(1, int(n ** 0.5) + 1) if n % d == 0)
       + sum(n // d for d in range(2, int(n ** 0.5) + 1) if n % d == 0 and d * d != n) == n])
print([miller_rabin(n) for n in (2, 561, 7919, 2 ** 61 - 1, 2 ** 89 - 1, 10 ** 18 + 9,
                                 2 ** 64 + 1)])
print([(p, p + 2) for p in primes if p + 2 in primes][:8], sum(primes), gcd(1071, 462))
print([digits(n, b) for n, b in ((255, 2), (255, 16), (-100, 7), (0, 5), (2 ** 70, 36))],
      int("zz", 36))
print(fib(10)[0], fib(100)[0], len(str(fib(1000)[0])))
print([n for n in range(10, 1000) if n == sum(int(c) ** len(str(n)) for c in str(n))])
print([n for n in range(1, 100) if str(n * n).endswith(str(n))], sum(map(int, str(2 ** 100))))
triples = [(a, b, c) for a in range(1, 30) for b in range(a,
                                                          30) for c in [int((a * a + b * b) ** 0.5)]
           if c * c == a * a + b * b and gcd(a, b) == 1]
print(triples)
pi_digits, q, r, t, k, m, x = [], 1, 0, 1, 1, 3, 3
while len(pi_digits) < 30:
    if 4 * q + r - t < m * t:
        pi_digits.append(m)
        q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
    else:
        q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
print("".join(map(str, pi_digits)))
