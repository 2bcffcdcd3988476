# What Python's library has and asyncc has not.

import marshal  # error: module 'marshal' is not supported
import multiprocessing  # error: module 'multiprocessing' is not supported
from concurrent.futures import ProcessPoolExecutor  # error: module 'concurrent.futures' has no 'ProcessPoolExecutor' that is supported
import ctypes  # error: module 'ctypes' is not supported

from os import fork  # error: module 'os' has no 'fork' that is supported
