"""threading: threads as objects, and what they synchronise by.

Each thread has a dict (_thread._locals()) whose 'thread' is its Thread object; threads that the
runtime itself started have only a 'name' there until somebody asks for their object.
"""

import sys
import traceback
from itertools import count
from time import monotonic

import _thread
from _collections import deque
from _thread import RLock, TIMEOUT_MAX, get_ident, get_native_id
from _thread import allocate_lock as Lock

ThreadError = RuntimeError

_numbers = count(1)
_dummy_numbers = count(1)


class Condition:
    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release
        self._waiters = deque()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _is_owned(self):
        if isinstance(self._lock, RLock):
            return self._lock._is_owned()
        return self._lock.locked()

    def _release_all(self):
        if isinstance(self._lock, RLock):
            return self._lock._release_save()
        self._lock.release()
        return None

    def _acquire_again(self, state):
        if state is None:
            self._lock.acquire()
        else:
            self._lock._acquire_restore(state)

    def wait(self, timeout=None):
        if not self._is_owned():
            raise RuntimeError('cannot wait on un-acquired lock')
        waiter = Lock()
        waiter.acquire()
        self._waiters.append(waiter)
        state = self._release_all()
        woken = False
        try:
            woken = waiter.acquire(True, -1 if timeout is None else max(timeout, 0))
            return woken
        finally:
            self._acquire_again(state)
            if not woken and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        end = None if timeout is None else monotonic() + timeout
        result = predicate()
        while not result:
            left = None if end is None else end - monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._is_owned():
            raise RuntimeError('cannot notify on un-acquired lock')
        while self._waiters and n > 0:
            self._waiters.popleft().release()
            n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._cond = Condition(Lock())
        self._value = value

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: value={self._shown_value()}>'

    def _shown_value(self):
        return self._value

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        with self._cond:
            if self._value == 0 and not (blocking and self._cond.wait_for(self._is_free, timeout)):
                return False
            self._value -= 1
            return True

    def _is_free(self):
        return self._value > 0

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:
            raise ValueError('n must be one or more')
        with self._cond:
            self._add(n)
            self._cond.notify(n)

    def _add(self, n):
        self._value += n

    def __exit__(self, exc_type, exc, tb):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._initial_value = value

    def _shown_value(self):
        return f'{self._value}/{self._initial_value}'

    def _add(self, n):
        if self._value + n > self._initial_value:
            raise ValueError('Semaphore released too many times')
        self._value += n


class Event:
    def __init__(self):
        self._cond = Condition(Lock())
        self._flag = False

    def __repr__(self):
        cls = type(self)
        status = 'set' if self._flag else 'unset'
        return f'<{cls.__module__}.{cls.__qualname__} at {id(self):#x}: {status}>'

    def is_set(self):
        return self._flag

    def set(self):
        with self._cond:
            self._flag = True
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._flag = False

    def wait(self, timeout=None):
        with self._cond:
            if not self._flag:
                return self._cond.wait(timeout)
            return True


class BrokenBarrierError(RuntimeError):
    pass


class Barrier:
    """States: filling (0), draining (1), resetting (-1), broken (-2)."""

    def __init__(self, parties, action=None, timeout=None):
        self._cond = Condition(Lock())
        self._action = action
        self._timeout = timeout
        self._parties = parties
        self._state = 0
        self._count = 0

    def __repr__(self):
        cls = type(self)
        name = f'{cls.__module__}.{cls.__qualname__}'
        if self.broken:
            return f'<{name} at {id(self):#x}: broken>'
        return f'<{name} at {id(self):#x}: waiters={self.n_waiting}/{self.parties}>'

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == 0 else 0

    @property
    def broken(self):
        return self._state == -2

    def wait(self, timeout=None):
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._cond.wait_for(self._is_enterable)
            if self._state < 0:
                raise BrokenBarrierError
            index = self._count
            self._count += 1
            try:
                if index + 1 == self._parties:
                    self._release_all()
                else:
                    self._wait_until_full(timeout)
                return index
            finally:
                self._count -= 1
                self._left()

    def _is_enterable(self):
        return self._state == 0 or self._state == -2

    def _is_not_filling(self):
        return self._state != 0

    def _release_all(self):
        try:
            if self._action:
                self._action()
            self._set_state(1)
        except:
            self._set_state(-2)
            raise

    def _wait_until_full(self, timeout):
        if not self._cond.wait_for(self._is_not_filling, timeout):
            self._set_state(-2)
            raise BrokenBarrierError
        if self._state < 0:
            raise BrokenBarrierError

    def _left(self):
        if self._count == 0 and self._state in (-1, 1):
            self._set_state(0)

    def _set_state(self, state):
        self._state = state
        self._cond.notify_all()

    def reset(self):
        with self._cond:
            if self._count == 0:
                self._set_state(0)
            elif self._state in (0, -2):
                self._set_state(-1)

    def abort(self):
        with self._cond:
            self._set_state(-2)


class local:
    """What is set is kept in the setting thread's dict, under a mark that the object owns."""

    def __new__(cls, /, *args, **kwargs):
        self = object.__new__(cls)
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        object.__setattr__(self, '_local__made', (object(), args, kwargs))
        _thread._locals()[object.__getattribute__(self, '_local__made')[0]] = {}
        return self

    def __getattribute__(self, name):
        values = _local_values(self)
        if name == '__dict__':
            return values
        if name in values:
            return values[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        _check_local_name(self, name)
        if isinstance(getattr(type(self), name, None), property):
            object.__setattr__(self, name, value)
        else:
            _local_values(self)[name] = value

    def __delattr__(self, name):
        _check_local_name(self, name)
        values = _local_values(self)
        if name not in values:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        del values[name]


def _check_local_name(self, name):
    if name == '__dict__':
        raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")


def _local_values(self):
    mark, args, kwargs = object.__getattribute__(self, '_local__made')
    own = _thread._locals()
    values = own.get(mark)
    if values is None:
        values = own[mark] = {}
        type(self).__init__(self, *args, **kwargs)
    return values


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, 'group argument must be None for now'
        self._target = target
        self._args = args
        self._kwargs = {} if kwargs is None else kwargs
        self._name = str(name) if name is not None else self._new_name(target)
        self._daemonic = current_thread().daemon if daemon is None else daemon
        self._ident = None
        self._native_id = None
        self._state = 'initial'
        self._begun = Lock()
        self._ended = Lock()

    @staticmethod
    def _new_name(target):
        name = f'Thread-{next(_numbers)}'
        target_name = getattr(target, '__name__', None) if target is not None else None
        return name if target_name is None else f'{name} ({target_name})'

    def __repr__(self):
        self._check_made()
        status = self._state
        if self._daemonic:
            status += ' daemon'
        if self._ident is not None:
            status += f' {self._ident}'
        return f'<{type(self).__name__}({self._name}, {status})>'

    def _check_made(self):
        assert '_state' in self.__dict__, 'Thread.__init__() was not called'

    def start(self):
        if '_state' not in self.__dict__:
            raise RuntimeError('thread.__init__() not called')
        if self._state != 'initial':
            raise RuntimeError('threads can only be started once')
        self._state = 'started'
        self._begun.acquire()
        self._ended.acquire()
        try:
            _thread._start(self._bootstrap, {'thread': self}, not self._daemonic)
        except RuntimeError:
            self._state = 'initial'
            raise
        self._begun.acquire()

    def run(self):
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._begun.release()
        try:
            self.run()
        except BaseException as error:
            excepthook(ExceptHookArgs((type(error), error, error.__traceback__, self)))
        finally:
            self._state = 'stopped'
            _thread._locals().clear()
            self._ended.release()

    def join(self, timeout=None):
        if '_state' not in self.__dict__:
            raise RuntimeError('Thread.__init__() not called')
        if self._state == 'initial':
            raise RuntimeError('cannot join thread before it is started')
        if self is current_thread():
            raise RuntimeError('cannot join current thread')
        if self._ended.acquire(True, -1 if timeout is None else max(timeout, 0)):
            self._ended.release()

    def is_alive(self):
        return self._state == 'started'

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        self._name = str(name)

    @property
    def ident(self):
        return self._ident

    @property
    def native_id(self):
        return self._native_id

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if self._state != 'initial':
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class Timer(Thread):
    """Calls a function after a time, unless cancelled before."""

    def __init__(self, interval, function, args=None, kwargs=None):
        super().__init__()
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _Found(Thread):
    """A thread that was not started as an object: one of the runtime's."""

    def __init__(self, own):
        super().__init__(name=own.get('name') or f'Dummy-{next(_dummy_numbers)}', daemon=False)
        self._state = 'started'
        self._ended.acquire()
        self._ident = own['ident']
        self._native_id = own['native_id']


class _MainThread(_Found):
    pass


def main_thread():
    return _thread_of(_thread._all_locals()[0])


def _thread_of(own):
    if 'thread' not in own:
        made = _MainThread if own.get('name') == 'MainThread' else _Found
        own['thread'] = made(own)
    return own['thread']


def current_thread():
    return _thread_of(_thread._locals())


def currentThread():
    return current_thread()


def enumerate():
    return [_thread_of(own) for own in _thread._all_locals() if own]


def active_count():
    return len(enumerate())


def activeCount():
    return active_count()


class ExceptHookArgs(tuple):
    exc_type = property(lambda self: self[0])
    exc_value = property(lambda self: self[1])
    exc_traceback = property(lambda self: self[2])
    thread = property(lambda self: self[3])


def excepthook(args, /):
    if args.exc_type is SystemExit:
        return
    name = get_ident() if args.thread is None else args.thread.name
    print(f'Exception in thread {name}:', file=sys.stderr)
    traceback.print_exception(args.exc_type, args.exc_value, args.exc_traceback)


__excepthook__ = excepthook

_at_exit = []


def _register_atexit(function):
    """Calls `function` when the main thread has ended, before the other threads are waited for."""
    _at_exit.append(function)
    _thread._at_end(_call_at_exit)


def _call_at_exit():
    while _at_exit:
        _at_exit.pop()()
