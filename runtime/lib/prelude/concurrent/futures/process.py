"""ProcessPoolExecutor: each call is made by a child of its own, which is a copy of the program as it is then. What the
call gives comes back as text of our own: numbers, texts, containers of these, exceptions.
"""

import builtins
import os
import sys
import traceback

from concurrent.futures import _base
from concurrent.futures.thread import ThreadPoolExecutor


class BrokenProcessPool(_base.BrokenExecutor):
    pass


class _RemoteTraceback(Exception):
    def __init__(self, tb):
        self.tb = tb

    def __str__(self):
        return self.tb


# ---- values as bytes: a letter for the kind, the size, and the parts

_CONTAINERS = {'l': list, 't': tuple, 's': set, 'f': frozenset}


def _sized(kind, data):
    return kind + len(data).to_bytes(8, 'little') + data


def _counted(kind, parts):
    return kind + len(parts).to_bytes(8, 'little') + b''.join(parts)


def _encode(value):
    kind = type(value)
    if value is None or kind is bool or kind is int or kind is float or kind is complex:
        return _sized(b'n', repr(value).encode())
    if kind is str:
        return _sized(b'u', value.encode('utf-8', 'surrogatepass'))
    if kind is bytes:
        return _sized(b'b', value)
    if kind is bytearray:
        return _sized(b'a', bytes(value))
    if kind is dict:
        return _counted(b'd', [_encode(key) + _encode(item) for key, item in value.items()])
    for letter, container in _CONTAINERS.items():
        if kind is container:
            return _counted(letter.encode(), [_encode(item) for item in value])
    if isinstance(value, BaseException):
        return b'e' + _encode((kind.__module__, kind.__qualname__, value.args))
    raise TypeError(f'cannot pickle {kind.__name__!r} object')


def _number(text):
    if text in ('None', 'True', 'False'):
        return {'None': None, 'True': True, 'False': False}[text]
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            pass
    return complex(text)


class _Decoder:
    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, size):
        self.at += size
        return self.data[self.at - size:self.at]

    def value(self):
        kind = self.take(1).decode()
        if kind == 'e':
            return _exception(*self.value())
        size = int.from_bytes(self.take(8), 'little')
        if kind == 'd':
            return {self.value(): self.value() for _ in range(size)}
        if kind in _CONTAINERS:
            return _CONTAINERS[kind]([self.value() for _ in range(size)])
        data = self.take(size)
        if kind == 'n':
            return _number(data.decode())
        if kind == 'u':
            return data.decode('utf-8', 'surrogatepass')
        return bytearray(data) if kind == 'a' else data


_BASES = (
    BaseException, Exception, ArithmeticError, AssertionError, AttributeError, ConnectionError, EOFError, ImportError,
    IndexError, KeyError, LookupError, NameError, NotImplementedError, OSError, PermissionError, RuntimeError,
    StopIteration, TimeoutError, TypeError, UnicodeError, ValueError, Warning,
)


def _find_class(base, module, name):
    for cls in base.__subclasses__():
        if cls.__module__ == module and cls.__qualname__ == name:
            return cls
        found = _find_class(cls, module, name)
        if found is not None:
            return found
    return None


def _exception(module, name, args):
    if module == 'builtins':
        cls = getattr(builtins, name, None)
    else:
        found = [_find_class(base, module, name) for base in _BASES]
        cls = next((cls for cls in found if cls is not None), None)
    return RuntimeError(f'{module}.{name}', *args) if cls is None else cls(*args)


# ---- children

def _make_call(fn, args, kwargs, initializer, initargs):
    """In the child: whether it went well, and what came of it."""
    try:
        if initializer is not None:
            initializer(*initargs)
        return _encode((True, fn(*args, **kwargs), ''))
    except BaseException as error:
        text = f'\n"""\n{traceback.format_exc()}"""'
        try:
            return _encode((False, error, text))
        except TypeError:
            return _encode((False, RuntimeError(str(error)), text))


def _write_all(fd, data):
    while data:
        data = data[os.write(fd, data):]


def _read_all(fd):
    parts = []
    while part := os.read(fd, 65536):
        parts.append(part)
    return b''.join(parts)


def _flush():
    for stream in (sys.stdout, sys.stderr):
        stream.flush()


def _in_child(fn, args, kwargs, initializer, initargs):
    _flush()
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            _write_all(writing, _make_call(fn, args, kwargs, initializer, initargs))
            _flush()
        finally:
            os._exit(0)
    os.close(writing)
    answer = _read_all(reading)
    os.close(reading)
    os.waitpid(pid, 0)
    if not answer:
        raise BrokenProcessPool('A process in the process pool was terminated abruptly while the future was running '
                                'or pending.')
    fine, value, text = _Decoder(answer).value()
    if fine:
        return value
    value.__cause__ = _RemoteTraceback(text)
    raise value


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        if max_workers is None:
            max_workers = os.cpu_count() or 1
        elif max_workers <= 0:
            raise ValueError('max_workers must be greater than 0')
        if initializer is not None and not callable(initializer):
            raise TypeError('initializer must be a callable')
        self._max_workers = max_workers
        self._threads = ThreadPoolExecutor(max_workers)  # that wait for the children
        self._initializer = initializer
        self._initargs = initargs

    def submit(self, fn, /, *args, **kwargs):
        return self._threads.submit(_in_child, fn, args, kwargs, self._initializer, self._initargs)

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        if chunksize < 1:
            raise ValueError('chunksize must be >= 1.')
        return super().map(fn, *iterables, timeout=timeout)

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._threads.shutdown(wait, cancel_futures=cancel_futures)
