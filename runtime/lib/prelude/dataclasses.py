"""dataclasses: methods by the annotations of a class. __init__ runs in C, by a plan: see _init."""

from _dataclasses import make_init, values
from copy import deepcopy
from types import FunctionType, GenericAlias, MappingProxyType, MemberDescriptorType


class FrozenInstanceError(AttributeError):
    pass


class _Missing:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'


class _HasDefaultFactory:
    def __repr__(self):
        return '<factory>'


class _KwOnly:
    def __repr__(self):
        return 'KW_ONLY'


class _Kind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


MISSING = _Missing()
KW_ONLY = _KwOnly()
_FIELD = _Kind('_FIELD')
_CLASSVAR = _Kind('_FIELD_CLASSVAR')
_INITVAR = _Kind('_FIELD_INITVAR')


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


# ---- fields

class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},'
                f'hash={self.hash!r},compare={self.compare!r},metadata={self.metadata!r},'
                f'kw_only={self.kw_only!r},_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        tell = getattr(type(self.default), '__set_name__', None)
        if tell:
            tell(self.default, owner, name)

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True,
          metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


def _annotated_as(annotation, name):
    """Whether the annotation, a form or its text, is `name`, subscripted or not."""
    if isinstance(annotation, str):
        head = annotation.split('[', 1)[0].strip()
        return head == name or head.endswith('.' + name)
    form = getattr(annotation, '__origin__', annotation)
    return getattr(form, '_name', None) == name and getattr(form, '__module__', '') == 'typing'


def _is_init_var(annotation):
    if isinstance(annotation, str):
        return _annotated_as(annotation, 'InitVar')
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation):
    return annotation is KW_ONLY or isinstance(annotation, str) and _annotated_as(annotation, 'KW_ONLY')


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        if isinstance(default, MemberDescriptorType):
            default = MISSING
        made = field(default=default)
    made.name = name
    made.type = annotation
    made._field_type = _FIELD
    if _annotated_as(annotation, 'ClassVar'):
        made._field_type = _CLASSVAR
    elif _is_init_var(annotation):
        made._field_type = _INITVAR
    _check_field(made, kw_only)
    return made


def _check_field(made, kw_only):
    if made._field_type is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f'field {made.name} cannot have a default factory')
    if made._field_type is _CLASSVAR:
        if made.kw_only is not MISSING:
            raise TypeError(f'field {made.name} is a ClassVar but specifies kw_only')
    elif made.kw_only is MISSING:
        made.kw_only = kw_only
    if made._field_type is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(made.default)} for field {made.name} is not allowed: '
                         'use default_factory')


def _own_fields(cls, kw_only):
    """The fields that the class itself annotates."""
    found = []
    seen_marker = False
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        if _is_kw_only(annotation):
            if seen_marker:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            seen_marker = kw_only = True
        else:
            found.append(_make_field(cls, name, annotation, kw_only))
    for made in found:
        if isinstance(getattr(cls, made.name, None), Field):
            if made.default is MISSING:
                delattr(cls, made.name)
            else:
                setattr(cls, made.name, made.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    return found


# ---- __init__

_FACTORY = _HasDefaultFactory()


def _default_of(made):
    """What stands for the argument where it is not given; MISSING: it must be given."""
    return made.default if made.default_factory is MISSING else _FACTORY


def _check_order(positional):
    default_seen = False
    for made in positional:
        if _default_of(made) is not MISSING:
            default_seen = True
        elif default_seen:
            raise TypeError(f'non-default argument {made.name!r} follows default argument')


def _init(cls, positional, keyword, used, frozen):
    """The plan has a step for each field: its name, the place of its argument, its default factory, and
    whether the instance keeps it or __post_init__ takes it."""
    _check_order(positional)
    arguments = [made.name for made in positional + keyword]
    defaults = [_default_of(made) for made in positional]
    steps = [(made.name, arguments.index(made.name) + 1 if made.init else -1,
              None if made.default_factory is MISSING else made.default_factory, made._field_type is _FIELD)
             for made in used if made.init or made.default_factory is not MISSING]
    me = '__dataclass_self__' if 'self' in arguments else 'self'
    function = make_init(
        f'{cls.__qualname__}.__init__', (me, *arguments), len(keyword),
        tuple([default for default in defaults if default is not MISSING]),
        {made.name: _default_of(made) for made in keyword if _default_of(made) is not MISSING},
        (tuple(steps), _FACTORY, frozen, hasattr(cls, '__post_init__')))
    function.__annotations__ = {made.name: made.type for made in positional + keyword} | {'return': None}
    return function


# ---- the other methods

def _make_repr(names):
    def __repr__(self):
        if id(self) in _shown:
            return '...'
        _shown.add(id(self))
        try:
            parts = [f'{name}={getattr(self, name)!r}' for name in names]
        finally:
            _shown.discard(id(self))
        return f'{self.__class__.__qualname__}({", ".join(parts)})'
    __repr__._of_dataclass = True
    return __repr__


_shown = set()  # the instances whose repr is being made


def _make_eq(names):
    names = tuple(names)

    def __eq__(self, other):
        if other.__class__ is self.__class__:
            return values(self, names) == values(other, names)
        return NotImplemented
    return __eq__


def _make_comparisons(names):
    names = tuple(names)

    def __lt__(self, other):
        if other.__class__ is self.__class__:
            return values(self, names) < values(other, names)
        return NotImplemented

    def __le__(self, other):
        if other.__class__ is self.__class__:
            return values(self, names) <= values(other, names)
        return NotImplemented

    def __gt__(self, other):
        if other.__class__ is self.__class__:
            return values(self, names) > values(other, names)
        return NotImplemented

    def __ge__(self, other):
        if other.__class__ is self.__class__:
            return values(self, names) >= values(other, names)
        return NotImplemented
    return (__lt__, __le__, __gt__, __ge__)


def _make_hash(names):
    names = tuple(names)

    def __hash__(self):
        return hash(values(self, names))
    return __hash__


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot assign to field {name!r}')
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f'cannot delete field {name!r}')
        super(cls, self).__delattr__(name)

    for method in (__setattr__, __delattr__):
        if not _define(cls, method):
            raise TypeError(f'Cannot overwrite attribute {method.__name__} in class {cls.__name__}')


def _define(cls, method):
    """False where the class has a method of its own."""
    if method.__name__ in cls.__dict__:
        return False
    method.__qualname__ = f'{cls.__qualname__}.{method.__name__}'
    method.__module__ = cls.__module__
    setattr(cls, method.__name__, method)
    return True


def _add_order(cls, names):
    for method in _make_comparisons(names):
        if not _define(cls, method):
            raise TypeError(f'Cannot overwrite attribute {method.__name__} in class {cls.__name__}. '
                            'Consider using functools.total_ordering')


def _add_hash(cls, names, unsafe_hash, eq, frozen):
    own = cls.__dict__.get('__hash__', MISSING)
    has_own = not (own is MISSING or own is None and '__eq__' in cls.__dict__)
    if unsafe_hash:
        if has_own:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        cls.__hash__ = _make_hash(names)
    elif eq and not has_own:
        cls.__hash__ = _make_hash(names) if frozen else None


class _Params:
    def __init__(self, **given):
        self.__dict__.update(given)

    def __repr__(self):
        shown = ','.join([f'{name}={value!r}' for name, value in self.__dict__.items()])
        return f'_DataclassParams({shown})'


def _check_frozen(cls, frozen):
    inherited = [getattr(base, '__dataclass_params__').frozen for base in cls.__mro__[1:]
                 if '__dataclass_params__' in base.__dict__]
    if any(inherited) and not frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if inherited and not all(inherited) and frozen:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')


def _with_slots(cls, names):
    """Slots exist from the making of a class: so it is made anew."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    inherited = {name for base in cls.__mro__[1:] for name in base.__dict__.get('__slots__', ())}
    namespace = dict(cls.__dict__)
    namespace['__slots__'] = tuple([name for name in names if name not in inherited])
    for name in (*names, '__dict__', '__weakref__'):
        namespace.pop(name, None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = cls.__qualname__
    return made


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    found = {}
    for base in reversed(cls.__mro__[1:]):
        found.update(base.__dict__.get('__dataclass_fields__', {}))
    params = _Params(init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen)
    for made in _own_fields(cls, kw_only):
        found[made.name] = made
    _check_frozen(cls, frozen)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    cls.__dataclass_fields__ = found
    cls.__dataclass_params__ = params
    fields_ = [f for f in found.values() if f._field_type is _FIELD]
    compared = [f.name for f in fields_ if f.compare]
    has_eq = '__eq__' in cls.__dict__
    hashed = [f.name for f in fields_ if (f.compare if f.hash is None else f.hash)]
    used = [f for f in found.values() if f._field_type is not _CLASSVAR]
    positional = [f for f in used if f.init and not f.kw_only]
    keyword = [f for f in used if f.init and f.kw_only]
    if init:
        _define(cls, _init(cls, positional, keyword, used, frozen))
    if repr:
        _define(cls, _make_repr([f.name for f in fields_ if f.repr]))
    if cls.__dict__.get('__hash__', MISSING) is None and not has_eq:
        has_eq = False
    _add_hash(cls, hashed, unsafe_hash, eq, frozen)
    if eq and not has_eq:
        kept = cls.__dict__.get('__hash__', MISSING)
        _define(cls, _make_eq(compared))
        if kept is not MISSING:
            cls.__hash__ = kept
    if order:
        _add_order(cls, compared)
    if frozen:
        _freeze(cls, {f.name for f in fields_})
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in positional])
    if cls.__doc__ is None:
        cls.__doc__ = f'{cls.__name__}({", ".join(_shown_parameters(positional))})'
    if slots:
        cls = _with_slots(cls, [f.name for f in fields_])
    return cls


def _shown_parameters(positional):
    shown = []
    for f in positional:
        kind = f.type.__name__ if isinstance(f.type, type) else repr(f.type)
        end = '' if f.default is MISSING and f.default_factory is MISSING else (
            f' = {f.default!r}' if f.default is not MISSING else ' = <factory>')
        shown.append(f'{f.name}: {kind}{end}')
    return shown


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def decorate(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                        weakref_slot)
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    return decorate if cls is None else decorate(cls)


# ---- about dataclasses

def _is_instance(obj):
    return hasattr(type(obj), '__dataclass_fields__')


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), '__dataclass_fields__')


def fields(class_or_instance):
    found = getattr(class_or_instance, '__dataclass_fields__', None)
    if found is None:
        raise TypeError('must be called with a dataclass type or instance')
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')

    def pairs(obj):
        return dict_factory([(f.name, _unfold(getattr(obj, f.name), pairs, dict_factory)) for f in fields(obj)])
    return pairs(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')

    def values(obj):
        return tuple_factory([_unfold(getattr(obj, f.name), values, dict) for f in fields(obj)])
    return values(obj)


def _unfold(value, convert, dict_factory):
    """A copy of the value with the dataclass instances in it converted."""
    if _is_instance(value):
        return convert(value)
    if isinstance(value, tuple) and hasattr(value, '_fields'):
        return type(value)(*[_unfold(item, convert, dict_factory) for item in value])
    if isinstance(value, (list, tuple)):
        return type(value)([_unfold(item, convert, dict_factory) for item in value])
    if isinstance(value, dict):
        pairs = [(_unfold(key, convert, dict_factory), _unfold(item, convert, dict_factory))
                 for key, item in value.items()]
        if hasattr(type(value), 'default_factory'):
            made = type(value)(value.default_factory)
            made.update(pairs)
            return made
        return type(value)(pairs)
    return deepcopy(value)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in obj.__dataclass_fields__.values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
        elif f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with replace()')
            if f._field_type is _FIELD:
                changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **parameters):
    annotations = {}
    body = dict(namespace or {})
    for item in fields:
        name, kind, *default = (item, 'typing.Any') if isinstance(item, str) else item
        annotations[name] = kind
        if default:
            body[name] = default[0]
    body['__annotations__'] = annotations
    return dataclass(**parameters)(type(cls_name, bases, body))
