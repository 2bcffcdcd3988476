"""fractions: exact rational numbers."""

import operator
import re
from math import gcd
from numbers import Rational

__all__ = ['Fraction']

_format = r'''\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(?:_\d+)*)
    (?:(?:/(?P<denom>\d+(?:_\d+)*))?|(?:\.(?P<decimal>\d*|\d+(?:_\d+)*))?(?:E(?P<exp>[-+]?\d+(?:_\d+)*))?)\s*'''


def _parse(text):
    """The numerator and the denominator that a string tells."""
    found = re.fullmatch(_format, text, re.VERBOSE | re.IGNORECASE)
    if found is None:
        raise ValueError(f'Invalid literal for Fraction: {text!r}')
    top, bottom = int(found['num'] or '0'), 1
    if found['denom']:
        bottom = int(found['denom'])
    else:
        decimal = (found['decimal'] or '').replace('_', '')
        if decimal:
            bottom = 10 ** len(decimal)
            top = top * bottom + int(decimal)
        exponent = int(found['exp'] or '0')
        if exponent >= 0:
            top *= 10 ** exponent
        else:
            bottom *= 10 ** -exponent
    return -top if found['sign'] == '-' else top, bottom


class Fraction(Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        top, bottom = cls._ratio(numerator, denominator)
        if bottom == 0:
            raise ZeroDivisionError(f'Fraction({top}, 0)')
        common = gcd(top, bottom)
        return _make(cls, top // common, bottom // common) if bottom > 0 else _make(cls, -top // common, -bottom // common)

    @staticmethod
    def _ratio(numerator, denominator):
        if denominator is None:
            if isinstance(numerator, (int, Rational)):
                return numerator.numerator, numerator.denominator
            if isinstance(numerator, float) or hasattr(numerator, 'as_integer_ratio'):
                return numerator.as_integer_ratio()
            if isinstance(numerator, str):
                return _parse(numerator)
            raise TypeError('argument should be a string or a Rational instance')
        if type(numerator) is int and type(denominator) is int:
            return numerator, denominator
        if not isinstance(numerator, (int, Rational)) or not isinstance(denominator, (int, Rational)):
            raise TypeError('both arguments should be Rational instances')
        return (numerator.numerator * denominator.denominator, denominator.numerator * numerator.denominator)

    @classmethod
    def from_float(cls, f):
        if not isinstance(f, (int, float, Rational)):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls(f)

    @classmethod
    def from_decimal(cls, dec):
        return cls(*dec.as_integer_ratio())

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction with a denominator up to that, by the continued fraction."""
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        top0, bottom0, top1, bottom1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            bottom2 = bottom0 + a * bottom1
            if bottom2 > max_denominator:
                break
            top0, bottom0, top1, bottom1 = top1, bottom1, top0 + a * top1, bottom2
            n, d = d, n - a * d
        k = (max_denominator - bottom0) // bottom1
        if 2 * d * (bottom0 + k * bottom1) <= self._denominator:
            return _make(Fraction, top1, bottom1)
        return _make(Fraction, top0 + k * top1, bottom0 + k * bottom1)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return f'{type(self).__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    # ---- arithmetic: with fractions and ints exact, with floats and complex numbers as these

    def __add__(self, other):
        return _apply(self, other, _add, operator.add)

    def __radd__(self, other):
        return _apply_reflected(self, other, _add, operator.add)

    def __sub__(self, other):
        return _apply(self, other, _subtract, operator.sub)

    def __rsub__(self, other):
        return _apply_reflected(self, other, _subtract, operator.sub)

    def __mul__(self, other):
        return _apply(self, other, _multiply, operator.mul)

    def __rmul__(self, other):
        return _apply_reflected(self, other, _multiply, operator.mul)

    def __truediv__(self, other):
        return _apply(self, other, _divide, operator.truediv)

    def __rtruediv__(self, other):
        return _apply_reflected(self, other, _divide, operator.truediv)

    def __floordiv__(self, other):
        return _apply(self, other, _floor_divide, operator.floordiv)

    def __rfloordiv__(self, other):
        return _apply_reflected(self, other, _floor_divide, operator.floordiv)

    def __mod__(self, other):
        return _apply(self, other, _modulo, operator.mod)

    def __rmod__(self, other):
        return _apply_reflected(self, other, _modulo, operator.mod)

    def __divmod__(self, other):
        return _apply(self, other, _divide_both, divmod)

    def __rdivmod__(self, other):
        return _apply_reflected(self, other, _divide_both, divmod)

    def __pow__(self, other):
        if not isinstance(other, (int, Rational)):
            return float(self) ** other
        if other.denominator != 1:
            return float(self) ** float(other)
        power = other.numerator
        n, d = self._numerator, self._denominator
        if power >= 0:
            return _make(Fraction, n ** power, d ** power)
        if n == 0:
            raise ZeroDivisionError(f'Fraction({d ** -power}, 0)')
        sign = -1 if n < 0 and power % 2 else 1
        return _make(Fraction, sign * d ** -power, abs(n) ** -power)

    def __rpow__(self, base):
        if self._denominator == 1 and self._numerator >= 0:
            return base ** self._numerator
        if isinstance(base, (int, Rational)):
            return Fraction(base.numerator, base.denominator) ** self
        return base ** float(self)

    def __pos__(self):
        return _make(Fraction, self._numerator, self._denominator)

    def __neg__(self):
        return _make(Fraction, -self._numerator, self._denominator)

    def __abs__(self):
        return _make(Fraction, abs(self._numerator), self._denominator)

    # ---- to ints and floats

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __float__(self):
        return self._numerator / self._denominator

    def __round__(self, ndigits=None):
        if ndigits is not None:
            shift = 10 ** abs(ndigits)
            return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)
        floor, rest = divmod(self._numerator, self._denominator)
        if rest * 2 == self._denominator:
            return floor + floor % 2
        return floor if rest * 2 < self._denominator else floor + 1

    # ---- comparison

    def __hash__(self):
        """Equal numbers of other types hash the same."""
        try:
            inverse = pow(self._denominator, -1, _modulus)
        except ValueError:
            value = 314159
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        result = value if self._numerator >= 0 else -value
        return -2 if result == -1 else result

    def __eq__(self, other):
        if isinstance(other, (int, Rational)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            return self == Fraction(other) if other - other == 0 else False
        return NotImplemented

    def _compared(self, other, compare):
        if isinstance(other, (int, Rational)):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return compare(self, Fraction(other)) if other - other == 0 else compare(0.0, other)
        return NotImplemented

    def __lt__(self, other):
        return self._compared(other, operator.lt)

    def __gt__(self, other):
        return self._compared(other, operator.gt)

    def __le__(self, other):
        return self._compared(other, operator.le)

    def __ge__(self, other):
        return self._compared(other, operator.ge)

    def __bool__(self):
        return bool(self._numerator)

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


_modulus = 2 ** 61 - 1


def _make(cls, numerator, denominator):
    """From what is in lowest terms already."""
    made = object.__new__(cls)
    made._numerator = numerator
    made._denominator = denominator
    return made


def _apply(a, b, exact, inexact):
    if isinstance(b, (int, Rational)):
        return exact(a._numerator, a._denominator, b.numerator, b.denominator)
    if isinstance(b, float):
        return inexact(float(a), b)
    return inexact(complex(float(a)), b) if isinstance(b, complex) else NotImplemented


def _apply_reflected(b, a, exact, inexact):
    if isinstance(a, (int, Rational)):
        return exact(a.numerator, a.denominator, b._numerator, b._denominator)
    if isinstance(a, float):
        return inexact(a, float(b))
    return inexact(a, complex(float(b))) if isinstance(a, complex) else NotImplemented


def _add(na, da, nb, db):
    return Fraction(na * db + nb * da, da * db)


def _subtract(na, da, nb, db):
    return Fraction(na * db - nb * da, da * db)


def _multiply(na, da, nb, db):
    return Fraction(na * nb, da * db)


def _divide(na, da, nb, db):
    return Fraction(na * db, da * nb)


def _floor_divide(na, da, nb, db):
    return (na * db) // (da * nb)


def _modulo(na, da, nb, db):
    return Fraction((na * db) % (nb * da), da * db)


def _divide_both(na, da, nb, db):
    quotient, rest = divmod(na * db, da * nb)
    return quotient, Fraction(rest, da * db)
