# math: constants, roots, logs, trigonometry, rounding, integers, special values, errors.
import math
from math import ceil, floor, pi, sqrt

print(math.pi, math.e, math.tau, math.inf, -math.inf, math.nan)
print(sqrt(16), sqrt(2), math.isqrt(17), math.isqrt(10 ** 40), math.cbrt(27.0), math.pow(2, 10),
      math.exp(1))
print(floor(2.7), floor(-2.7), ceil(2.1), ceil(-2.1), math.trunc(2.9), math.trunc(-2.9), floor(5),
      ceil(10 ** 20))
print(math.log(math.e), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(0.0),
      math.expm1(0.0))
print(math.log(10 ** 100), math.log2(2 ** 200), math.log(0.5))
print(round(math.sin(pi / 6), 12), round(math.cos(pi), 12), round(math.tan(pi / 4), 12),
      math.sin(0))
print(math.asin(1), math.acos(1), math.atan(1), math.atan2(1, -1), math.atan2(0, -1))
print(round(math.sinh(1), 10), round(math.cosh(1), 10), round(math.tanh(0.5), 10), math.degrees(pi),
      math.radians(180))
print(math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)), math.fabs(-3),
      math.copysign(3, -0.0))
print(math.gcd(12, 18), math.gcd(0, 5), math.gcd(), math.gcd(12, 18, 27), math.lcm(4, 6),
      math.lcm(2, 3, 4))
print(math.factorial(0), math.factorial(10), math.factorial(25), math.comb(5, 2), math.perm(5, 2),
      math.comb(3, 5))
print(math.perm(4), math.comb(50, 25), math.prod([1, 2, 3, 4]), math.prod([]),
      math.prod([2.5, 2], start=3))
print(math.fsum([0.1] * 10), sum([0.1] * 10), math.fmod(7, 3), math.fmod(-7, 3),
      math.remainder(7, 4), -7 % 3)
print(math.modf(3.25), math.modf(-3.25), math.frexp(8.0), math.ldexp(0.5, 4), math.frexp(0.0))
print(math.isnan(math.nan), math.isnan(1), math.isinf(-math.inf), math.isfinite(1e308),
      math.isfinite(math.inf))
print(math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2))
print(math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9),
      math.isclose(math.inf, math.inf))
print(math.gamma(5), round(math.lgamma(10), 10), math.erf(0), math.erfc(0), math.ulp(1.0),
      math.nextafter(1.0, 2.0))
print(math.sqrt(0.0), math.sqrt(1e-300), math.exp(-1000), math.atan(math.inf), math.sqrt(math.inf))
print(sqrt(True), floor(True), math.sqrt(10 ** 30), math.floor(1e300) == int(1e300), math.pow(0, 0),
      math.pow(1, math.nan))
for label, action in [
    ("sqrt", lambda: math.sqrt(-1)),
    ("log", lambda: math.log(0)),
    ("log neg", lambda: math.log(-1)),
    ("log base", lambda: math.log(5, 1)),
    ("acos", lambda: math.acos(2)),
    ("exp", lambda: math.exp(1000)),
    ("pow", lambda: math.pow(10, 400)),
    ("pow neg", lambda: math.pow(-1, 0.5)),
    ("factorial", lambda: math.factorial(-1)),
    ("factorial float", lambda: math.factorial(2.5)),
    ("floor nan", lambda: math.floor(math.nan)),
    ("ceil inf", lambda: math.ceil(math.inf)),
    ("isqrt", lambda: math.isqrt(-1)),
    ("gcd", lambda: math.gcd(1.5, 2)),
    ("comb", lambda: math.comb(-1, 2)),
    ("sqrt str", lambda: math.sqrt("4")),
    ("sqrt none", lambda: math.sqrt()),
    ("sqrt two", lambda: math.sqrt(1, 2)),
    ("floor str", lambda: math.floor("a")),
    ("huge", lambda: math.sqrt(10 ** 400)),
    ("fmod", lambda: math.fmod(1, 0)),
    ("sin inf", lambda: math.sin(math.inf)),
    ("hypot", lambda: math.hypot("a")),
]:
    try:
        print(label, action())
    except (ValueError, ArithmeticError, TypeError) as error:
        print(f"{label}: {type(error).__name__}: {error}")


class Number:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __float__(self):
        return 16.0


n = Number()
print(floor(n), ceil(n), math.trunc(n), sqrt(n))
