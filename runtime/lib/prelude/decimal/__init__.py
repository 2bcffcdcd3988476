"""decimal: numbers with decimal digits and contexts that say how they are rounded."""

from ._context import (
    BasicContext, Clamped, Context, ConversionSyntax, DecimalException, DefaultContext, DivisionByZero,
    DivisionImpossible, DivisionUndefined, ExtendedContext, FloatOperation, Inexact, InvalidContext, InvalidOperation,
    Overflow, Rounded, Subnormal, Underflow, getcontext, localcontext, setcontext,
)
from ._digits import (
    ROUND_05UP, ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP,
)
from ._number import Decimal, DecimalTuple

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999
MIN_ETINY = -1999999999999999997
HAVE_THREADS = HAVE_CONTEXTVAR = True
__version__ = '1.70'
__libmpdec_version__ = '2.5.1'
