"""Coefficients: ints as runs of decimal digits, and the functions that need more digits than are asked for."""

ROUND_CEILING = 'ROUND_CEILING'
ROUND_DOWN = 'ROUND_DOWN'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_UP = 'ROUND_UP'
ROUND_05UP = 'ROUND_05UP'
ROUNDINGS = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,
             ROUND_05UP)

_CHUNK = 4000  # digits: as many as str() and int() take at once


def count(n):
    """How many digits n >= 0 has; 0 has one."""
    if n < 1000000000000000000:
        return len(str(n))
    digits = (n.bit_length() - 1) * 30103 // 100000
    while n >= 10 ** digits:
        digits += 1
    return digits


def text(n):
    """str(n) without a limit."""
    if n.bit_length() < 3 * _CHUNK:
        return str(n)
    half = count(n) // 2
    high, low = divmod(n, 10 ** half)
    return text(high) + text(low).zfill(half)


def number(digits):
    """int(digits) without a limit."""
    if len(digits) <= _CHUNK:
        return int(digits)
    half = len(digits) // 2
    return number(digits[:-half]) * 10 ** half + number(digits[-half:])


def rounded(sign, n, drop, rounding):
    """n without its last `drop` digits, and whether that changed the value."""
    if drop > 30 and drop > count(n) + 1:
        n, drop = n and 1, 1  # far below half
    unit = 10 ** drop
    kept, rest = divmod(n, unit)
    if not rest:
        return kept, False
    twice = 2 * rest
    if rounding == ROUND_HALF_EVEN:
        up = twice > unit or (twice == unit and kept & 1 == 1)
    elif rounding == ROUND_HALF_UP:
        up = twice >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = twice > unit
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = sign == 1
    else:
        up = kept % 5 == 0
    return kept + up, True


def root(n):
    """The square root, rounded down."""
    if n < 2:
        return n
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) >> 1
        if y >= x:
            return x
        x = y


# ---- exp and ln in fixed point: `scale` stands for 1

_GUARD = 10 ** 8  # results are off by less than a unit of what is left without these digits


def _artanh_inverse(k, scale):
    """artanh(1/k), by its series."""
    total = term = scale // k
    square = k * k
    i = 3
    while term:
        term //= square
        total += term // i
        i += 2
    return total


_ln10_of = {}  # by scale


def _ln10(scale):
    if scale not in _ln10_of:
        _ln10_of[scale] = (46 * _artanh_inverse(31, scale) + 34 * _artanh_inverse(49, scale)
                           + 20 * _artanh_inverse(161, scale))
    return _ln10_of[scale]


def _ln2(scale):
    return 18 * _artanh_inverse(26, scale) - 2 * _artanh_inverse(4801, scale) + 8 * _artanh_inverse(8749, scale)


def ln_fixed(coefficient, exponent, places):
    """The logarithm of coefficient * 10 ** exponent in units of 10 ** -places."""
    scale = 10 ** places * _GUARD
    digits = count(coefficient)
    x = coefficient * scale // 10 ** (digits - 1)
    halvings = 0
    while 2 * x > 3 * scale:
        x >>= 1
        halvings += 1
    power = z = (x - scale) * scale // (x + scale)
    square = z * z // scale
    total = 0
    i = 1
    while power:
        total += power // i
        power = power * square // scale
        i += 2
        if power == -1:
            break
    total *= 2
    if halvings:
        total += halvings * _ln2(scale)
    return (total + (exponent + digits - 1) * _ln10(scale)) // _GUARD


def log10_fixed(coefficient, exponent, places):
    more = places + 5
    scale = 10 ** more
    return ln_fixed(coefficient, exponent, more) * scale // (_ln10(scale * _GUARD) // _GUARD) // 10 ** 5


def exp_fixed(x, places):
    """exp of x units of 10 ** -places, to about so many digits: an int and its exponent."""
    scale = 10 ** places * _GUARD
    power, rest = divmod(x * _GUARD, _ln10(scale))
    halvings = root(scale.bit_length())
    rest >>= halvings
    total = term = scale
    i = 1
    while term:
        term = term * rest // (scale * i)
        total += term
        i += 1
    for _ in range(halvings):
        total = total * total // scale
    return total // _GUARD, power - places


def is_clear(n, precision):
    """Is rounding n to `precision` digits the same for n - 1, n and n + 1?"""
    spare = count(n) - precision
    return spare > 1 and 1 < n % (5 * 10 ** (spare - 1)) < 5 * 10 ** (spare - 1) - 1
