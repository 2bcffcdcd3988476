"""copyreg: how objects are taken apart and made again, for pickle."""

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError('constructors must be callable')


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def __newobj_ex__(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _slots_of(cls):
    for base in cls.__mro__:
        names = base.__dict__.get('__slots__', ())
        for name in (names,) if isinstance(names, str) else names:
            if name in ('__dict__', '__weakref__'):
                continue
            yield f'_{base.__name__.lstrip("_")}{name}' if name.startswith('__') and not name.endswith('__') else name


def _state(x):
    """What an instance has: its attributes, and the slots of its classes if there are any."""
    attributes = getattr(x, '__dict__', None)
    slots = {}
    for name in _slots_of(type(x)):
        try:
            slots[name] = getattr(x, name)
        except AttributeError:
            pass
    attributes = dict(attributes) if attributes else None
    return (attributes, slots) if slots else attributes


_basics = (str, bytes, int, float, complex, tuple, frozenset, bytearray, set)


def _new_arguments(x, cls):
    own = getattr(cls, '__getnewargs_ex__', None)
    if own is not None:
        args, keywords = own(x)
        return (__newobj_ex__, (cls, args, keywords)) if keywords else (__newobj__, (cls, *args))
    own = getattr(cls, '__getnewargs__', None)
    if own is not None:
        return __newobj__, (cls, *own(x))
    if issubclass(cls, tuple):
        return __newobj__, (cls, *x) if '_make' in dir(cls) else (cls, tuple(x))
    for basic in _basics:
        if issubclass(cls, basic):
            return (cls, (list(x),)) if basic in (set, frozenset) else (__newobj__, (cls, basic(x)))
    return __newobj__, (cls,)


def _of_timezone(x):
    return (x.utcoffset(None),) if x._name is None else (x.utcoffset(None), x._name)


# Of classes whose state is their own affair: what to call them with.
_arguments = {
    'datetime.date': lambda x: (x.year, x.month, x.day),
    'datetime.time': lambda x: (x.hour, x.minute, x.second, x.microsecond, x.tzinfo),
    'datetime.datetime': lambda x: (x.year, x.month, x.day, x.hour, x.minute, x.second, x.microsecond, x.tzinfo),
    'datetime.timedelta': lambda x: (x.days, x.seconds, x.microseconds),
    'datetime.timezone': _of_timezone,
    'decimal.Decimal': lambda x: (str(x),),
    'fractions.Fraction': lambda x: (x.numerator, x.denominator),
    'zoneinfo.ZoneInfo': lambda x: (x.key,),
    'array.array': lambda x: (x.typecode, x.tolist()),
}


def _known_arguments(cls):
    for base in cls.__mro__:
        own = _arguments.get(f'{base.__module__}.{base.__name__}')
        if own is not None:
            return own
    return None


_unpicklable = ('generator', 'coroutine', 'async_generator', 'module', 'frame', 'code', 'traceback', 'mappingproxy')


def reduction(x):
    """(function, args, state, list items, dict items): calling the function makes the object again."""
    cls = type(x)
    own = dispatch_table.get(cls)
    if own is not None:
        return _whole(own(x))
    own = getattr(cls, '__reduce_ex__', None)
    if own is not None:
        return _whole(own(x, 4))
    own = getattr(cls, '__reduce__', None)
    if own is not None and own is not object.__reduce__:
        return _whole(own(x))
    if cls.__module__ in ('_thread', '_io') or cls.__name__ in _unpicklable:
        module = '' if cls.__module__ == 'builtins' else cls.__module__ + '.'
        raise TypeError(f"cannot pickle '{module}{cls.__name__}' object")
    if isinstance(x, BaseException):
        return cls, x.args, dict(x.__dict__) or None, None, None
    if cls in (range, slice):
        return cls, (x.start, x.stop, x.step), None, None, None
    if cls in (complex, bytearray):
        return cls, (x.real, x.imag) if cls is complex else (bytes(x),), None, None, None
    return _of_instance(x, cls)


def _of_instance(x, cls):
    own = _known_arguments(cls)
    if own is not None:
        return cls, own(x), getattr(x, '__dict__', None) or None, None, None
    if hasattr(cls, 'appendleft'):
        return cls, ((), x.maxlen) if x.maxlen is not None else (), _state(x), iter(x), None
    if hasattr(cls, '_value2member_map_'):
        return cls, (x.value,), None, None, None
    if hasattr(cls, 'default_factory') and isinstance(x, dict):
        return cls, () if x.default_factory is None else (x.default_factory,), _state(x), None, iter(x.items())
    own = getattr(cls, '__getstate__', None)
    state = _state(x) if own is None else own(x)
    function, args = _new_arguments(x, cls)
    return (function, args, state, iter(x) if isinstance(x, list) else None,
            iter(x.items()) if isinstance(x, dict) else None)


def _whole(reduced):
    if isinstance(reduced, str):
        return reduced
    if not isinstance(reduced, tuple) or not 2 <= len(reduced) <= 6:
        raise TypeError('__reduce__ must return a string or tuple')
    return (*reduced, None, None, None)[:5]
