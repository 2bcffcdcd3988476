# decimal: random operands and contexts, errors, formats, functions, and contexts of tasks.
# stderr: compare
import asyncio
import random
from decimal import *

random.seed(4)
ROUNDINGS = [ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP,
             ROUND_05UP]
SPECIALS = ['0', '-0', '1', '-1', 'inf', '-inf', 'nan', 'snan', '0e5', '0e-30', '10', '1e20', '-1e-20', 'nan12']


def operand():
    if random.randrange(8) == 0:
        return Decimal(random.choice(SPECIALS))
    digits = str(random.randrange(10 ** random.choice([1, 2, 5, 9, 12, 30])))
    return Decimal((random.randrange(2), tuple(map(int, digits)), random.randrange(-12, 8)))


def shown(work):
    try:
        return repr(work())
    except (ArithmeticError, ValueError, TypeError, AttributeError) as e:
        return f'{type(e).__name__} {e}'


OPERATIONS = {
    '+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b,
    '//': lambda a, b: a // b, '%': lambda a, b: a % b, 'divmod': divmod, '<': lambda a, b: a < b,
    '==': lambda a, b: a == b, 'compare': lambda a, b: a.compare(b), 'max': lambda a, b: a.max(b),
    'quantize': lambda a, b: a.quantize(b), 'neg': lambda a, b: -a, 'abs': lambda a, b: abs(a),
    'eng': lambda a, b: a.to_eng_string(), 'normalize': lambda a, b: a.normalize(), 'int': lambda a, b: int(a),
    'integral': lambda a, b: a.to_integral_value(), 'float': lambda a, b: float(a), 'round': lambda a, b: round(a, 2),
    'hash': lambda a, b: hash(a) if not a.is_nan() else 0, 'sqrt': lambda a, b: a.sqrt(),
    'ratio': lambda a, b: a.as_integer_ratio(), 'tuple': lambda a, b: a.as_tuple(), 'fma': lambda a, b: a.fma(b, a),
    'class': lambda a, b: a.number_class(), 'next': lambda a, b: a.next_plus(), 'total': lambda a, b: a.compare_total(b),
    'near': lambda a, b: a.remainder_near(b), 'shift': lambda a, b: a.shift(-2), 'create': getcontext().create_decimal,
}
for i in range(500):
    name = random.choice(list(OPERATIONS))
    context = Context(prec=random.choice([1, 2, 5, 9, 28]), rounding=random.choice(ROUNDINGS),
                      Emin=random.choice([-999999, -20, -5]), Emax=random.choice([999999, 20, 9]),
                      clamp=random.randrange(2),
                      traps=random.choice([[], [InvalidOperation, DivisionByZero, Overflow], [Inexact, Rounded],
                                           [Underflow, Subnormal, Clamped]]))
    setcontext(context)
    a, b = operand(), operand()
    if name != 'create':
        print(i, name, a, b, '->', shown(lambda: OPERATIONS[name](a, b)), context)

setcontext(Context(traps=[InvalidOperation, DivisionByZero, Overflow]))
for i in range(60):
    getcontext().prec = random.choice([3, 9, 28, 50])
    a = Decimal(random.randrange(1, 10 ** random.choice([1, 3, 8]))).scaleb(random.randrange(-5, 3))
    print(a.ln(), a.log10(), (a / 1000).exp(), a ** 3, a ** -2, a ** Decimal('0.5'), Decimal(2) ** a if a < 99 else a)

setcontext(Context(prec=28))
for spec in ['', '.2f', '10.3f', '<10', '^12', '=12', '012', '+.1f', ',', '.2%', 'e', '.3E', '.4g', ',.2f', '020,.2f',
             '*^20.4f', 'z.1f', '.0e', '%', 'x']:
    print(spec, [shown(lambda: format(Decimal(text), spec)) for text in (
        '0', '-0', '1234567.891', '-0.00004', '1e10', '1.5E-9', 'nan', '-inf', '0.00', '1E+5', '-0.04')])
for text in ['a', '1x', '', '.', '1.', '.5', '+5', '--5', '1e', '1e5', 'Inf', 'nan0', '1 2', ' 1_000.5 ', '1__0']:
    print(repr(text), shown(lambda: Decimal(text)))
for work in (lambda: Decimal(1) + 1.5, lambda: Decimal(1) < 'a', lambda: Decimal([1]), lambda: Decimal(None),
             lambda: Decimal((2, (1,), 0)), lambda: int(Decimal('nan')), lambda: Decimal(1).foo, lambda: Decimal(0) ** 0,
             lambda: setattr(getcontext(), 'prec', 0), lambda: setattr(getcontext(), 'rounding', 'x'),
             lambda: getcontext().flags[3], lambda: localcontext(foo=1), lambda: Decimal(-1).sqrt()):
    print(shown(work))

print(Decimal('1.1') == 1.1, Decimal('0.5') == 0.5, 3 > Decimal('2'), {Decimal(1): 'one'}[1], Decimal(1.1),
      hash(Decimal('0.5')) == hash(0.5), sorted([Decimal('2'), 1, 1.5]), sum(map(Decimal, ['1.1', '2.2'])))
print(Decimal('2.675').quantize(Decimal('0.01'), rounding=ROUND_HALF_UP), f'{Decimal("1234.5"):,.2f}', -7 // Decimal(2),
      round(Decimal('2.5')), '%s %.2f %d' % (Decimal('1.5'), Decimal('1.005'), Decimal('7.9')), pow(Decimal(2), 3, 5))


class Money(Decimal):
    def __str__(self):
        return '$' + format(self, '.2f')


print(Money('3.456'), Money(1) + 1, type(Money(1) + 1).__name__, repr(Money('2.5')), Money('3') == 3)
with localcontext() as ctx:
    ctx.prec = 5
    print(Decimal(1) / 3, ctx.flags[Inexact], getcontext() is ctx)
with localcontext(prec=3, rounding=ROUND_UP):
    print(Decimal(2) / 3, getcontext())
print(Decimal(1) / 3, ExtendedContext, BasicContext, Context(prec=4).divide(1, 3), DivisionByZero.__mro__)


async def seventh(digits):
    getcontext().prec = digits
    await asyncio.sleep(0.01)
    return Decimal(1) / 7


async def main():
    print(await asyncio.gather(seventh(3), seventh(6), seventh(9)), getcontext().prec)


asyncio.run(main())
Decimal(1) / 0
