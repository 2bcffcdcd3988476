"""copy: shallow and deep copies of objects."""

from types import (
    BuiltinFunctionType, CodeType, EllipsisType, FunctionType, MethodType, NoneType, NotImplementedType,
)


class Error(Exception):
    pass


error = Error


def _is_atomic(cls):
    return issubclass(cls, type) or cls in (
        NoneType, int, float, bool, complex, str, bytes, FunctionType, BuiltinFunctionType, CodeType, range,
        EllipsisType, NotImplementedType, property)


def copy(x):
    cls = type(x)
    if _is_atomic(cls) or cls in (tuple, frozenset, slice):
        return x
    own = getattr(cls, '__copy__', None)
    if own is not None:
        return own(x)
    if cls in (list, dict, set, bytearray):
        return x.copy()
    return _rebuilt(x, cls, None)


def deepcopy(x, memo=None, _nil=[]):
    """`memo`: copies by the id of the original; the originals are kept alive under the memo's own id."""
    cls = type(x)
    if _is_atomic(cls):
        return x
    if memo is None:
        memo = {}
    made = memo.get(id(x), _nil)
    if made is not _nil:
        return made
    made = _copied(x, cls, memo)
    if made is not x:
        memo[id(x)] = made
        memo.setdefault(id(memo), []).append(x)
    return made


def _copied(x, cls, memo):
    own = getattr(cls, '__deepcopy__', None)
    if own is not None:
        return own(x, memo)
    if cls is list:
        made = memo[id(x)] = []
        for item in x:
            made.append(deepcopy(item, memo))
        return made
    if cls is tuple:
        return _copied_tuple(x, memo)
    if cls is dict:
        made = memo[id(x)] = {}
        for key, value in x.items():
            made[deepcopy(key, memo)] = deepcopy(value, memo)
        return made
    if cls in (set, frozenset):
        return cls([deepcopy(item, memo) for item in x])
    if cls is bytearray:
        return x.copy()
    if cls is MethodType:
        return cls(x.__func__, deepcopy(x.__self__, memo))
    return _rebuilt(x, cls, memo)


def _copied_tuple(x, memo):
    parts = [deepcopy(item, memo) for item in x]
    if id(x) in memo:  # a cycle: made on the way
        return memo[id(x)]
    for part, item in zip(parts, x):
        if part is not item:
            return tuple(parts)
    return x


def _slots_of(cls):
    for base in cls.__mro__:
        names = base.__dict__.get('__slots__', ())
        yield from (names,) if isinstance(names, str) else names


def _same(value, memo):
    return value


def _rebuilt(x, cls, memo):
    """A new instance with the same state; deep where there is a memo."""
    part = _same if memo is None else deepcopy
    reduce = cls.__dict__.get('__reduce__')
    if reduce is not None:
        function, args, *state = reduce(x)
        made = function(*[part(arg, memo) for arg in args])
        if state and state[0] is not None:
            _set_state(made, part(state[0], memo))
        return made
    made = _empty(x, cls, memo, part)
    if memo is not None:
        memo[id(x)] = made
    getstate = getattr(cls, '__getstate__', None)
    if getstate is not None and getstate is not getattr(object, '__getstate__', None):
        _set_state(made, part(getstate(x), memo))
    else:
        _copy_state(x, made, memo, part)
    if isinstance(x, list):
        made.extend([part(item, memo) for item in x])
    elif isinstance(x, dict):
        for key, value in x.items():
            made[part(key, memo)] = part(value, memo)
    elif hasattr(cls, 'appendleft'):
        made.extend([part(item, memo) for item in x])
    return made


def _empty(x, cls, memo, part):
    """An instance as __new__ makes it. Immutable contents come with it."""
    for base in (tuple, frozenset, set, str, bytes, int, float, complex):
        if isinstance(x, base):
            if base in (tuple, frozenset, set):
                return base.__new__(cls, [part(item, memo) for item in x]) if base is not set else _filled_set(x, cls, memo, part)
            return base.__new__(cls, x)
    if isinstance(x, BaseException):
        return cls.__new__(cls, *[part(arg, memo) for arg in x.args])
    if hasattr(x, 'default_factory'):
        return cls(x.default_factory)
    if hasattr(cls, 'appendleft'):
        return cls([], x.maxlen)
    arguments = getattr(cls, '__getnewargs__', None)
    if arguments is not None:
        return cls.__new__(cls, *[part(arg, memo) for arg in arguments(x)])
    if not cls.__module__ or _is_opaque(cls):
        raise TypeError(f'cannot pickle {cls.__name__!r} object')
    return cls.__new__(cls)


def _filled_set(x, cls, memo, part):
    made = cls.__new__(cls)
    made.update([part(item, memo) for item in x])
    return made


def _is_opaque(cls):
    return cls.__name__ in ('generator', 'coroutine', 'async_generator', 'module', 'frame', 'lock') and (
        cls.__module__ == 'builtins')


def _copy_state(x, made, memo, part):
    for name, value in getattr(x, '__dict__', {}).items():
        made.__dict__[name] = part(value, memo)
    for name in _slots_of(type(x)):
        if hasattr(x, name) and name not in ('__dict__', '__weakref__'):
            object.__setattr__(made, name, part(getattr(x, name), memo))


def _set_state(made, state):
    setstate = getattr(made, '__setstate__', None)
    if setstate is not None:
        setstate(state)
        return
    for part in state if isinstance(state, tuple) else (state,):
        for name, value in (part or {}).items():
            setattr(made, name, value)
