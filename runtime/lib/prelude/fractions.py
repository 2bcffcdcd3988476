"""fractions: numbers as two ints without a common factor."""

import re
from math import gcd

_TEXT = re.compile(r"""
    \s*([-+]?)(?=\d|\.\d)
    (\d*|\d+(?:_\d+)*)                                                        # the numerator
    (?:(?:/(\d+(?:_\d+)*))?                                                   # and a denominator,
    |(?:\.(\d*|\d+(?:_\d+)*))?(?:E([-+]?\d+(?:_\d+)*))?)                      # or decimals
    \s*\Z""", re.VERBOSE | re.IGNORECASE)

_HASH_PRIME = 2 ** 61 - 1


def _is_rational(value):
    return isinstance(value, (int, Fraction)) or 'Rational' in getattr(value, '_virtual_bases', ()) or (
        isinstance(getattr(value, 'numerator', None), int) and isinstance(getattr(value, 'denominator', None), int))


def _from_text(text):
    match = _TEXT.match(text)
    if match is None:
        raise ValueError(f'Invalid literal for Fraction: {text!r}')
    sign, whole, denominator, decimals, exponent = match.groups()
    numerator = int(whole or '0')
    if denominator:
        denominator = int(denominator)
    else:
        denominator = 1
        if decimals:
            decimals = decimals.replace('_', '')
            denominator = 10 ** len(decimals)
            numerator = numerator * denominator + int(decimals)
        power = int(exponent or '0')
        if power >= 0:
            numerator *= 10 ** power
        else:
            denominator *= 10 ** -power
    return -numerator if sign == '-' else numerator, denominator


def _made(numerator, denominator):
    """Of ints that have no common factor."""
    fraction = object.__new__(Fraction)
    fraction._numerator = numerator
    fraction._denominator = denominator
    return fraction


def _reduced(numerator, denominator):
    common = gcd(numerator, denominator)
    if denominator < 0:
        common = -common
    return _made(numerator // common, denominator // common)


class Fraction:
    __slots__ = ('_numerator', '_denominator')
    _virtual_bases = ('Rational', 'Real', 'Complex', 'Number')

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, int):
                denominator = 1
            elif isinstance(numerator, str):
                numerator, denominator = _from_text(numerator)
            elif _is_rational(numerator):
                numerator, denominator = numerator.numerator, numerator.denominator
            elif isinstance(numerator, float) or 'Number' in getattr(numerator, '_virtual_bases', ()):
                numerator, denominator = numerator.as_integer_ratio()
            else:
                raise TypeError('argument should be a string or a Rational instance')
        elif not _is_rational(numerator) or not _is_rational(denominator):
            raise TypeError('both arguments should be Rational instances')
        elif not isinstance(numerator, int) or not isinstance(denominator, int):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        common = gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self = object.__new__(cls)
        self._numerator = numerator // common
        self._denominator = denominator // common
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, int):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f'{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})')
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, int):
            return cls(dec)
        if not hasattr(dec, 'as_tuple'):
            raise TypeError(f'{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})')
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """The closest fraction whose denominator is not larger."""
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            if q0 + a * q1 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return _made(p1, q1)
        return _reduced(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    # ---- arithmetic: exact with rationals, as floats with floats

    def __add__(self, other):
        return _operate(self, other, _add, _add_floats)

    def __radd__(self, other):
        return _operate_right(other, self, _add, _add_floats)

    def __sub__(self, other):
        return _operate(self, other, _subtract, _subtract_floats)

    def __rsub__(self, other):
        return _operate_right(other, self, _subtract, _subtract_floats)

    def __mul__(self, other):
        return _operate(self, other, _multiply, _multiply_floats)

    def __rmul__(self, other):
        return _operate_right(other, self, _multiply, _multiply_floats)

    def __truediv__(self, other):
        return _operate(self, other, _divide, _divide_floats)

    def __rtruediv__(self, other):
        return _operate_right(other, self, _divide, _divide_floats)

    def __floordiv__(self, other):
        return _operate(self, other, _floor_divide, _floor_divide_floats)

    def __rfloordiv__(self, other):
        return _operate_right(other, self, _floor_divide, _floor_divide_floats)

    def __mod__(self, other):
        return _operate(self, other, _modulo, _modulo_floats)

    def __rmod__(self, other):
        return _operate_right(other, self, _modulo, _modulo_floats)

    def __divmod__(self, other):
        return _operate(self, other, _divmod, divmod)

    def __rdivmod__(self, other):
        return _operate_right(other, self, _divmod, divmod)

    def __pow__(self, other):
        if not _is_rational(other):
            return float(self) ** other if isinstance(other, (float, complex)) else NotImplemented
        if other.denominator != 1:
            return float(self) ** float(other)
        power = other.numerator
        if power >= 0:
            return _made(self._numerator ** power, self._denominator ** power)
        if self._numerator == 0:
            raise ZeroDivisionError(f'Fraction({self._denominator ** -power}, 0)')
        sign = -1 if self._numerator < 0 else 1
        return _made((sign * self._denominator) ** -power, abs(self._numerator) ** -power)

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if _is_rational(other):
            return Fraction(other) ** self
        if self._denominator == 1:
            return other ** self._numerator
        return other ** float(self)

    def __pos__(self):
        return _made(self._numerator, self._denominator)

    def __neg__(self):
        return _made(-self._numerator, self._denominator)

    def __abs__(self):
        return _made(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            twice = rest * 2
            return whole + 1 if twice > self._denominator or (twice == self._denominator and whole & 1) else whole
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __float__(self):
        return self._numerator / self._denominator

    def __complex__(self):
        return complex(float(self))

    def __bool__(self):
        return self._numerator != 0

    # ---- comparison

    def __hash__(self):
        if self._denominator % _HASH_PRIME == 0:
            value = 314159
        else:
            value = abs(self._numerator) * pow(self._denominator, -1, _HASH_PRIME) % _HASH_PRIME
        if self._numerator < 0:
            value = -value
        return -2 if value == -1 else value

    def __eq__(self, other):
        if isinstance(other, int):
            return self._numerator == other and self._denominator == 1
        if _is_rational(other):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex):
            if other.imag != 0:
                return False
            other = other.real
        if isinstance(other, float):
            return 0.0 == other if _is_special(other) else self == Fraction(*other.as_integer_ratio())
        return NotImplemented

    def __lt__(self, other):
        order = _order(self, other)
        return order if order is NotImplemented else order < 0

    def __le__(self, other):
        order = _order(self, other)
        return order if order is NotImplemented else order <= 0

    def __gt__(self, other):
        order = _order(self, other)
        return order if order is NotImplemented else order > 0

    def __ge__(self, other):
        order = _order(self, other)
        return order if order is NotImplemented else order >= 0

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _is_special(number):
    return number != number or number - number != 0.0


def _order(a, b):
    """A number that is to 0 as a is to b."""
    if _is_rational(b):
        return a._numerator * b.denominator - b.numerator * a._denominator
    if isinstance(b, float):
        if _is_special(b):
            return 0.0 - b
        n, d = b.as_integer_ratio()
        return a._numerator * d - n * a._denominator
    return NotImplemented


def _operate(a, b, exact, with_floats):
    if isinstance(b, int):
        return exact(a, _made(b + 0, 1))
    if isinstance(b, Fraction):
        return exact(a, b)
    if isinstance(b, float):
        return with_floats(float(a), b)
    if isinstance(b, complex):
        return with_floats(complex(a), b)
    return NotImplemented


def _operate_right(a, b, exact, with_floats):
    if isinstance(a, int):
        return exact(_made(a + 0, 1), b)
    if isinstance(a, float):
        return with_floats(a, float(b))
    if isinstance(a, complex):
        return with_floats(a, complex(b))
    if _is_rational(a):
        return exact(Fraction(a), b)
    return NotImplemented


def _add(a, b):
    return _reduced(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _subtract(a, b):
    return _reduced(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _multiply(a, b):
    return _reduced(a._numerator * b._numerator, a._denominator * b._denominator)


def _divide(a, b):
    if not b._numerator:
        raise ZeroDivisionError(f'Fraction({a._numerator}, 0)')
    return _reduced(a._numerator * b._denominator, a._denominator * b._numerator)


def _floor_divide(a, b):
    return a._numerator * b._denominator // (a._denominator * b._numerator)


def _divmod(a, b):
    whole, rest = divmod(a._numerator * b._denominator, b._numerator * a._denominator)
    return whole, _reduced(rest, a._denominator * b._denominator)


def _modulo(a, b):
    return _reduced(a._numerator * b._denominator % (b._numerator * a._denominator), a._denominator * b._denominator)


def _add_floats(a, b):
    return a + b


def _subtract_floats(a, b):
    return a - b


def _multiply_floats(a, b):
    return a * b


def _divide_floats(a, b):
    return a / b


def _floor_divide_floats(a, b):
    return a // b


def _modulo_floats(a, b):
    return a % b
