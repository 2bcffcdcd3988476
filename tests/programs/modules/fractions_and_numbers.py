# fractions.Fraction in full, and numbers' abstract classes.
import copy
import math
import numbers
import random
from decimal import Decimal
from fractions import Fraction as F


def shown(work):
    try:
        return repr(work())
    except Exception as e:
        return f'{type(e).__name__} {e}'


for text in ('a', '1/0', ' -3/4 ', '1_000.5e-2', '3 /4', '.5', '5.', '+7', '1e3', '', '1/-2', '-0.25'):
    print(repr(text), shown(lambda: F(text)))
for work in (lambda: F(1, 0), lambda: F(1.5, 2), lambda: F(None), lambda: F(float('nan')), lambda: F(float('inf')),
             lambda: F(1, 2) + 'a', lambda: F(1, 2) / 0, lambda: F(0) ** -1, lambda: F(1, 2) // 0, lambda: F(1, 2) % 0,
             lambda: F(1, 2) < 'a', lambda: F(1, 2).limit_denominator(0), lambda: F(1, 2).foo, lambda: F.from_float('a'),
             lambda: F(1, 2) + Decimal(1), lambda: f'{F(1, 2):.2f}', lambda: setattr(F(1, 2), 'numerator', 3)):
    print(shown(work))
print(F(0.1), F(Decimal('0.1')), F(F(1, 3), F(2, 5)), F(6, -4), F(True), F(), F.from_float(0.5), F.from_decimal(Decimal('1.1')))
print(F(1, 2) ** F(1, 2), F(3, 2) ** 2, F(-3, 2) ** -3, 2 ** F(1, 2), 2 ** F(3), 2.0 ** F(1, 2), F(2) ** 0.5)
print(F(1, 2) + 1.5, F(1, 2) * 1j, 1.5 // F(1, 2), 2 - F(1, 3), 7 % F(2, 3), divmod(F(7, 2), F(1, 3)), divmod(7, F(2)))
print(round(F(5, 2)), round(F(7, 2)), round(F(355, 113), 2), round(F(12345, 1), -2), int(F(-7, 2)), math.floor(F(-7, 2)),
      math.ceil(F(-7, 2)), math.trunc(F(7, 2)), float(F(1, 3)), complex(F(1, 2)), bool(F(0)), abs(F(-1, 2)), -F(1, 2))
print(hash(F(1, 2)) == hash(0.5), hash(F(3)) == hash(3), F(1, 3) == 1 / 3, F(1, 2) == 0.5, F(1, 2) == 0.5 + 0j,
      F(1, 2) < float('inf'), F(1, 2) > float('nan'), F(1, 2) != None, F(1, 2) <= 0.5, max(F(1, 2), 0.4, F(2, 3)))
print(F(math.pi).limit_denominator(1000), F('3.14159').limit_denominator(10), F(1, 2).as_integer_ratio(), repr(F(3, 1)),
      str(F(3, 1)), sum([F(1, n) for n in range(1, 20)]), copy.deepcopy(F(1, 2)), {F(1, 2): 'half'}[0.5])
random.seed(1)
for _ in range(40):
    a, b = (F(random.randrange(-50, 50), random.randrange(1, 30)) for _ in range(2))
    print(a, b, a + b, a - b, a * b, a / b if b else '-', a // b if b else '-', a % b if b else '-', a < b, hash(a))
for value in (1, True, 1.5, 1j, F(1, 2), Decimal(1), 'a'):
    print(value, [isinstance(value, kind) for kind in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational,
                                                       numbers.Integral)])
print(issubclass(int, numbers.Integral), issubclass(float, numbers.Rational), shown(lambda: numbers.Integral()))
