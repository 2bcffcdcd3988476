"""pickle: objects as bytes and back, in CPython's format.

Classes and functions are written by name. Reading finds those of the program and of modules that it
imports, and what the same process has written.
"""

from pickle._names import PickleError, PicklingError, UnpicklingError
from pickle._read import Unpickler, load, loads
from pickle._write import DEFAULT_PROTOCOL, HIGHEST_PROTOCOL, Pickler, dump, dumps

format_version = '4.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0', '3.0', '4.0', '5.0']
