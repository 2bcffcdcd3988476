"""weakref.proxy: objects that pass on what is done with them to one that they do not keep alive."""

from _weakref import ref

_own, _set = object.__getattribute__, object.__setattr__


def _object(proxy):
    found = _own(proxy, '_ref')()
    if found is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return found


def _plain(value):
    return _object(value) if type(value) in (ProxyType, CallableProxyType) else value


class ProxyType:
    __slots__ = ('_ref', '__weakref__')

    def __getattribute__(self, name):
        return getattr(_object(self), name)

    def __setattr__(self, name, value):
        setattr(_object(self), name, value)

    def __delattr__(self, name):
        delattr(_object(self), name)

    def __repr__(self):
        found = _own(self, '_ref')()
        return f'<weakproxy at {id(self):#x} to {type(found).__name__} at {id(found):#x}>'

    def __str__(self):
        return str(_object(self))

    def __bool__(self):
        return bool(_object(self))

    def __eq__(self, other):
        return _object(self) == _plain(other)

    def __ne__(self, other):
        return _object(self) != _plain(other)

    def __lt__(self, other):
        return _object(self) < _plain(other)

    def __le__(self, other):
        return _object(self) <= _plain(other)

    def __gt__(self, other):
        return _object(self) > _plain(other)

    def __ge__(self, other):
        return _object(self) >= _plain(other)

    __hash__ = None

    def __len__(self):
        return len(_object(self))

    def __iter__(self):
        return iter(_object(self))

    def __next__(self):
        return next(_object(self))

    def __contains__(self, item):
        return item in _object(self)

    def __getitem__(self, key):
        return _object(self)[key]

    def __setitem__(self, key, value):
        _object(self)[key] = value

    def __delitem__(self, key):
        del _object(self)[key]

    def __add__(self, other):
        return _object(self) + _plain(other)

    def __radd__(self, other):
        return other + _object(self)

    def __sub__(self, other):
        return _object(self) - _plain(other)

    def __rsub__(self, other):
        return other - _object(self)

    def __mul__(self, other):
        return _object(self) * _plain(other)

    def __rmul__(self, other):
        return other * _object(self)

    def __truediv__(self, other):
        return _object(self) / _plain(other)

    def __floordiv__(self, other):
        return _object(self) // _plain(other)

    def __mod__(self, other):
        return _object(self) % _plain(other)

    def __pow__(self, other):
        return _object(self) ** _plain(other)

    def __and__(self, other):
        return _object(self) & _plain(other)

    def __or__(self, other):
        return _object(self) | _plain(other)

    def __xor__(self, other):
        return _object(self) ^ _plain(other)

    def __neg__(self):
        return -_object(self)

    def __abs__(self):
        return abs(_object(self))

    def __invert__(self):
        return ~_object(self)

    def __int__(self):
        return int(_object(self))

    def __float__(self):
        return float(_object(self))

    def __index__(self):
        return _object(self).__index__()


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _object(self)(*args, **kwargs)


ProxyType.__module__ = CallableProxyType.__module__ = 'weakref'


def proxy(object, callback=None, /):
    cls = CallableProxyType if callable(object) else ProxyType
    made = cls.__new__(cls)
    told = None if callback is None else lambda _: callback(made)
    _set(made, '_ref', ref(object, told))
    return made
