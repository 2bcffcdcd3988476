"""A package: what it brings from its submodules, and what it makes itself."""
from .prices import Price, VAT as TAX
from . import prices, store
from .store import Warehouse, shelf

__all__ = ['Price', 'Warehouse', 'open_shop', 'TAX', '_hidden_but_listed']
__version__ = '1.2'
_hidden_but_listed = 'listed'
_hidden = 'hidden'
events = []


def open_shop(name):
    events.append(f'open {name}')
    return prices.rounded(12.345), __name__, __package__


def __getattr__(name):
    if name == 'lazy':
        events.append('lazy made')
        return f'made for {__name__}'
    raise AttributeError(f'module {__name__!r} has nothing called {name!r}')
