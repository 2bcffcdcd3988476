# typing: files, patterns, protocols of numbers; contextlib.chdir.
from typing import (IO, TextIO, BinaryIO, Pattern, Match, SupportsRound, SupportsBytes, SupportsComplex, SupportsAbs, Optional, Union, no_type_check_decorator, get_type_hints, List, Dict)
import re, io, os, contextlib, typing
def read(f: TextIO, p: Pattern[str], m: Optional[Match[str]] = None) -> IO[str]: return f
print(read.__annotations__)
print(Pattern, Match[bytes], IO, TextIO, IO[str], SupportsAbs[int], Optional[TextIO], List[Pattern[str]])
print(isinstance(3, SupportsRound), isinstance(3, SupportsAbs), isinstance("x", SupportsAbs), isinstance(b"x", SupportsBytes), isinstance(1j, SupportsComplex))
print(isinstance(re.compile("a"), Pattern), isinstance(re.match("a", "a"), Match))
here = os.getcwd()
with contextlib.chdir("/"):
    print(os.getcwd())
print(os.getcwd() == here)
class Num(SupportsAbs[int]):
    def __abs__(self): return 1
print(abs(Num()), Num.__mro__[1].__name__)
