"""re: regular expressions. The engine is C (_re); here are the flags as programs print them."""

from _re import (
    Match, Pattern, compile, error, escape, findall, finditer, fullmatch, match, purge, search, split,
    sub, subn,
)

_names = {1: 'TEMPLATE', 2: 'IGNORECASE', 4: 'LOCALE', 8: 'MULTILINE', 16: 'DOTALL', 32: 'UNICODE',
          64: 'VERBOSE', 128: 'DEBUG', 256: 'ASCII'}


_letters = {'T': 1, 'I': 2, 'L': 4, 'M': 8, 'S': 16, 'U': 32, 'X': 64, 'A': 256}


class _FlagType(type):
    """Gives the flags as attributes of their class, which cannot be made while its body runs."""

    def __getattr__(cls, name):
        for bit, known in _names.items():
            if known == name:
                return cls(bit)
        if name in _letters:
            return cls(_letters[name])
        if name == 'NOFLAG':
            return cls(0)
        raise AttributeError(f'type object {cls.__name__!r} has no attribute {name!r}')


class RegexFlag(int, metaclass=_FlagType):
    """An int that is shown by the names of its bits, and stays one under |, & and the like."""

    @property
    def value(self):
        return int(self)

    @property
    def name(self):
        names = [name for bit, name in _names.items() if self & bit]
        return '|'.join(names) or None

    def __repr__(self):
        names = [f're.{name}' for bit, name in _names.items() if self & bit]
        rest = int(self) & ~511
        if rest:
            names.append(hex(rest))
        return '|'.join(names) or 're.NOFLAG'

    __str__ = __repr__

    def __or__(self, other):
        return RegexFlag(int(self) | int(other))

    def __and__(self, other):
        return RegexFlag(int(self) & int(other))

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other))

    def __invert__(self):
        return RegexFlag(511 & ~int(self))

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


NOFLAG = RegexFlag(0)
TEMPLATE = T = RegexFlag(1)
IGNORECASE = I = RegexFlag(2)
LOCALE = L = RegexFlag(4)
MULTILINE = M = RegexFlag(8)
DOTALL = S = RegexFlag(16)
UNICODE = U = RegexFlag(32)
VERBOSE = X = RegexFlag(64)
DEBUG = RegexFlag(128)
ASCII = A = RegexFlag(256)
