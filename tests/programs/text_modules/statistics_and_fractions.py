"""statistics, fractions and numbers: exact sums, averages, spreads; rational arithmetic."""
import math
import numbers
import random
from fractions import Fraction as F
from statistics import *
import statistics

sets = [[1, 2, 3, 4], [1.5, 2.25, 3.125, 8.0], [0.1] * 10, [1e308, 1e308, -1e308], [F(1, 3), F(1, 6)], [True, False, True, 5], [3, 1.5, F(1, 2)] , [5], [1e-300, 2e300, 7]]
rng = random.Random(4)
sets.append([rng.gauss(10, 3) for _ in range(57)])
sets.append([rng.randrange(1000) for _ in range(40)])
for data in sets:
    print("data", data[:4])
    for f in (mean, fmean, geometric_mean, harmonic_mean, median, median_low, median_high, median_grouped, mode, multimode, variance, pvariance, stdev, pstdev, quantiles):
        try:
            print(f.__name__, repr(f(data)))
        except Exception as e:
            print(f.__name__, type(e).__name__, e)
for f in (mean, fmean, geometric_mean, harmonic_mean, median, median_low, median_high, mode, variance, stdev, pstdev, quantiles, multimode):
    try:
        print(f.__name__, f([]))
    except StatisticsError as e:
        print(f.__name__, e)
print(mean([float("inf"), 1]), mean([float("nan"), 1]), variance([1, float("inf")]))
print(fmean([1, 2, 3], weights=[1, 1, 2]), harmonic_mean([40, 60], weights=[5, 30]), harmonic_mean([1, 0, 2]))
print(quantiles(range(1, 12), n=10), quantiles([1, 2, 5], n=4, method="inclusive"), variance([1, 2, 4], 2), pvariance([1, 2, 4], mu=2.5))
for bad in (lambda: mean(["a"]), lambda: harmonic_mean([-1, 2]), lambda: quantiles([1, 2], n=0), lambda: quantiles([1, 2], method="x"), lambda: fmean([1], [1, 2]), lambda: geometric_mean([0.0])):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print(covariance(x, y), correlation(x, y), linear_regression(x, y), linear_regression(x, y, proportional=True))
try:
    correlation([1, 1], [2, 3])
except StatisticsError as e:
    print(e)
print(mode("aabbb"), multimode("abab"), mode(["x", "y", "y"]))
n = NormalDist(100, 15)
print(n, n.mean, n.variance, n.pdf(110), n.cdf(120), [n.inv_cdf(p) for p in (0.001, 0.1, 0.5, 0.77, 0.9999999999)], n.quantiles(), n.zscore(130))
print(n + 5, n * 2, n + NormalDist(5, 8), -n, n == NormalDist(100, 15), NormalDist.from_samples([1, 2, 3, 4.5]), n.overlap(NormalDist(110, 10)), 3 - n, hash(n) == hash(NormalDist(100, 15)))
print(NormalDist(5, 2).samples(3, seed=9))

print(F(3, 4), repr(F(6, -8)), F("1.25"), F(" -3/9 "), F("1e-3"), F(0.1), F(F(1, 2), F(3, 4)), F("2_000/3"), F(), F(True))
a, b = F(7, 3), F(-2, 5)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, b ** 3, 2 ** F(3), 2 ** F(1, 2), a + 1, 1 - a, 2 * a, 3 / a, 7 // a, a + 0.5, 0.5 / a, 1j * a)
print(a < b, a > 2, a == F(14, 6), F(1, 2) == 0.5, F(1, 2) == 0.5 + 0j, a <= 2.5, F(1, 3) != 1 / 3, hash(F(1, 2)) == hash(0.5), hash(F(5)) == hash(5), {F(2): 1}[2], bool(F(0)), sorted([F(1, 2), 0.25, 1, F(1, 3)]))
print(int(F(-7, 2)), round(F(7, 2)), round(F(5, 2)), round(F(-7, 3), 2), round(F(1234), -2), math.floor(F(-7, 2)), math.ceil(F(-7, 2)), math.trunc(F(7, 2)), float(F(1, 3)), abs(b), -a, +a)
print(F(math.pi).limit_denominator(1000), F(3.14159).limit_denominator(10), F(0.5).as_integer_ratio(), F(22, 7).numerator, F.from_float(0.25), sum([F(1, 3)] * 3))
for bad in (lambda: F(1, 0), lambda: F("x"), lambda: F(1.5, 2), lambda: F(1) / 0, lambda: F([]), lambda: F(0) ** -1, lambda: F(float("nan"))):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
print(isinstance(3, numbers.Integral), isinstance(3.0, numbers.Real), isinstance(F(1), numbers.Rational), isinstance(1j, numbers.Complex), isinstance(True, numbers.Number), isinstance(2.5, numbers.Rational), isinstance("x", numbers.Number), issubclass(int, numbers.Real))
print(f"{F(1, 2)}", str(F(4, 2)), "%s" % F(1, 7), [F(1, 2)])
