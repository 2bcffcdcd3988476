import decimal as _decimal
from dataclasses import dataclass

VAT = 0.2
calls = 0


@dataclass(order=True)
class Price:
    cents: int

    def __str__(self):
        return f'{self.cents / 100:.2f}'

    def gross(self):
        from .store.rules import apply  # not at the top: rules imports this module
        return apply(self)


def rounded(amount):
    global calls
    calls += 1
    return _decimal.Decimal(str(amount)).quantize(_decimal.Decimal('0.01'))
