from .. import prices
from ..prices import Price


def apply(price):
    return Price(round(price.cents * (1 + prices.VAT)))
