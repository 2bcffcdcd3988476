print('second begins')
from . import first
name = 'second'
try:
    print(first.name)
except AttributeError as error:
    print(error)
try:
    from .first import name as taken
except ImportError as error:
    print(type(error).__name__, str(error).split(' (')[0])


def other():
    return first.name
