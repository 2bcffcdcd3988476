"""cmath: every function over a grid of numbers, extremes, infinities, and what is refused."""
import cmath
import math
import os

NAMES = ('sqrt exp log log10 acos acosh asin asinh atan atanh cos cosh sin sinh tan tanh phase polar '
         'isfinite isinf isnan').split()
grid = [complex(a / 2, b / 2) for a in range(-5, 6) for b in range(-5, 6)]
extremes = [0.0, 1.0, -1.0, 1e-310, 1e308, -1e308, 710.0, -800.0]
grid += [complex(a, b) for a in extremes for b in extremes]
grid += [complex(math.inf, 1), complex(1, -math.inf), complex(math.nan, 1)]


def show(function, *arguments, **keywords):
    try:
        print(function.__name__, *arguments, function(*arguments, **keywords))
    except (ValueError, OverflowError, TypeError, ZeroDivisionError) as error:
        print(function.__name__, *arguments, type(error).__name__, error)


for name in NAMES:
    function = getattr(cmath, name)
    for z in grid:
        show(function, z)

for r in [0.0, 1.0, 2.5, -1.0, math.inf]:
    for phi in [0.0, 0.5, math.pi, -2.0, math.inf, math.nan]:
        show(cmath.rect, r, phi)

show(cmath.log, 8, 2)
show(cmath.log, 1j, 1 + 1j)
show(cmath.log, 2, 1)
show(cmath.sqrt, -4)
show(cmath.sqrt, True)
show(cmath.sqrt, 'text')
show(cmath.sqrt, None)


class Half:
    def __complex__(self):
        return 0.5j


class Wrong:
    def __complex__(self):
        return 'x'

    def __repr__(self):
        return 'Wrong()'


class Real:
    def __float__(self):
        return 2.25

    def __repr__(self):
        return 'Real()'


print(cmath.exp(Half()), complex(Half()))
show(cmath.exp, Wrong())
show(cmath.sqrt, Real())
print(cmath.isclose(1 + 1j, 1 + 1j + 1e-12), cmath.isclose(1, 1.1), cmath.isclose(1, 1.1, rel_tol=0.2),
      cmath.isclose(0, 1e-12, abs_tol=1e-9), cmath.isclose(math.inf, math.inf), cmath.isclose(math.inf, 1j))
show(cmath.isclose, 1, 2, rel_tol=-1)
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj)


def roots(a, b, c):
    discriminant = cmath.sqrt(b * b - 4 * a * c)
    return (-b + discriminant) / (2 * a), (-b - discriminant) / (2 * a)


print(roots(1, 2, 5), roots(1, -3, 2))
print(os.path.isabs(__file__), os.path.basename(__file__))
