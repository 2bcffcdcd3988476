"""Numbers that have names, as IntEnum shows them, for modules that programs import for a few constants."""


class _Enumeration(type):
    """Numbers that have names, as IntEnum shows them."""

    def __iter__(cls):
        for number, name in cls._names.items():
            yield cls(number)

    def __len__(cls):
        return len(cls._names)

    def __getitem__(cls, name):
        for number, own_name in cls._names.items():
            if own_name == name:
                return cls(number)
        raise KeyError(name)

    def __getattr__(cls, name):
        for number, own_name in cls._names.items():
            if own_name == name:
                return cls(number)
        raise AttributeError(f"type object '{cls.__name__}' has no attribute '{name}'")

    def __contains__(cls, value):
        return isinstance(value, cls)


class NamedNumber(int, metaclass=_Enumeration):
    _names = {}

    def __new__(cls, value):
        if value not in cls._names:
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        return int.__new__(cls, value)

    @property
    def name(self):
        return self._names[int(self)]

    @property
    def value(self):
        return int(self)

    def __repr__(self):
        return f'<{type(self).__qualname__}.{self.name}: {int(self)}>'

    def __str__(self):
        return int.__repr__(self)
