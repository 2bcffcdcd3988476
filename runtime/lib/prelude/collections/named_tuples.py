"""namedtuple: classes of tuples whose items have names."""

from _collections import _named_maker, _tuplegetter


def _is_keyword(name):
    return name in (
        'False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class',
        'continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global',
        'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return',
        'try', 'while', 'with', 'yield')


def _renamed(names):
    """The names with those that cannot be fields replaced by their places."""
    seen = set()
    result = []
    for place, name in enumerate(names):
        if not name.isidentifier() or _is_keyword(name) or name.startswith('_') or name in seen:
            name = f'_{place}'
        seen.add(name)
        result.append(name)
    return result


def _check_names(typename, names, rename):
    for name in [typename, *names]:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if _is_keyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)


def _make(cls, iterable):
    values = tuple(iterable)
    if len(values) != len(cls._fields):
        raise TypeError(f'Expected {len(cls._fields)} arguments, got {len(values)}')
    return tuple.__new__(cls, values)


def _replace(self, /, **changes):
    values = [changes.pop(name, value) for name, value in zip(self._fields, self)]
    if changes:
        raise ValueError(f'Got unexpected field names: {list(changes)!r}')
    return self._make(values)


def _tuple_repr(self):
    fields = ', '.join([f'{name}={value!r}' for name, value in zip(self._fields, self)])
    return f'{self.__class__.__name__}({fields})'


def _asdict(self):
    return dict(zip(self._fields, self))


def _getnewargs(self):
    return tuple(self)


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = [str(name) for name in field_names]
    typename = str(typename)
    if rename:
        names = _renamed(names)
    _check_names(typename, names, rename)
    defaults = () if defaults is None else tuple(defaults)
    if len(defaults) > len(names):
        raise TypeError('Got more default values than field names')
    fields = tuple(names)
    namespace = {
        '__doc__': f'{typename}({", ".join(names)})',
        '__slots__': (),
        '_fields': fields,
        '_field_defaults': dict(zip(names[len(names) - len(defaults):], defaults)),
        '__new__': _named_maker(typename, fields, defaults),
        '_make': classmethod(_make),
        '_replace': _replace,
        '__repr__': _tuple_repr,
        '_asdict': _asdict,
        '__getnewargs__': _getnewargs,
        '__match_args__': fields,
    }
    for place, name in enumerate(names):
        namespace[name] = _tuplegetter(place, f'Alias for field number {place}')
    namespace['__module__'] = '__main__' if module is None else module
    return type(typename, (tuple,), namespace)
