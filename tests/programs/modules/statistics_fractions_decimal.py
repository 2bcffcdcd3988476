# statistics, fractions and decimal: the exact ones among the numbers.
import statistics
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, getcontext
from fractions import Fraction

print(statistics.mean([1, 2, 3, 4]), statistics.mean([1.5, 2.5]), statistics.median([3, 1, 2]),
      statistics.median([1, 2, 3, 4]))
print(statistics.mode("aabbb"), statistics.multimode([1, 1, 2, 2]), statistics.pstdev([1, 2, 3, 4]),
      statistics.stdev([1, 2, 3, 4]))
print(statistics.variance([2, 4, 6]), statistics.pvariance([2, 4, 6]),
      statistics.median_low([1, 2]), statistics.median_high([1, 2]))
print(statistics.fmean([1, 2, 4]), statistics.geometric_mean([1, 4, 16]),
      statistics.harmonic_mean([2, 6]), statistics.quantiles([1, 2, 3, 4, 5]))
try:
    statistics.mean([])
except statistics.StatisticsError as error:
    print(error)

a, b = Fraction(1, 3), Fraction("0.25")
print(a, repr(a), a + b, a - b, a * b, a / b, a ** 2, -a, a + 1, a * 0.5, 1 / a, a.numerator,
      a.denominator)
print(a < b, a == Fraction(2, 6), Fraction(0.5), Fraction("3/9"), Fraction(7, -3), float(a),
      int(Fraction(7, 2)), round(Fraction(5, 2)))
print(sum([Fraction(1, n) for n in range(1, 6)]), Fraction(3.14159).limit_denominator(100),
      divmod(Fraction(7, 2), 1), hash(Fraction(2)) == hash(2))
for bad in (lambda: Fraction(1, 0), lambda: Fraction("x")):
    try:
        bad()
    except (ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)

x, y = Decimal("0.1"), Decimal("0.2")
print(x + y, x + y == Decimal("0.3"), x * y, y / x, x - y, -x, Decimal(1) / Decimal(7),
      Decimal("1.10") + 1, repr(x))
print(Decimal("2.675").quantize(Decimal("0.01"), ROUND_HALF_UP),
      Decimal("2.5").quantize(Decimal(1)), Decimal("1E+3"), Decimal("100").normalize())
print(Decimal(2).sqrt(), Decimal("10") ** 3, Decimal("7") // 2, Decimal("-7") % 3,
      Decimal("1.0") == 1, Decimal("3.14") > 3)
print(f"{Decimal('1234.5'):,.2f}", str(Decimal("0.00")), int(Decimal("7.9")), float(Decimal("0.5")),
      Decimal(0.5), Decimal("NaN").is_nan())
print(sum([Decimal("0.1")] * 10), max(Decimal("1"), Decimal("2")), Decimal("1.20").as_tuple(),
      round(Decimal("2.675"), 2))
getcontext().prec = 6
print(Decimal(1) / Decimal(3), Decimal("123456789") + 1)
for bad in (lambda: Decimal("x"), lambda: Decimal(1) / 0, lambda: Decimal(1) + 0.5):
    try:
        print(bad())
    except (InvalidOperation, ZeroDivisionError, TypeError) as error:
        print(type(error).__name__)
