"""contextlib: context managers out of generators, and managers of managers."""

import _os
import sys
from abc import ABC, abstractmethod
from functools import wraps
from types import GenericAlias, MethodType


class AbstractContextManager(ABC):
    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)

    def __enter__(self):
        return self

    @abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractContextManager:
            return hasattr(other, '__enter__') and hasattr(other, '__exit__')
        return NotImplemented


class AbstractAsyncContextManager(ABC):
    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)

    async def __aenter__(self):
        return self

    @abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        return None

    @classmethod
    def __subclasshook__(cls, other):
        if cls is AbstractAsyncContextManager:
            return hasattr(other, '__aenter__') and hasattr(other, '__aexit__')
        return NotImplemented


class ContextDecorator:
    """A manager that also wraps functions: each call runs inside of it."""

    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        def inside(*args, **keywords):
            with self._recreate_cm():
                return func(*args, **keywords)
        return inside


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        @wraps(func)
        async def inside(*args, **keywords):
            async with self._recreate_cm():
                return await func(*args, **keywords)
        return inside


# ---- managers out of generators

class _GeneratorManager:
    def __init__(self, func, args, keywords):
        self.gen = func(*args, **keywords)
        self.func = func
        self.args = args
        self.kwds = keywords
        self.__doc__ = getattr(func, '__doc__', None) or type(self).__doc__

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)


def _is_thrown(error, value, stop):
    """Whether `error`, out of the generator, only is `value`, thrown in: it may come back wrapped,
    where it is of the kind that ends generators."""
    if error is value:
        return True
    return isinstance(value, stop) and isinstance(error, RuntimeError) and error.__cause__ is value


class _GeneratorContextManager(_GeneratorManager, ContextDecorator):
    def __enter__(self):
        del self.args, self.kwds, self.func
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            self.gen.throw(typ, value, traceback)
        except StopIteration as error:
            return error is not value
        except BaseException as error:
            if not _is_thrown(error, value, StopIteration):
                raise
            value.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after throw()")


class _AsyncGeneratorContextManager(_GeneratorManager, AsyncContextDecorator):
    async def __aenter__(self):
        del self.args, self.kwds, self.func
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = typ()
        try:
            await self.gen.athrow(typ, value, traceback)
        except StopAsyncIteration as error:
            return error is not value
        except BaseException as error:
            if not _is_thrown(error, value, (StopIteration, StopAsyncIteration)):
                raise
            value.__traceback__ = traceback
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def contextmanager(func):
    @wraps(func)
    def make(*args, **keywords):
        return _GeneratorContextManager(func, args, keywords)
    return make


def asynccontextmanager(func):
    @wraps(func)
    def make(*args, **keywords):
        return _AsyncGeneratorContextManager(func, args, keywords)
    return make


# ---- small managers

class closing(AbstractContextManager):
    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *excinfo):
        pass


class chdir(AbstractContextManager):
    """Another working directory for a while."""

    def __init__(self, path):
        self.path = path
        self._before = []

    def __enter__(self):
        self._before.append(_os.getcwd())
        _os.chdir(self.path)

    def __exit__(self, *excinfo):
        _os.chdir(self._before.pop())


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        return exctype is not None and issubclass(exctype, self._exceptions)


class _RedirectStream(AbstractContextManager):
    def __init__(self, new_target):
        self._new_target = new_target
        self._old_targets = []

    def __enter__(self):
        self._old_targets.append(getattr(sys, self._stream))
        setattr(sys, self._stream, self._new_target)
        return self._new_target

    def __exit__(self, exctype, excinst, exctb):
        setattr(sys, self._stream, self._old_targets.pop())


class redirect_stdout(_RedirectStream):
    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    _stream = 'stderr'


# ---- stacks of managers

def _special(obj, cls, name, protocol):
    try:
        return getattr(cls, name)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {protocol} "
                        'protocol') from None


class _BaseExitStack:
    """`_exits` holds (is synchronous, exit function) pairs, to be called last to first."""

    def __init__(self):
        self._exits = []

    def pop_all(self):
        other = type(self)()
        other._exits = self._exits
        self._exits = []
        return other

    def push(self, exit):
        cls = type(exit)
        if hasattr(cls, '__exit__'):
            self._exits.append((True, MethodType(cls.__exit__, exit)))
        else:
            self._exits.append((True, exit))
        return exit

    def enter_context(self, cm):
        cls = type(cm)
        enter = _special(cm, cls, '__enter__', 'context manager')
        leave = _special(cm, cls, '__exit__', 'context manager')
        result = enter(cm)
        self._exits.append((True, MethodType(leave, cm)))
        return result

    def callback(self, callback, /, *args, **keywords):
        def leave(exc_type, exc, tb):
            callback(*args, **keywords)
        leave.__wrapped__ = callback
        self._exits.append((True, leave))
        return callback

    def _link(self, new, outer, first):
        """What is raised while `outer` goes out has that as its context in place of `first`, which the
        stack itself was left with."""
        while new.__context__ is not None and new.__context__ is not outer:
            if new.__context__ is first:
                new.__context__ = outer
                return
            new = new.__context__


def _details(error):
    return (None, None, None) if error is None else (type(error), error, error.__traceback__)


class ExitStack(_BaseExitStack, AbstractContextManager):
    def __exit__(self, *exc_details):
        first = sys.exc_info()[1]
        given = pending = exc_details[1]
        raised = False
        while self._exits:
            _, leave = self._exits.pop()
            try:
                if leave(*_details(pending)):
                    pending, raised = None, False
            except BaseException as error:
                self._link(error, pending, first)
                pending, raised = error, True
        if raised:
            context = pending.__context__
            try:
                raise pending
            except BaseException:
                pending.__context__ = context
                raise
        return given is not None and pending is None

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    async def enter_async_context(self, cm):
        cls = type(cm)
        enter = _special(cm, cls, '__aenter__', 'asynchronous context manager')
        leave = _special(cm, cls, '__aexit__', 'asynchronous context manager')
        result = await enter(cm)
        self._exits.append((False, MethodType(leave, cm)))
        return result

    def push_async_exit(self, exit):
        cls = type(exit)
        if hasattr(cls, '__aexit__'):
            self._exits.append((False, MethodType(cls.__aexit__, exit)))
        else:
            self._exits.append((False, exit))
        return exit

    def push_async_callback(self, callback, /, *args, **keywords):
        async def leave(exc_type, exc, tb):
            await callback(*args, **keywords)
        leave.__wrapped__ = callback
        self._exits.append((False, leave))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, *exc_details):
        first = sys.exc_info()[1]
        given = pending = exc_details[1]
        raised = False
        while self._exits:
            is_sync, leave = self._exits.pop()
            try:
                answer = leave(*_details(pending))
                if not is_sync:
                    answer = await answer
                if answer:
                    pending, raised = None, False
            except BaseException as error:
                self._link(error, pending, first)
                pending, raised = error, True
        if raised:
            context = pending.__context__
            try:
                raise pending
            except BaseException:
                pending.__context__ = context
                raise
        return given is not None and pending is None
