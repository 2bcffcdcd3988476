"""Contexts: how results are rounded, and which conditions raise. Conditions are bits of an int, a status."""

from contextvars import ContextVar

from ._digits import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUNDINGS, count, rounded,
)


class DecimalException(ArithmeticError):
    __module__ = 'decimal'


class Clamped(DecimalException):
    __module__ = 'decimal'


class InvalidOperation(DecimalException):
    __module__ = 'decimal'


class ConversionSyntax(InvalidOperation):
    __module__ = 'decimal'


class DivisionImpossible(InvalidOperation):
    __module__ = 'decimal'


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = 'decimal'


class InvalidContext(InvalidOperation):
    __module__ = 'decimal'


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = 'decimal'


class Inexact(DecimalException):
    __module__ = 'decimal'


class Rounded(DecimalException):
    __module__ = 'decimal'


class Subnormal(DecimalException):
    __module__ = 'decimal'


class Overflow(Inexact, Rounded):
    __module__ = 'decimal'


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = 'decimal'


class FloatOperation(DecimalException, TypeError):
    __module__ = 'decimal'


# In the order in which a context shows them.
CLAMPED, SYNTAX, BY_ZERO, IMPOSSIBLE, UNDEFINED, INEXACT, CONTEXT, INVALID = 1, 2, 4, 8, 16, 32, 64, 128
FLOAT, OVERFLOW, ROUNDED, SUBNORMAL, UNDERFLOW = 256, 512, 1024, 2048, 4096
ALL_INVALID = SYNTAX | IMPOSSIBLE | UNDEFINED | CONTEXT | INVALID

_INVALIDS = ((INVALID, InvalidOperation), (SYNTAX, ConversionSyntax), (IMPOSSIBLE, DivisionImpossible),
             (UNDEFINED, DivisionUndefined), (CONTEXT, InvalidContext))
_SIGNALS = ((ALL_INVALID, InvalidOperation), (FLOAT, FloatOperation), (BY_ZERO, DivisionByZero), (OVERFLOW, Overflow),
            (UNDERFLOW, Underflow), (SUBNORMAL, Subnormal), (INEXACT, Inexact), (ROUNDED, Rounded), (CLAMPED, Clamped))


def _bits_of(signal):
    for bits, cls in _SIGNALS:
        if cls is signal:
            return bits
    raise KeyError('valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n'
                   '   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]')


def _status_of(signals):
    """The bits of a list of signals, or of a dict of them."""
    status = 0
    for signal in signals:
        if not isinstance(signals, (dict, SignalDict)) or signals[signal]:
            status |= _bits_of(signal)
    return status


class SignalDict:
    """The flags or traps of a context, as a dict from each signal to True or False."""

    def __init__(self, context, kind):
        self._context = context
        self._kind = kind

    def _status(self):
        return self._context._flags if self._kind == 'flags' else self._context._traps

    def _store(self, status):
        if self._kind == 'flags':
            self._context._flags = status
        else:
            self._context._traps = status

    def __getitem__(self, signal):
        return bool(self._status() & _bits_of(signal))

    def __setitem__(self, signal, value):
        bits = _bits_of(signal)
        self._store(self._status() | bits if value else self._status() & ~bits)

    def __delitem__(self, signal):
        raise ValueError('signal keys cannot be deleted')

    def __iter__(self):
        return iter([cls for bits, cls in _SIGNALS])

    def __len__(self):
        return len(_SIGNALS)

    def __contains__(self, signal):
        return any(cls is signal for bits, cls in _SIGNALS)

    def keys(self):
        return list(self)

    def values(self):
        return [self[signal] for signal in self]

    def items(self):
        return [(signal, self[signal]) for signal in self]

    def get(self, signal, default=None):
        return self[signal] if signal in self else default

    def copy(self):
        return dict(self.items())

    def update(self, other):
        for signal in other:
            self[signal] = other[signal]

    def __eq__(self, other):
        return dict(self.items()) == (dict(other.items()) if isinstance(other, SignalDict) else other)

    def __repr__(self):
        return '{' + ', '.join(f'{signal!r}:{value}' for signal, value in self.items()) + '}'


def _names(status):
    """The signals of a status."""
    names = [cls.__name__ for i in range(13) for bits, cls in _SIGNALS if status & bits & 1 << i]
    return ', '.join(dict.fromkeys(names))


MAX = 999999999999999999

_RANGES = {'prec': (1, MAX, '[1, MAX_PREC]'), 'Emin': (-MAX, 0, '[MIN_EMIN, 0]'), 'Emax': (0, MAX, '[0, MAX_EMAX]'),
           'capitals': (0, 1, ''), 'clamp': (0, 1, '')}


def check_rounding(rounding):
    if rounding not in ROUNDINGS:
        raise TypeError('valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n'
                        '   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]')
    return rounding


def _check_range(name, value):
    low, high, shown = _RANGES[name]
    if not isinstance(value, int):
        raise TypeError('an integer is required')
    if not low <= value <= high:
        raise ValueError(f'valid range for {name} is {shown}' if shown else f'valid values for {name} are 0 or 1')


class Context:
    """The rules of arithmetic, and the conditions that have come up under them."""

    __module__ = 'decimal'

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None,
                 traps=None):
        model = DefaultContext
        self.prec = model.prec if prec is None else prec
        self.rounding = model.rounding if rounding is None else rounding
        self.Emin = model.Emin if Emin is None else Emin
        self.Emax = model.Emax if Emax is None else Emax
        self.capitals = model.capitals if capitals is None else capitals
        self.clamp = model.clamp if clamp is None else clamp
        self._flags = 0 if flags is None else _status_of(flags)
        self._traps = model._traps if traps is None else _status_of(traps)

    def __setattr__(self, name, value):
        if name == 'rounding':
            check_rounding(value)
        elif name in _RANGES:
            _check_range(name, value)
        elif name in ('flags', 'traps'):
            name, value = '_' + name, _status_of(value)
        elif name not in ('_flags', '_traps'):
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    @property
    def flags(self):
        return SignalDict(self, 'flags')

    @property
    def traps(self):
        return SignalDict(self, 'traps')

    def __repr__(self):
        return (f'Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, '
                f'capitals={self.capitals}, clamp={self.clamp}, flags=[{_names(self._flags)}], '
                f'traps=[{_names(self._traps)}])')

    def copy(self):
        other = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)
        other._flags = self._flags
        other._traps = self._traps
        return other

    __copy__ = copy

    def clear_flags(self):
        self._flags = 0

    def clear_traps(self):
        self._traps = 0

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    # ---- operations under this context

    def _under(self, operation, *operands):
        from ._arithmetic import _argument
        saved = getcontext()
        _current.set(self)
        try:
            return operation(*[_argument(operand) for operand in operands])
        finally:
            _current.set(saved)

    def create_decimal(self, num='0', /):
        from ._number import Decimal
        return self._rounded(Decimal(num, self))

    def create_decimal_from_float(self, f, /):
        from ._number import Decimal
        return self._rounded(Decimal.from_float(f))

    def _rounded(self, d):
        if d.is_nan():
            return self._under(lambda x: x if len(x.as_tuple().digits) <= self.prec - self.clamp else x.normalize(), d)
        return self._under(lambda x: x if x.is_infinite() else x._signed(x._sign, self) if x else
                           x.quantize(x) if self.Etiny() <= x._exp <= self.Emax else x._signed(x._sign, self), d)

    def abs(self, x, /):
        return self._under(lambda x: abs(x), x)

    def add(self, x, y, /):
        return self._under(lambda x, y: x + y, x, y)

    def compare(self, x, y, /):
        return self._under(lambda x, y: x.compare(y), x, y)

    def divide(self, x, y, /):
        return self._under(lambda x, y: x / y, x, y)

    def divide_int(self, x, y, /):
        return self._under(lambda x, y: x // y, x, y)

    def divmod(self, x, y, /):
        return self._under(lambda x, y: divmod(x, y), x, y)

    def exp(self, x, /):
        return self._under(lambda x: x.exp(), x)

    def fma(self, x, y, z, /):
        return self._under(lambda x, y, z: x.fma(y, z), x, y, z)

    def ln(self, x, /):
        return self._under(lambda x: x.ln(), x)

    def log10(self, x, /):
        return self._under(lambda x: x.log10(), x)

    def max(self, x, y, /):
        return self._under(lambda x, y: x.max(y), x, y)

    def min(self, x, y, /):
        return self._under(lambda x, y: x.min(y), x, y)

    def minus(self, x, /):
        return self._under(lambda x: -x, x)

    def multiply(self, x, y, /):
        return self._under(lambda x, y: x * y, x, y)

    def normalize(self, x, /):
        return self._under(lambda x: x.normalize(), x)

    def plus(self, x, /):
        return self._under(lambda x: +x, x)

    def power(self, a, b, modulo=None):
        if modulo is None:
            return self._under(lambda a, b: a ** b, a, b)
        return self._under(lambda a, b, m: pow(a, b, m), a, b, modulo)

    def quantize(self, x, y, /):
        return self._under(lambda x, y: x.quantize(y), x, y)

    def remainder(self, x, y, /):
        return self._under(lambda x, y: x % y, x, y)

    def sqrt(self, x, /):
        return self._under(lambda x: x.sqrt(), x)

    def subtract(self, x, y, /):
        return self._under(lambda x, y: x - y, x, y)

    def to_eng_string(self, x, /):
        return self._under(lambda x: x.to_eng_string(), x)

    def to_integral_exact(self, x, /):
        return self._under(lambda x: x.to_integral_exact(), x)

    def to_integral_value(self, x, /):
        return self._under(lambda x: x.to_integral_value(), x)

    def to_sci_string(self, x, /):
        return self._under(lambda x: str(x), x)

    # ---- for Decimal

    def _note(self, status):
        """Notes what came up, and raises where it is trapped."""
        self._flags |= status
        trapped = status & self._traps
        if trapped:
            shown = [cls for bit, cls in _INVALIDS if trapped & bit]
            shown += [cls for bits, cls in _SIGNALS[1:] if trapped & bits]
            for bits, cls in _SIGNALS:
                if trapped & bits:
                    raise cls(shown)

    def _overflow(self, sign):
        """An exponent beyond Emax: coefficient and exponent, or None for infinity; and the status."""
        status = OVERFLOW | INEXACT | ROUNDED
        down = (self.rounding in (ROUND_DOWN, ROUND_05UP) or (self.rounding == ROUND_CEILING and sign)
                or (self.rounding == ROUND_FLOOR and not sign))
        return (10 ** self.prec - 1 if down else None), self.Emax - self.prec + 1, status

    def _fit(self, sign, coefficient, exponent, status=0):
        """A result brought to the context's precision and range: coefficient (None = infinity), exponent, status."""
        tiny = self.Emin - self.prec + 1
        top = self.Emax - self.prec + 1
        if not coefficient:
            limit = top if self.clamp else self.Emax
            if tiny <= exponent <= limit:
                return 0, exponent, status
            return 0, tiny if exponent < tiny else limit, status | CLAMPED
        least = exponent + count(coefficient) - self.prec
        if least > top:
            return self._overflow(sign)
        subnormal = least < tiny
        if subnormal:
            least = tiny
            status |= SUBNORMAL
        if exponent < least:
            coefficient, changed = rounded(sign, coefficient, least - exponent, self.rounding)
            exponent = least
            if count(coefficient) > self.prec:
                coefficient //= 10
                exponent += 1
            if exponent > top:
                return self._overflow(sign)
            status |= ROUNDED
            if changed:
                status |= INEXACT | (UNDERFLOW if subnormal else 0)
            if not coefficient:
                status |= CLAMPED
        if self.clamp and exponent > top:
            status |= CLAMPED
            coefficient *= 10 ** (exponent - top)
            exponent = top
        return coefficient, exponent, status


class _Model:
    """What DefaultContext itself is made from."""

    prec, rounding, Emin, Emax, capitals, clamp, _traps = 28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, 0


DefaultContext = _Model()
DefaultContext = Context(traps=[DivisionByZero, Overflow, InvalidOperation])
BasicContext = Context(9, ROUND_HALF_UP, -999999, 999999, 1, 0, [],
                       [DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow])
ExtendedContext = Context(9, ROUND_HALF_EVEN, -999999, 999999, 1, 0, [], [])

_current = ContextVar('decimal_context')


def getcontext():
    context = _current.get(None)
    if context is None:
        context = DefaultContext.copy()
        _current.set(context)
    return context


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError('argument must be a context')
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _LocalContext:
    """Sets a copy of a context for the time of a with statement."""

    def __init__(self, context):
        self._context = context

    def __enter__(self):
        self._saved = getcontext()
        _current.set(self._context)
        return self._context

    def __exit__(self, *exc_info):
        _current.set(self._saved)


def localcontext(ctx=None, **changes):
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in changes.items():
        if name not in ('prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(context, name, value)
    return _LocalContext(context)
