# Functions of floats: parameters and results that are never objects, and those that must be.
import math


def square(x):
    return x * x


def mean(a, b=2.5):
    a += 1.0
    return (a + b) / 2


def root(x):
    if x < 0.0:
        raise ValueError("negative")
    return x**0.5


def inverse(x):
    return 1.0 / x


def integrate(f, a, b, n):
    h = (b - a) / n
    total = 0.0
    for i in range(n):
        total += f(a + i * h)
    return total * h


def either(x, exact):
    if exact:
        return int(x)
    return x


def captured(x):
    def inner():
        nonlocal x
        x *= 2.0
        return x

    return inner() + inner()


def result(result):
    result -= 0.5
    return result


def recurse(x, n):
    if n == 0:
        return x
    return recurse(x * 1.5, n - 1) + x


def rebound(x):
    x = x * 2.0
    s = str(x)
    x = s
    return x


def passed(x):
    return [x, x], {x: x}, (x,), f"{x:.3f}"


def deleted(x):
    y = x + 1.0
    del x
    try:
        return x
    except UnboundLocalError as e:
        print(e)
    return y


class Shape:
    def area(self, scale):
        return 0.0


class Disc(Shape):
    def __init__(self, r):
        self.r = r

    def area(self, scale):
        return math.pi * self.r * self.r * scale

    def grown(self, by):
        return Disc(self.r + by)

    def ratio(self, other):
        return self.r / other.r


class Box(Shape):
    def __init__(self, w, h):
        self.w, self.h = w, h

    def area(self, scale):
        return self.w * self.h * scale


print(square(1.5), mean(1.0), mean(1.0, 4.0), mean(b=1.0, a=0.0), root(2.25))
print(integrate(square, 0.0, 1.0, 100), integrate(math.sin, 0.0, 1.0, 10))
print(either(2.5, True), either(2.5, False), captured(1.5), result(1.0), recurse(1.0, 5))
print(rebound(1.5), passed(0.1), deleted(2.0))
for f, v in ((root, -1.0), (inverse, 0.0), (inverse, -0.0), (inverse, float("nan"))):
    try:
        print(f(v))
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
try:
    print(root(-4.0))
except ValueError as e:
    print(e, e.__traceback__.tb_next.tb_lineno)
print([s.area(2.0) for s in (Disc(1.0), Box(2.0, 3.0), Shape())])
print(Disc(1.0).grown(0.5).ratio(Disc(2.0)), Disc(0.5).grown(-0.5).r)
try:
    Disc(1.0).ratio(Disc(0.0))
except ZeroDivisionError as e:
    print(e)
x = square(3.0)
y = square(x)
print(x, y, square(square(2.0)), max(square(2.0), 3.0), sorted([square(-2.0), 1.0]))
