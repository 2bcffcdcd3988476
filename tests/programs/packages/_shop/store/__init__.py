from .. import prices as money
from . import shelf
from .warehouse import *
print('store is loaded:', __name__, [name for name in ('Warehouse', 'Box', '_secret') if name in globals()])
