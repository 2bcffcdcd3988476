"""pickle: its exceptions, and classes and functions by the names under which they are written."""

import sys

_noted = {}  # what this process has written
_builtins = {kind.__name__: kind for kind in (
    object, int, float, complex, bool, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, type,
    BaseException, Exception, ArithmeticError, AssertionError, AttributeError, EOFError, ImportError, IndexError, KeyError,
    LookupError, NameError, NotImplementedError, OSError, OverflowError, RecursionError, RuntimeError, StopIteration,
    TimeoutError, TypeError, ValueError, ZeroDivisionError, print, len, sum, min, max, sorted, abs, getattr, repr)}


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


PickleError.__module__ = PicklingError.__module__ = UnpicklingError.__module__ = '_pickle'


def note_name(module, name, obj):
    _noted[module, name] = obj


def find_name(module, name):
    if module == 'builtins' and name in _builtins:
        return _builtins[name]
    if module in sys.modules:
        found = sys.modules[module]
        try:
            for part in name.split('.'):
                found = getattr(found, part)
            return found
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {sys.modules[module]!r}") from None
    if (module, name) in _noted:
        return _noted[module, name]
    raise ModuleNotFoundError(f'No module named {module!r}', name=module)
