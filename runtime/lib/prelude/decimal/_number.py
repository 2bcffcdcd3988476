"""The class Decimal: a sign, a coefficient (an int) and an exponent, or one of the special values."""

from ._arithmetic import (
    DecimalTuple, FINITE, INFINITE, QUIET, SIGNALING, _HASH_PRIME, _NAMES, _add, _adjusted, _argument,
    _comparable, _divide, _divmod, _extreme, _fitted, _floor_divide, _from_float, _from_text, _from_tuple,
    _infinity, _invalid, _modular_power, _multiply, _nan_of, _negated, _new, _next, _operand, _order, _power,
    _refit, _remainder, _rescaled, _shortened, _total_key, _whole_value, _with_half_even,
)
from ._context import BY_ZERO, FLOAT, IMPOSSIBLE, INEXACT, INVALID, ROUNDED, Context, check_rounding, getcontext
from ._digits import (
    ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, count, exp_fixed, is_clear, ln_fixed, log10_fixed,
    root, text,
)


class Decimal:
    __module__ = 'decimal'
    __c_type__ = True
    __slots__ = ('_sign', '_n', '_exp', '_kind', '__weakref__')
    _virtual_bases = ('Number',)

    def __new__(cls, value='0', context=None):
        if isinstance(value, str):
            d = _from_text(value, context or getcontext())
        elif isinstance(value, Decimal):
            d = value
            if cls is Decimal and type(value) is Decimal:
                return value
        elif isinstance(value, int):
            d = _operand(value)
        elif isinstance(value, float):
            (context or getcontext())._note(FLOAT)
            d = _from_float(value)
        elif isinstance(value, (tuple, list)):
            d = _from_tuple(value)
        else:
            raise TypeError(f'conversion from {type(value).__name__} to Decimal is not supported')
        if cls is Decimal:
            return d if type(d) is Decimal else _new(d._sign, d._n, d._exp, d._kind)
        self = object.__new__(cls)
        self._sign, self._n, self._exp, self._kind = d._sign, d._n, d._exp, d._kind
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, float):
            d = _from_float(f)
        elif isinstance(f, int):
            d = _operand(f)
        else:
            raise TypeError('argument must be int or float')
        return d if cls is Decimal else cls(d)

    # ---- text

    def __str__(self):
        return self._text(False)

    def _text(self, engineering, context=None):
        sign = '-' if self._sign else ''
        if self._kind:
            return sign + _NAMES[self._kind] + (text(self._n) if self._kind != INFINITE and self._n else '')
        digits = text(self._n)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not engineering:
            point = 1
        elif not self._n:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            whole, fraction = '0', '.' + '0' * -point + digits
        elif point >= len(digits):
            whole, fraction = digits + '0' * (point - len(digits)), ''
        else:
            whole, fraction = digits[:point], '.' + digits[point:]
        if left == point:
            return sign + whole + fraction
        letter = 'E' if (context or getcontext()).capitals else 'e'
        return f'{sign}{whole}{fraction}{letter}{left - point:+}'

    def __repr__(self):
        return f"Decimal('{self._text(False)}')"

    def to_eng_string(self, context=None):
        return self._text(True, context)

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError('format arg must be str')
        from ._format import finished, grouped, parse
        fields = parse(spec)
        sign, kind, precision, comma = self._sign, fields[7], fields[6], fields[5]
        if self._kind:
            shown = _NAMES[self._kind] + (text(self._n) if self._kind != INFINITE and self._n else '')
            if fields[1] == '=' and fields[0] == '0':
                fields = (' ', '>', *fields[2:])
            return finished(sign, shown + ('%' if kind == '%' else ''), fields)
        context = getcontext()
        d = self
        if kind == '%':
            d = _new(sign, self._n, self._exp + 2)
        if precision is not None:
            d = _shortened(d, precision, kind, context.rounding)
        if fields[3] and not d._n:
            sign = 0
        if not d._n and d._exp > 0 and kind in ('f', 'F', '%'):
            d = _new(sign, 0, 0)
        digits = text(d._n)
        left = d._exp + len(digits)
        if kind in ('e', 'E'):
            point = 1 - precision if not d._n and precision is not None else 1
        elif kind in ('f', 'F', '%'):
            point = left
        elif d._exp <= 0 and left > -6:
            point = left
        else:
            point = 1
        if point < 0:
            whole, fraction = '0', '0' * -point + digits
        elif point > len(digits):
            whole, fraction = digits + '0' * (point - len(digits)), ''
        else:
            whole, fraction = digits[:point] or '0', digits[point:]
        exponent = left - point
        tail = '.' + fraction if fraction else ''
        if exponent or kind in ('e', 'E'):
            letter = {'e': 'e', 'E': 'E', 'g': 'e', 'G': 'E', 'n': 'e'}.get(kind) or ('E' if context.capitals else 'e')
            tail += f'{letter}{exponent:+}'
        if kind == '%':
            tail += '%'
        least = 0
        if fields[1] == '=' and fields[0] == '0':
            least = fields[4] - len(tail) - (1 if sign or fields[2] in '+ ' else 0)
        return finished(sign, grouped(whole, comma, least) + tail, fields)

    def as_tuple(self):
        digits = tuple([int(digit) for digit in text(self._n)])
        if self._kind == INFINITE:
            return DecimalTuple(self._sign, (0,), 'F')
        if self._kind:
            return DecimalTuple(self._sign, digits if self._n else (), 'n' if self._kind == QUIET else 'N')
        return DecimalTuple(self._sign, digits, self._exp)

    # ---- as other numbers

    def __int__(self):
        if self._kind:
            if self._kind == INFINITE:
                raise OverflowError('cannot convert Infinity to integer')
            raise ValueError('cannot convert NaN to integer')
        return _whole_value(self)

    __trunc__ = __int__

    def __float__(self):
        if self._kind == SIGNALING:
            raise ValueError('cannot convert signaling NaN to float')
        return float(('-' if self._sign else '') + ('nan' if self._kind == QUIET else self._text(False).lstrip('-')))

    def __complex__(self):
        return complex(float(self))

    def __bool__(self):
        return self._kind != FINITE or self._n != 0

    def __hash__(self):
        if self._kind:
            if self._kind == SIGNALING:
                raise TypeError('Cannot hash a signaling NaN value')
            return object.__hash__(self) if self._kind == QUIET else -314159 if self._sign else 314159
        power = pow(10, self._exp, _HASH_PRIME) if self._exp >= 0 else pow(pow(10, -1, _HASH_PRIME), -self._exp,
                                                                         _HASH_PRIME)
        value = self._n * power % _HASH_PRIME
        if self._sign:
            value = -value
        return -2 if value == -1 else value

    def as_integer_ratio(self):
        if self._kind:
            if self._kind == INFINITE:
                raise OverflowError('cannot convert Infinity to integer ratio')
            raise ValueError('cannot convert NaN to integer ratio')
        from math import gcd
        n = -self._n if self._sign else self._n
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        d = 10 ** -self._exp
        common = gcd(n, d)
        return n // common, d // common

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return _new(0, 0, 0)

    def conjugate(self):
        return self

    def _to_integer(self, rounding):
        if self._kind:
            return int(self)
        n, changed = _rescaled(self, 0, rounding)
        return -n if self._sign else n

    def __round__(self, n=None):
        if n is None:
            return self._to_integer(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError('optional arg must be an integer')
        return self.quantize(_new(0, 1, -n))

    def __floor__(self):
        return self._to_integer(ROUND_FLOOR)

    def __ceil__(self):
        return self._to_integer(ROUND_CEILING)

    # ---- comparison

    def __eq__(self, other):
        sides = _comparable(self, other, False)
        if sides is None:
            return NotImplemented
        a, b = sides
        if a._kind >= QUIET or b._kind >= QUIET:
            if a._kind == SIGNALING or b._kind == SIGNALING:
                getcontext()._note(INVALID)
            return False
        return _order(a, b) == 0

    def _compared(self, other):
        """The order, NotImplemented, or None where one is not a number."""
        sides = _comparable(self, other, True)
        if sides is None:
            return NotImplemented
        a, b = sides
        if a._kind >= QUIET or b._kind >= QUIET:
            getcontext()._note(INVALID)
            return None
        return _order(a, b)

    def __lt__(self, other):
        order = self._compared(other)
        return order if order is NotImplemented else order is not None and order < 0

    def __le__(self, other):
        order = self._compared(other)
        return order if order is NotImplemented else order is not None and order <= 0

    def __gt__(self, other):
        order = self._compared(other)
        return order if order is NotImplemented else order is not None and order > 0

    def __ge__(self, other):
        order = self._compared(other)
        return order if order is NotImplemented else order is not None and order >= 0

    def compare(self, other, context=None):
        other = _argument(other)
        if self._kind >= QUIET or other._kind >= QUIET:
            return _nan_of(context or getcontext(), self, other)
        return _operand(_order(self, other))

    def compare_signal(self, other, context=None):
        other = _argument(other)
        if self._kind >= QUIET or other._kind >= QUIET:
            return _invalid(context or getcontext())
        return _operand(_order(self, other))

    def compare_total(self, other, context=None):
        a, b = _total_key(self), _total_key(_argument(other))
        return _operand((a > b) - (a < b))

    def max(self, other, context=None):
        return _extreme(self, _argument(other), 1, context or getcontext())

    def min(self, other, context=None):
        return _extreme(self, _argument(other), -1, context or getcontext())

    # ---- operators

    def __add__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _add(self, d, getcontext())

    __radd__ = __add__

    def __sub__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _add(self, _negated(d), getcontext())

    def __rsub__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _add(d, _negated(self), getcontext())

    def __mul__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _multiply(self, d, getcontext())

    __rmul__ = __mul__

    def __truediv__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _divide(self, d, getcontext())

    def __rtruediv__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _divide(d, self, getcontext())

    def __floordiv__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _floor_divide(self, d, getcontext())

    def __rfloordiv__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _floor_divide(d, self, getcontext())

    def __mod__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _remainder(self, d, getcontext())

    def __rmod__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _remainder(d, self, getcontext())

    def __divmod__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _divmod(self, d, getcontext())

    def __rdivmod__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _divmod(d, self, getcontext())

    def __pow__(self, other, modulo=None):
        d = _operand(other)
        if d is None:
            return NotImplemented
        if modulo is None:
            return _power(self, d, getcontext())
        return _modular_power(self, d, _argument(modulo), getcontext())

    def __rpow__(self, other):
        d = _operand(other)
        return NotImplemented if d is None else _power(d, self, getcontext())

    def __neg__(self):
        return self._signed(1 - self._sign, getcontext())

    def __pos__(self):
        return self._signed(self._sign, getcontext())

    def __abs__(self):
        return self._signed(0, getcontext())

    def _signed(self, sign, context):
        if self._kind >= QUIET:
            return _nan_of(context, self)
        if self._kind:
            return _infinity(sign)
        if not self._n and context.rounding != ROUND_FLOOR:
            sign = 0
        return _fitted(context, sign, self._n, self._exp)

    def fma(self, other, third, context=None):
        other, third = _argument(other), _argument(third)
        context = context or getcontext()
        if self._kind or other._kind:
            return _add(_multiply(self, other, context), third, context)
        return _add(_new(self._sign ^ other._sign, self._n * other._n, self._exp + other._exp), third, context)

    def remainder_near(self, other, context=None):
        other = _argument(other)
        context = context or getcontext()
        if self._kind or other._kind or not other._n:
            return _remainder(self, other, context) if self._kind != INFINITE else _invalid(context)
        ideal = min(self._exp, other._exp)
        x, y = self._n * 10 ** (self._exp - ideal), other._n * 10 ** (other._exp - ideal)
        quotient, rest = divmod(x, y)
        sign = self._sign
        if 2 * rest + (quotient & 1) > y:
            rest -= y
            quotient += 1
        if count(quotient) > context.prec:
            return _invalid(context, IMPOSSIBLE)
        return _fitted(context, sign if rest >= 0 else 1 - sign, abs(rest), ideal)

    # ---- rounding

    def quantize(self, exp, rounding=None, context=None):
        exp = _argument(exp)
        context = context or getcontext()
        rounding = context.rounding if rounding is None else check_rounding(rounding)
        if self._kind or exp._kind:
            nan = _nan_of(context, self, exp)
            if nan is not None:
                return nan
            return _infinity(self._sign) if self._kind == exp._kind else _invalid(context)
        n, changed = _rescaled(self, exp._exp, rounding)
        if count(n) > context.prec or not context.Etiny() <= exp._exp <= context.Emax \
                or n and exp._exp + count(n) - 1 > context.Emax:
            return _invalid(context)
        status = (ROUNDED if self._n and exp._exp > self._exp else 0) | (INEXACT if changed else 0)
        return _fitted(context, self._sign, n, exp._exp, status)

    def normalize(self, context=None):
        context = context or getcontext()
        if self._kind >= QUIET:
            return _nan_of(context, self)
        if self._kind:
            return self
        d = _fitted(context, self._sign, self._n, self._exp)
        if d._kind:
            return d
        n, exponent = d._n, d._exp
        if not n:
            return _new(d._sign, 0, 0)
        highest = context.Etop() if context.clamp else context.Emax
        while n % 10 == 0 and exponent < highest:
            n //= 10
            exponent += 1
        return _new(d._sign, n, exponent)

    def to_integral_value(self, rounding=None, context=None):
        if self._kind >= QUIET:
            return _nan_of(context or getcontext(), self)
        if self._kind or self._exp >= 0:
            return _new(self._sign, self._n, self._exp, self._kind)
        rounding = (context or getcontext()).rounding if rounding is None else check_rounding(rounding)
        return _new(self._sign, _rescaled(self, 0, rounding)[0], 0)

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        if not self._kind and self._n and self._exp < 0:
            changed = _rescaled(self, 0, ROUND_DOWN)[1]
            context._note(ROUNDED | (INEXACT if changed else 0))
        return self.to_integral_value(rounding, context)

    def scaleb(self, other, context=None):
        other = _argument(other)
        context = context or getcontext()
        if self._kind or other._kind:
            nan = _nan_of(context, self, other)
            return nan if nan is not None else _invalid(context) if other._kind else self
        if other._exp or not -2 * (context.Emax + context.prec) <= _whole_value(other) <= 2 * (context.Emax
                                                                                            + context.prec):
            return _invalid(context)
        return _fitted(context, self._sign, self._n, self._exp + _whole_value(other))

    def shift(self, other, context=None):
        other = _argument(other)
        context = context or getcontext()
        nan = _nan_of(context, self, other) if self._kind or other._kind else None
        if nan is not None:
            return nan
        if other._kind or other._exp or abs(_whole_value(other)) > context.prec:
            return _invalid(context)
        by = _whole_value(other)
        room = 10 ** context.prec
        n = self._n * 10 ** by % room if by >= 0 else self._n % room // 10 ** -by
        return self if self._kind else _new(self._sign, n, self._exp)

    # ---- roots, logarithms

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._kind >= QUIET:
            return _nan_of(context, self)
        if self._sign and (self._kind or self._n):
            return _invalid(context)
        if self._kind:
            return self
        if not self._n:
            return _fitted(context, self._sign, 0, self._exp >> 1)
        ideal = self._exp >> 1
        n = self._n * (10 if self._exp & 1 else 1)
        digits = (count(n) + 1) >> 1
        shift = context.prec + 1 - digits
        exact = True
        if shift >= 0:
            n *= 100 ** shift
        else:
            n, rest = divmod(n, 100 ** -shift)
            exact = not rest
        exponent = ideal - shift
        half = root(n)
        if exact and half * half == n:
            while exponent < ideal and half % 10 == 0:
                half //= 10
                exponent += 1
            if exponent > ideal:
                half *= 10 ** (exponent - ideal)
                exponent = ideal
        elif half % 5 == 0:
            half += 1
        return _with_half_even(context, 0, half, exponent)

    def exp(self, context=None):
        context = context or getcontext()
        if self._kind >= QUIET:
            return _nan_of(context, self)
        if self._kind:
            return _new(0, 0, 0) if self._sign else self
        if not self._n:
            return _new(0, 1, 0)
        if _adjusted(self) > count(context.Emax + context.prec) + 1:
            return _fitted(context, 0, 1, (-1 if self._sign else 1) * 3 * (context.Emax + context.prec))
        if _adjusted(self) < -context.prec - 2:
            n = 10 ** (context.prec + 1) + (-1 if self._sign else 1)
            return _with_half_even(context, 0, n, -context.prec - 1)
        places = context.prec + 5
        while True:
            more = places + max(0, _adjusted(self))
            n, changed = _rescaled(self, -more, ROUND_HALF_EVEN)
            n, exponent = exp_fixed(-n if self._sign else n, more)
            if is_clear(n, context.prec):
                return _with_half_even(context, 0, n, exponent)
            places += 5

    def ln(self, context=None):
        return self._log(ln_fixed, context or getcontext())

    def log10(self, context=None):
        context = context or getcontext()
        if not self._kind and not self._sign and self._n:
            n = self.normalize(Context(count(self._n), Emin=-10 ** 17, Emax=10 ** 17, traps=[]))
            if n._n == 1:
                return _fitted(context, 1 if n._exp < 0 else 0, abs(n._exp), 0)
        return self._log(log10_fixed, context)

    def _log(self, fixed, context):
        if self._kind >= QUIET:
            return _nan_of(context, self)
        if self._sign and (self._kind or self._n):
            return _invalid(context)
        if self._kind:
            return self
        if not self._n:
            return _infinity(1)
        if _order(self, _new(0, 1, 0)) == 0:
            return _new(0, 0, 0)
        places = context.prec + 3
        while True:
            n = fixed(self._n, self._exp, places)
            if n and is_clear(abs(n), context.prec):
                return _with_half_even(context, 1 if n < 0 else 0, abs(n), -places)
            places += max(5, context.prec + 3 - count(abs(n)))

    # ---- questions, and copies

    def adjusted(self):
        return 0 if self._kind else _adjusted(self)

    def canonical(self):
        return self

    def copy_abs(self):
        return _new(0, self._n, self._exp, self._kind)

    def copy_negate(self):
        return _new(1 - self._sign, self._n, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return _new(_argument(other)._sign, self._n, self._exp, self._kind)

    def is_canonical(self):
        return True

    def is_finite(self):
        return self._kind == FINITE

    def is_infinite(self):
        return self._kind == INFINITE

    def is_nan(self):
        return self._kind >= QUIET

    def is_qnan(self):
        return self._kind == QUIET

    def is_snan(self):
        return self._kind == SIGNALING

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._kind == FINITE and not self._n

    def is_normal(self, context=None):
        return self._kind == FINITE and self._n != 0 and (context or getcontext()).Emin <= _adjusted(self)

    def is_subnormal(self, context=None):
        return self._kind == FINITE and self._n != 0 and _adjusted(self) < (context or getcontext()).Emin

    def logb(self, context=None):
        context = context or getcontext()
        if self._kind:
            return _nan_of(context, self) if self._kind >= QUIET else _infinity(0)
        if not self._n:
            context._note(BY_ZERO)
            return _infinity(1)
        return _refit(context, _operand(_adjusted(self)))

    def number_class(self, context=None):
        if self._kind >= QUIET:
            return _NAMES[self._kind]
        size = ('Infinity' if self._kind else 'Zero' if not self._n else
                'Subnormal' if self.is_subnormal(context) else 'Normal')
        return ('-' if self._sign else '+') + size

    def radix(self):
        return _new(0, 10, 0)

    def same_quantum(self, other, context=None):
        other = _argument(other)
        if self._kind or other._kind:
            return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
        return self._exp == other._exp

    def next_plus(self, context=None):
        return _next(self, ROUND_CEILING, context or getcontext())

    def next_minus(self, context=None):
        return _next(self, ROUND_FLOOR, context or getcontext())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
