"""The arithmetic of decimal numbers: functions of Decimals (signs, coefficients and exponents) and a context."""

from collections import namedtuple

from decimal import _number

from ._context import (
    BY_ZERO, CLAMPED, FLOAT, IMPOSSIBLE, INEXACT, INVALID, ROUNDED, SYNTAX, UNDEFINED, Context, getcontext,
)
from ._digits import (
    ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, count, exp_fixed, is_clear, ln_fixed, number, rounded,
)

DecimalTuple = namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')

FINITE, INFINITE, QUIET, SIGNALING = 0, 1, 2, 3
_NAMES = ('', 'Infinity', 'NaN', 'sNaN')
_SPECIALS = {'inf': INFINITE, 'infinity': INFINITE, 'nan': QUIET, 'snan': SIGNALING}

_HASH_PRIME = 2 ** 61 - 1


def _new(sign, coefficient, exponent, kind=FINITE):
    d = object.__new__(_number.Decimal)
    d._sign = sign
    d._n = coefficient
    d._exp = exponent
    d._kind = kind
    return d


# ---- from other values

def _parse_special(body):
    for name in ('infinity', 'inf', 'snan', 'nan'):
        if body.startswith(name):
            rest = body[len(name):]
            kind = _SPECIALS[name]
            if not rest:
                return 0, kind
            if kind != INFINITE and rest.isdecimal():
                return number(rest.lstrip('0') or '0'), kind
    return None


def _parse(given):
    """Sign, coefficient, exponent and kind of a text; None = it is no number."""
    body = given.strip().replace('_', '').lower()
    sign = 1 if body[:1] == '-' else 0
    if body[:1] in ('-', '+'):
        body = body[1:]
    if body[:1] in ('i', 'n', 's'):
        special = _parse_special(body)
        return special and (sign, special[0], 0, special[1])
    mantissa, has_exponent, exponent = body.partition('e')
    whole, point, fraction = mantissa.partition('.')
    if not (whole + fraction).isdecimal():
        return None
    shift = 0
    if has_exponent:
        unsigned = exponent[1:] if exponent[:1] in ('-', '+') else exponent
        if not unsigned.isdecimal():
            return None
        shift = int(exponent)
    digits = whole + fraction
    return sign, number(digits), shift - len(fraction), FINITE


def _from_text(given, context):
    parts = _parse(given)
    if parts is None:
        context._note(SYNTAX)
        return _new(0, 0, 0, QUIET)
    return _new(*parts)


def _from_tuple(value):
    if len(value) != 3:
        raise ValueError('argument must be a sequence of length 3')
    sign, digits, exponent = value
    if sign not in (0, 1) or not isinstance(sign, int):
        raise ValueError('sign must be an integer with the value 0 or 1')
    n = 0
    for digit in digits:
        if not isinstance(digit, int) or not 0 <= digit <= 9:
            raise ValueError('coefficient must be a tuple of digits')
        n = n * 10 + digit
    if exponent == 'F':
        return _new(sign, 0, 0, INFINITE)
    if exponent in ('n', 'N'):
        return _new(sign, n, 0, QUIET if exponent == 'n' else SIGNALING)
    if not isinstance(exponent, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'"
                         if isinstance(exponent, str) else 'exponent must be an integer')
    return _new(sign, n, exponent)


def _from_float(value):
    if value != value:
        return _new(0, 0, 0, QUIET)
    sign = 1 if str(value)[0] == '-' else 0
    if value in (float('inf'), float('-inf')):
        return _new(sign, 0, 0, INFINITE)
    n, d = abs(value).as_integer_ratio()
    k = d.bit_length() - 1
    return _new(sign, n * 5 ** k, -k)


def _operand(other):
    """Of an operator: a Decimal, or None where there is no arithmetic with it."""
    if isinstance(other, _number.Decimal):
        return other
    if isinstance(other, int):
        return _new(1 if other < 0 else 0, abs(other), 0)
    return None


def _argument(other):
    """Of a method."""
    d = _operand(other)
    if d is None:
        raise TypeError(f'conversion from {type(other).__name__} to Decimal is not supported')
    return d


def _comparable(self, other, ordering):
    """The two sides of a comparison; None = they cannot be compared."""
    d = _operand(other)
    if d is not None:
        return self, d
    if isinstance(other, float):
        context = getcontext()
        if ordering:
            context._note(FLOAT)
        else:
            context._flags |= FLOAT
        return self, _from_float(other)
    if isinstance(other, complex) and other.imag == 0 and not ordering:
        return self, _from_float(other.real)
    numerator = getattr(other, 'numerator', None)
    if isinstance(numerator, int) and isinstance(getattr(other, 'denominator', None), int):
        if self._kind:
            return self, _new(0, numerator and 1, 0)
        return _new(self._sign, self._n * other.denominator, self._exp), _operand(numerator)
    return None


# ---- results

def _fitted(context, sign, n, exponent, status=0):
    n, exponent, status = context._fit(sign, n, exponent, status)
    if status:
        context._note(status)
    if n is None:
        return _new(sign, 0, 0, INFINITE)
    return _new(sign, n, exponent)


def _invalid(context, status=INVALID):
    context._note(status)
    return _new(0, 0, 0, QUIET)


def _nan_of(context, a, b=None):
    """The result where an operand is not a number: the first signaling one, else the first."""
    operands = [a] if b is None else [a, b]
    for d in operands:
        if d._kind == SIGNALING:
            context._note(INVALID)
            return _quiet(context, d)
    for d in operands:
        if d._kind == QUIET:
            return _quiet(context, d)


def _quiet(context, d):
    room = context.prec - context.clamp
    n = d._n % 10 ** room if count(d._n) > room else d._n
    return _new(d._sign, n, 0, QUIET)


def _infinity(sign):
    return _new(sign, 0, 0, INFINITE)


def _adjusted(d):
    return d._exp + count(d._n) - 1


def _rescaled(d, exponent, rounding):
    """The coefficient at another exponent, and whether that changed the value."""
    if not d._n:
        return 0, False
    if d._exp >= exponent:
        return d._n * 10 ** (d._exp - exponent), False
    return rounded(d._sign, d._n, exponent - d._exp, rounding)


def _order(a, b):
    """-1, 0 or 1; neither is a NaN."""
    if a._kind or b._kind:
        x = (-1 if a._sign else 1) if a._kind else 0
        y = (-1 if b._sign else 1) if b._kind else 0
        return (x > y) - (x < y)
    if not a._n or not b._n:
        x = 0 if not a._n else -1 if a._sign else 1
        y = 0 if not b._n else -1 if b._sign else 1
        return (x > y) - (x < y)
    if a._sign != b._sign:
        return -1 if a._sign else 1
    x, y = _adjusted(a), _adjusted(b)
    if x == y:
        least = min(a._exp, b._exp)
        x, y = a._n * 10 ** (a._exp - least), b._n * 10 ** (b._exp - least)
    result = (x > y) - (x < y)
    return -result if a._sign else result


# ---- arithmetic

def _add(a, b, context):
    if a._kind or b._kind:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._kind and b._kind and a._sign != b._sign:
            return _invalid(context)
        return _infinity(a._sign if a._kind else b._sign)
    exponent = min(a._exp, b._exp)
    if not a._n and not b._n:
        sign = a._sign if a._sign == b._sign else 1 if context.rounding == ROUND_FLOOR else 0
        return _fitted(context, sign, 0, exponent)
    if not a._n or not b._n:
        zero, other = (a, b) if not a._n else (b, a)
        exponent = max(exponent, other._exp - context.prec - 1)
        return _fitted(context, other._sign, *_at_most(other, exponent))
    x, y, exponent = _aligned(a, b, context.prec)
    n = (-x if a._sign else x) + (-y if b._sign else y)
    if not n:
        return _fitted(context, 1 if context.rounding == ROUND_FLOOR and a._sign != b._sign else
                       a._sign if a._sign == b._sign else 0, 0, min(a._exp, b._exp))
    return _fitted(context, 1 if n < 0 else 0, abs(n), exponent)


def _negated(d):
    """Of what is subtracted: a NaN keeps its sign."""
    return d if d._kind >= QUIET else _new(1 - d._sign, d._n, d._exp, d._kind)


def _at_most(d, exponent):
    """Coefficient and exponent, which is lowered where it is above."""
    if d._exp <= exponent:
        return d._n, d._exp
    return d._n * 10 ** (d._exp - exponent), exponent


def _aligned(a, b, precision):
    """Both coefficients at one exponent. What is far too small to count stands for something tiny."""
    high, low = (a, b) if a._exp >= b._exp else (b, a)
    lowest = high._exp + min(-1, count(high._n) - precision - 2)
    low_n, low_exp = low._n, low._exp
    if count(low_n) + low_exp - 1 < lowest:
        low_n, low_exp = 1, lowest
    high_n = high._n * 10 ** (high._exp - low_exp)
    return (high_n, low_n, low_exp) if high is a else (low_n, high_n, low_exp)


def _multiply(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if not (a._kind or a._n) or not (b._kind or b._n):
            return _invalid(context)
        return _infinity(sign)
    return _fitted(context, sign, a._n * b._n, a._exp + b._exp)


def _divide(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._kind and b._kind:
            return _invalid(context)
        if a._kind:
            return _infinity(sign)
        return _fitted(context, sign, 0, context.Etiny(), CLAMPED)
    if not b._n:
        if not a._n:
            return _invalid(context, UNDEFINED)
        context._note(BY_ZERO)
        return _infinity(sign)
    ideal = a._exp - b._exp
    if not a._n:
        return _fitted(context, sign, 0, ideal)
    shift = count(b._n) - count(a._n) + context.prec + 1
    exponent = ideal - shift
    if shift >= 0:
        n, rest = divmod(a._n * 10 ** shift, b._n)
    else:
        n, rest = divmod(a._n, b._n * 10 ** -shift)
    if rest:
        if n % 5 == 0:
            n += 1  # so that no rounding takes it for exact or for half
    else:
        while exponent < ideal and n % 10 == 0:
            n //= 10
            exponent += 1
    return _fitted(context, sign, n, exponent)


def _whole_and_rest(a, b, context):
    """Quotient without fraction, and remainder, of a finite operand; None = it has too many digits."""
    sign = a._sign ^ b._sign
    ideal = min(a._exp, b._exp)
    if b._kind:
        return _new(sign, 0, 0), a
    difference = _adjusted(a) - _adjusted(b)
    if not a._n or difference <= -2:
        n, exponent = _at_most(a, ideal) if a._n else (0, ideal)
        return _new(sign, 0, 0), _new(a._sign, n, exponent)
    if difference <= context.prec:
        x, y = a._n * 10 ** (a._exp - ideal), b._n * 10 ** (b._exp - ideal)
        quotient, rest = divmod(x, y)
        if count(quotient) <= context.prec:
            return _new(sign, quotient, 0), _new(a._sign, rest, ideal)
    return None


def _refit(context, d):
    return _fitted(context, d._sign, d._n, d._exp)


def _divmod(a, b, context):
    nan = _nan_of(context, a, b) if a._kind or b._kind else None
    if nan is not None:
        return nan, nan
    sign = a._sign ^ b._sign
    if a._kind:
        if b._kind:
            nan = _invalid(context)
            return nan, nan
        context._note(INVALID)
        return _infinity(sign), _new(0, 0, 0, QUIET)
    if not b._kind and not b._n:
        if not a._n:
            nan = _invalid(context, UNDEFINED)
            return nan, nan
        context._note(INVALID | BY_ZERO)
        return _infinity(sign), _new(0, 0, 0, QUIET)
    parts = _whole_and_rest(a, b, context)
    if parts is None:
        nan = _invalid(context, IMPOSSIBLE)
        return nan, nan
    return _refit(context, parts[0]), _refit(context, parts[1])


def _part(a, b, context, which):
    """One of the two results of _divmod where no zero and no infinity stands in the way."""
    if a._kind or b._kind >= QUIET:
        return _divmod(a, b, context)[which]
    if b._kind and which == 0:
        return _new(a._sign ^ b._sign, 0, 0)
    parts = _whole_and_rest(a, b, context)
    return _invalid(context, IMPOSSIBLE) if parts is None else _refit(context, parts[which])


def _floor_divide(a, b, context):
    if a._kind == INFINITE and b._kind == FINITE:
        return _infinity(a._sign ^ b._sign)
    if not a._kind and not b._kind and not b._n:
        if not a._n:
            return _invalid(context, UNDEFINED)
        context._note(BY_ZERO)
        return _infinity(a._sign ^ b._sign)
    return _part(a, b, context, 0)


def _remainder(a, b, context):
    if not a._kind and not b._kind and not b._n:
        return _invalid(context, INVALID if a._n else UNDEFINED)
    return _part(a, b, context, 1)


# ---- powers

def _is_whole(d):
    return d._exp >= 0 or not d._n % 10 ** -d._exp


def _whole_value(d):
    n = d._n * 10 ** d._exp if d._exp >= 0 else d._n // 10 ** -d._exp
    return -n if d._sign else n


def _power(a, b, context):
    if a._kind or b._kind:
        nan = _nan_of(context, a, b)
        if nan is not None:
            return nan
    whole = not b._kind and _is_whole(b)
    odd = whole and _whole_value(b) % 2 == 1
    sign = 1 if a._sign and odd else 0
    if not b._kind and not b._n:
        return _invalid(context) if not a._kind and not a._n else _new(0, 1, 0)
    if a._sign and not whole and (a._kind or a._n):
        if not b._kind or not a._kind:
            return _invalid(context)
    if not a._kind and not a._n:
        return _infinity(sign) if b._sign else _new(sign, 0, 0)
    if a._kind:
        return _new(sign, 0, 0) if b._sign else _infinity(sign)
    if b._kind:
        size = _order(_new(0, a._n, a._exp), _new(0, 1, 0))
        if size == 0:
            return _fitted(context, 0, 10 ** (context.prec - 1), 1 - context.prec, INEXACT | ROUNDED)
        return _infinity(0) if (size > 0) != bool(b._sign) else _new(0, 0, 0)
    if whole:
        return _integer_power(a, _whole_value(b), sign, context)
    return _real_power(a, b, context)


def _integer_power(a, exponent, sign, context):
    """By squaring, with a few digits to spare, each step rounded."""
    times = abs(exponent)
    work = Context(context.prec + count(times) + 2, ROUND_HALF_EVEN, context.Emin, context.Emax, 1, 0, [], [])
    base = _new(0, a._n, a._exp)
    if exponent < 0:
        work.prec += 1
        base = _divide(_new(0, 1, 0), base, work)
    result = base
    for bit in bin(times)[3:]:
        result = _multiply(result, result, work)
        if bit == '1':
            result = _multiply(result, base, work)
        if result._kind or not result._n:
            break
    if result._kind:
        context._note(work._flags)
        return _infinity(sign)
    return _fitted(context, sign, result._n, result._exp, work._flags & ~CLAMPED)


def _real_power(a, b, context):
    if a._n == 1 and not a._exp:
        return _fitted(context, 0, 10 ** (context.prec - 1), 1 - context.prec, INEXACT | ROUNDED)
    places = context.prec + 5
    while True:
        more = places + max(0, _adjusted(b)) + 10
        log = ln_fixed(a._n, a._exp, more)
        x = log * (-b._n if b._sign else b._n)
        x = x * 10 ** b._exp if b._exp >= 0 else x // 10 ** -b._exp
        if abs(x) > 10 ** more * 3 * (context.Emax + context.prec):
            return _fitted(context, 0, 1, (1 if x > 0 else -1) * 3 * (context.Emax + context.prec))
        n, exponent = exp_fixed(x, more)
        n //= 10 ** 6
        if is_clear(n, context.prec) or places > 4 * context.prec + 20:
            break
        places += context.prec
    return _fitted(context, 0, n, exponent + 6, INEXACT | ROUNDED)


def _modular_power(a, b, modulus, context):
    for d in (a, b, modulus):
        if d._kind >= QUIET:
            return _nan_of(context, d)
    if a._kind or b._kind or modulus._kind or not (_is_whole(a) and _is_whole(b) and _is_whole(modulus)) or b._sign:
        return _invalid(context)
    m = abs(_whole_value(modulus))
    if not m or count(m) > context.prec or (not a._n and not b._n):
        return _invalid(context)
    n = pow(abs(_whole_value(a)), _whole_value(b), m)
    return _new(1 if a._sign and _whole_value(b) % 2 else 0, n, 0)


# ---- orders and neighbours

def _with_half_even(context, sign, n, exponent):
    """Results of functions that are rounded in one way, whatever the context says."""
    saved = context.rounding
    context.rounding = ROUND_HALF_EVEN
    try:
        return _fitted(context, sign, n, exponent)
    finally:
        context.rounding = saved


def _next(d, rounding, context):
    """The neighbour above or below."""
    if d._kind >= QUIET:
        return _nan_of(context, d)
    up = rounding == ROUND_CEILING
    largest = 10 ** context.prec - 1
    if d._kind:
        return d if bool(d._sign) != up else _new(d._sign, largest, context.Etop())
    work = context.copy()
    work.rounding = rounding
    work.clear_traps()
    n, exponent, status = work._fit(d._sign, d._n, d._exp)
    if n is None or _order(_new(d._sign, n, exponent), d):
        return _infinity(d._sign) if n is None else _new(d._sign, n, exponent)
    return _add(d, _new(0 if up else 1, 1, context.Etiny() - 1), work)


def _total_key(d):
    rank = (0, 2, 4, 3)[d._kind]
    if d._sign:
        rank = -rank - 1
    n = d._n if d._kind >= QUIET else 0
    sign = -1 if d._sign else 1
    if d._kind:
        return rank, sign * n, 0, 0
    return rank, _Ordered(d), sign * d._exp, 0


class _Ordered:
    def __init__(self, d):
        self.d = d

    def __eq__(self, other):
        return isinstance(other, _Ordered) and _order(self.d, other.d) == 0

    def __lt__(self, other):
        return isinstance(other, _Ordered) and _order(self.d, other.d) < 0

    def __gt__(self, other):
        return isinstance(other, _Ordered) and _order(self.d, other.d) > 0


def _extreme(a, b, wanted, context):
    """max and min: a quiet NaN loses against a number."""
    if a._kind >= QUIET or b._kind >= QUIET:
        if b._kind == QUIET and a._kind < QUIET:
            return a._signed(a._sign, context) if a._kind else _fitted(context, a._sign, a._n, a._exp)
        if a._kind == QUIET and b._kind < QUIET:
            return b if b._kind else _fitted(context, b._sign, b._n, b._exp)
        return _nan_of(context, a, b)
    order = _order(a, b)
    if not order:
        x, y = _total_key(a), _total_key(b)
        order = (x > y) - (x < y)
    d = a if order == wanted else b
    return d if d._kind else _fitted(context, d._sign, d._n, d._exp)


def _shortened(d, precision, kind, rounding):
    """As many digits as a format's precision says."""
    if kind in ('f', 'F', '%'):
        if d._n or d._exp > -precision:
            return _new(d._sign, _rescaled(d, -precision, rounding)[0], -precision)
        return _new(d._sign, 0, -precision)
    wanted = precision + 1 if kind in ('e', 'E') else precision or 1
    digits = count(d._n)
    if not d._n:
        return d
    if digits <= wanted and kind not in ('e', 'E'):
        return d
    if digits <= wanted:
        return _new(d._sign, d._n * 10 ** (wanted - digits), d._exp - (wanted - digits))
    n, changed = rounded(d._sign, d._n, digits - wanted, rounding)
    exponent = d._exp + digits - wanted
    if count(n) > wanted:
        n //= 10
        exponent += 1
    return _new(d._sign, n, exponent)
