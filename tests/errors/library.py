# What Python's library has and asyncc has not.

import marshal  # error: module 'marshal' is not supported
import multiprocessing  # error: module 'multiprocessing' is not supported
from ast import parse  # error: module 'ast' has no 'parse' that is supported
import ctypes  # error: module 'ctypes' is not supported

from sys import settrace  # error: module 'sys' has no 'settrace' that is supported
