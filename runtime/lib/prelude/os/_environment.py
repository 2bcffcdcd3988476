"""os.environ: the environment as a mapping whose changes other programs see. It has the methods of
MutableMapping without being derived from it, so that a program that asks for a variable stays small."""

from _os import environment, putenv, unsetenv


def _from_bytes(data):
    return data.decode('utf-8', 'surrogateescape')


def _str_to_bytes(value):
    if not isinstance(value, str):
        raise TypeError(f'str expected, not {type(value).__name__}')
    return value.encode('utf-8', 'surrogateescape')


def _same_bytes(value):
    if not isinstance(value, bytes):
        raise TypeError(f'bytes expected, not {type(value).__name__}')
    return value


def _unchanged(data):
    return data


_shared = environment()


class _Environ:
    """`_data` has the variables as bytes; os.environ and os.environb share it."""

    _virtual_bases = ('Container', 'Iterable', 'Sized', 'Collection', 'Mapping', 'MutableMapping')

    def __init__(self, data, encode, decode):
        self._data = data
        self.encodekey = self.encodevalue = encode
        self.decodekey = self.decodevalue = decode

    def __getitem__(self, key):
        try:
            value = self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None
        return self.decodevalue(value)

    def __setitem__(self, key, value):
        key = self.encodekey(key)
        value = self.encodevalue(value)
        putenv(key, value)
        self._data[key] = value

    def __delitem__(self, key):
        encoded = self.encodekey(key)
        unsetenv(encoded)
        try:
            del self._data[encoded]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        for key in list(self._data):
            yield self.decodekey(key)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return f'environ({self.copy()!r})'

    def __contains__(self, key):
        return self.encodekey(key) in self._data

    def __eq__(self, other):
        return self.copy() == (other.copy() if isinstance(other, _Environ) else other)

    __hash__ = None

    def __or__(self, other):
        return {**self, **other} if hasattr(other, 'keys') else NotImplemented

    def __ror__(self, other):
        return {**other, **self} if hasattr(other, 'keys') else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self

    def copy(self):
        return {key: self[key] for key in self}

    def keys(self):
        return self.copy().keys()

    def values(self):
        return self.copy().values()

    def items(self):
        return self.copy().items()

    def get(self, key, default=None):
        return self[key] if key in self else default

    def setdefault(self, key, value):
        if key not in self:
            self[key] = value
        return self[key]

    def pop(self, key, *default):
        if default and key not in self:
            return default[0]
        value = self[key]
        del self[key]
        return value

    def popitem(self):
        for key in self:
            return key, self.pop(key)
        raise KeyError

    def update(self, other=(), /, **more):
        for key, value in dict(other, **more).items():
            self[key] = value

    def clear(self):
        for key in self:
            del self[key]


_Environ.__module__ = 'os'


def _environment(kind):
    if kind is str:
        return _Environ(_shared, _str_to_bytes, _from_bytes)
    return _Environ(_shared, _same_bytes, _unchanged)
