"""functools: functions that make functions."""

from _functools import lru_cache as _lru_cache
from collections import namedtuple
from types import GenericAlias, MethodType

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


# ---- wraps

def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)
    return decorate


# ---- reduce, comparison

_absent = object()


def reduce(function, iterable, initial=_absent, /):
    it = iter(iterable)
    if initial is _absent:
        try:
            value = next(it)
        except StopIteration:
            raise TypeError('reduce() of empty iterable with no initial value') from None
    else:
        value = initial
    for item in it:
        value = function(value, item)
    return value


class _Key:
    __slots__ = ('obj', '_compare')

    def __init__(self, obj, compare):
        self.obj = obj
        self._compare = compare

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0

    __hash__ = None


def cmp_to_key(mycmp):
    def key(obj):
        return _Key(obj, mycmp)
    return key


def _derived_comparison(name, root, negate, combine):
    """An operator out of `root`: its answer, negated or not, then joined by `and` or `or` with (in)equality."""

    def compare(self, other):
        answer = getattr(type(self), root)(self, other)
        if answer is NotImplemented:
            return answer
        if negate:
            answer = not answer
        if combine == 'and':
            return answer and self != other
        if combine == 'or':
            return answer or self == other
        return answer
    compare.__name__ = name
    return compare


_derivations = {
    '__lt__': (('__gt__', True, 'and'), ('__le__', False, 'or'), ('__ge__', True, '')),
    '__le__': (('__ge__', True, 'or'), ('__lt__', False, 'and'), ('__gt__', True, '')),
    '__gt__': (('__lt__', True, 'and'), ('__ge__', False, 'or'), ('__le__', True, '')),
    '__ge__': (('__le__', True, 'or'), ('__gt__', False, 'and'), ('__lt__', True, '')),
}


def total_ordering(cls):
    roots = [name for name in _derivations if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    root = max(roots)
    for name, negate, combine in _derivations[root]:
        if name not in roots:
            setattr(cls, name, _derived_comparison(name, root, negate, combine))
    return cls


# ---- partial

class partial:
    __c_type__ = True

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError('the first argument must be callable')
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func), *[repr(arg) for arg in self.args],
                 *[f'{name}={value!r}' for name, value in self.keywords.items()]]
        name = 'functools.partial' if type(self) is partial else type(self).__qualname__
        return f'{name}({", ".join(parts)})'

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, instance, owner=None):
        function = self.func.__get__(instance, owner) if hasattr(self.func, '__get__') else self.func
        if function is not self.func:
            return partial(function, *self.args, **self.keywords)
        if instance is None:
            return self._call_unbound
        return partial(function, instance, *self.args, **self.keywords)

    def _call_unbound(self, instance, /, *args, **keywords):
        return self.func(instance, *self.args, *args, **{**self.keywords, **keywords})


# ---- caches

_CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])


def _cached(function, maxsize, typed):
    wrapper = _lru_cache(function, maxsize, typed, _CacheInfo)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorate(function):
        return _cached(function, maxsize, typed)
    return decorate


def cache(user_function, /):
    return _cached(user_function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} instance to cache "
                            f'{self.attrname!r} property.') from None
        if self.attrname not in cache:
            cache[self.attrname] = self.func(instance)
        return cache[self.attrname]

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)


# ---- dispatch by the first argument's class

def _find_implementation(cls, registry):
    for base in cls.__mro__:
        if base in registry and base is not object:
            return registry[base]
    abstract = None
    for known in registry:
        if known is not object and issubclass(cls, known):
            if abstract is None or issubclass(known, abstract):
                abstract = known
            elif not issubclass(abstract, known):
                raise RuntimeError(f'Ambiguous dispatch: {abstract} or {known}')
    return registry[object if abstract is None else abstract]


def _dispatched_classes(given):
    """The classes that an annotation names: itself, or the parts of a union."""
    return given.__args__ if hasattr(given, '__args__') else (given,)


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        return _find_implementation(cls, registry)

    def register(cls, function=None):
        from typing import get_type_hints
        if function is None:
            if isinstance(cls, type) or hasattr(cls, '__args__'):
                return lambda function: register(cls, function)
            annotations = getattr(cls, '__annotations__', {})
            if not annotations:
                raise TypeError(f'Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` '
                                'or plain `@register` on an annotated function.')
            function, cls = cls, next(iter(annotations.values()))
            if isinstance(cls, str):
                cls = next(iter(get_type_hints(function).values()))
        for one in _dispatched_classes(cls):
            registry[one] = function
        return function

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f'{getattr(func, "__name__", "singledispatch function")} requires at least '
                            '1 positional argument')
        return dispatch(args[0].__class__)(*args, **keywords)

    update_wrapper(wrapper, func)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    wrapper._clear_cache = _do_nothing
    return wrapper


def _do_nothing():
    pass


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, instance, owner=None):
        def method(*args, **keywords):
            found = self.dispatcher.dispatch(args[0].__class__)
            return found.__get__(instance, owner)(*args, **keywords)
        method.register = self.register
        return update_wrapper(method, self.func)
