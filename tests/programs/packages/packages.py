"""Packages of the program's own: absolute, relative and late imports, __all__, cycles, modules as objects."""
import _shop
import _shop.store.rules
import _shop.prices as prices
from _shop import *
from _shop import lazy, store
from _shop.store import shelf as sh, Warehouse as House
import _ring.first
import math
import os

print(Price(5), TAX, Warehouse is House, open_shop('corner'), _hidden_but_listed)
try:
    print(_hidden)
except NameError as error:
    print(error)
print(_shop._hidden, _shop.__version__, lazy, _shop.lazy, _shop.events)
try:
    _shop.missing
except AttributeError as error:
    print(error)
print(getattr(_shop, 'absent', 'a default'), hasattr(_shop, 'lazy'), hasattr(_shop, 'Price'))
print(_shop.store is store, _shop.store.rules.apply(prices.Price(100)), prices.Price(250).gross())
print(sh.items['pear'], House().cheapest(), prices.calls, _shop.prices.calls)
prices.VAT = 0.5
print(prices.Price(100).gross(), TAX, _shop.TAX, store.rules.prices.VAT)
print(_ring.first.both(), _ring.second.name)
print(_shop.__name__, store.__name__, sh.__name__, _shop.__doc__, prices.__doc__)
print([os.path.basename(m.__file__) for m in (_shop, prices, sh)], __name__)
print([name for name in dir(sh)], 'Warehouse' in dir(_shop), sorted(name for name in vars(sh) if name[0] != '_'))


print(len([getattr(prices, name) for name in dir(prices)]) > 8, getattr(math, '__loader__', 1) is not math)


def change():
    import _settings
    _settings.DEBUG = True
    _settings.added = 'from outside'
    setattr(_settings, 'level', 7)
    return _settings


def ask():
    import _settings as settings
    return settings.current(), settings.added, settings.DEBUG


settings = change()
print(ask(), settings.level)
del settings.added
try:
    ask()
except AttributeError as error:
    print(error)
try:
    import _shop.nothing
except ImportError as error:
    print(type(error).__name__, error, error.name)
try:
    from _settings import nothing
except ImportError as error:
    print(type(error).__name__, str(error).split(' (')[0])
try:
    import not_there_at_all as fast
except ImportError:
    fast = None
print(fast)


def describe(thing):
    try:
        return thing.what()
    except AttributeError as error:
        return str(error)


print(describe(settings))
