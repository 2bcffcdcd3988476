# Functions whose parameters get their types from their calls alone.
import _typed_calls as m
import _typed_calls as other
from _typed_calls import g
print(m.f(1), g(2))
def call(mod, v):
    return mod.f(v)
print(call(m, "x"))
print(getattr(m, "g")(1, 2))
print([h(2) for h in (m.g,)])
def inner(n):
    return n + 1
print(inner(2))
try:
    print(inner("a"))
except TypeError as e:
    print(e)
def rec(n):
    return 0 if n == 0 else 1.5 + rec(n - 1)
print(rec(3), rec(0))
def swap(a, b):
    a, b = b, a
    return a, b
print(swap(1, 2.5), swap("a", None))
def opt(a=None, *, b=2.0):
    if a is None:
        a = 3
    return a * b
print(opt(), opt(2.5), opt(b=3), opt(4, b=1))
def unused(x):
    return x.foo + 1
def div(a, b):
    return a / b
try:
    div(1.0, 0)
except ZeroDivisionError as e:
    print(e)
print(div(10**400, 10**399), div(3, 2.0))
try:
    print(div(10**400, 2.5))
except OverflowError as e:
    print(e)
def fl(a):
    a += 1
    return a
print(fl(1.5), fl(True), fl(2**62), fl(4611686018427387903))
def b(x): return x and 2.5
print(b(0.0), b(1.0), b(0))
def cmp(x, y): return x < y, x == y
print(cmp(1, 2.0), cmp(2.0, 2), cmp(float("nan"), 1))
def nan(x): return x != x
print(nan(float("nan")), nan(1.0))
def mod(x, y): return x % y, x // y
print(mod(5.5, 2), mod(-5.5, 2.0), mod(7, -2.5))
try:
    mod(1.0, 0.0)
except ZeroDivisionError as e:
    print(e)
def power(x, y): return x ** y
print(power(2.0, 3), power(2.0, -1.0), power(-8.0, 1/3))
