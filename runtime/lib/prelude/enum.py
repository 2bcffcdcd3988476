"""enum: classes whose instances are a fixed set of named values.

The metaclass makes the class with its members taken out of the namespace, then makes the members:
`_member_map_` by name (aliases too), `_member_names_` in the order of definition, `_value2member_map_`.
"""

from types import DynamicClassAttribute, MappingProxyType


class auto:
    """Stands for a value that the class makes."""

    def __init__(self, value=None):
        self.value = _unset if value is None else value

    def __repr__(self):
        return f'auto({self.value!r})'


class _Unset:
    def __repr__(self):
        return '<object object>'


_unset = _Unset()


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


_plain_property = property


class property(DynamicClassAttribute):
    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            members = owner.__dict__.get('_member_map_', {})
            if self.name in members:
                return members[self.name]
            raise AttributeError(f'{owner!r} has no attribute {self.name!r}')
        if self.fget is None:
            raise AttributeError(f'{owner!r} has no attribute {self.name!r}')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {instance.__class__.__name__!r}> cannot set attribute {self.name!r}')
        self.fset(instance, value)


def _is_descriptor(value):
    return hasattr(value, '__get__') or hasattr(value, '__set__') or hasattr(value, '__delete__')


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == '__' and name[2] != '_' and name[-3] != '_'


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == '_' and name[1] != '_' and name[-2] != '_'


def _is_private(class_name, name):
    return name.startswith(f'_{class_name}__') and not name.endswith('__')


class _EnumDict(dict):
    """The namespace of a class body: knows the members, refuses names used twice, makes auto() values."""

    def __init__(self, class_name):
        super().__init__()
        self._class_name = class_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._make_value = _count_on

    def __setitem__(self, key, value):
        if _is_private(self._class_name, key):
            pass
        elif _is_sunder(key):
            self._note_special(key, value)
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif isinstance(value, nonmember):
            value = value.value
        elif self._is_member(key, value):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            value = self._without_auto(key, value.value if isinstance(value, member) else value)
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _note_special(self, key, value):
        if key == '_ignore_':
            self._ignore = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
        elif key == '_generate_next_value_':
            self._make_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key not in ('_order_', '_missing_', '_iter_member_', '_iter_member_by_value_', '_numeric_repr_',
                         '_boundary_', '_value_repr_', '_is_flag_', '_shows_data_', '_flag_mask_', '_singles_mask_',
                         '_all_bits_'):
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')

    def _is_member(self, key, value):
        if _is_dunder(key) or key in self._ignore:
            return False
        return isinstance(value, member) or not _is_descriptor(value)

    def _without_auto(self, key, value):
        if isinstance(value, auto):
            return self._value_of(key, value)
        if isinstance(value, tuple) and type(value) is tuple:
            return tuple([self._value_of(key, item) if isinstance(item, auto) else item for item in value])
        return value

    def _value_of(self, key, made):
        if made.value is _unset:
            made.value = self._make_value(key, 1, len(self._member_names), self._last_values[:])
        return made.value

    def update(self, members, **more):
        for name, value in dict(members, **more).items():
            self[name] = value


def _count_on(name, start, count, last_values):
    """auto() of a plain Enum: one more than the greatest so far."""
    if not last_values:
        return start
    try:
        return max(last_values) + 1
    except TypeError:
        for value in reversed(last_values):
            if isinstance(value, int):
                return value + 1
        return start


def _data_type(bases):
    """What the members are besides enum members: the first base with a __new__ of its own, or object."""
    for base in bases:
        for cls in base.__mro__:
            if cls is object:
                continue
            if isinstance(cls, EnumType):
                if cls._member_type_ is not object:
                    return cls._member_type_
            elif '__new__' in cls.__dict__ or '__dataclass_fields__' in cls.__dict__:
                return cls
    return object


def _fields_repr(value):
    """Of a data class, as its own __repr__ would, whatever the class of the value."""
    fields = [f'{name}={getattr(value, name)!r}' for name, field in value.__dataclass_fields__.items() if field.repr]
    return f'{value.__class__.__qualname__}({", ".join(fields)})'


def _value_repr_of(bases):
    """How values show in reprs of members, as the first base with data has it; None: as usual."""
    for base in bases:
        for cls in base.__mro__:
            if cls is object:
                continue
            if isinstance(cls, EnumType):
                return cls._value_repr_
            if '__repr__' in cls.__dict__:
                params = cls.__dict__.get('__dataclass_params__')
                return _fields_repr if params is not None and params.repr else cls.__dict__['__repr__']
    return None


class EnumType(type):
    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        _check_extends(name, bases)
        namespace = _EnumDict(name)
        for base in bases:
            inherited = getattr(base, '_generate_next_value_', None)
            if inherited is not None:
                namespace._make_value = inherited
                break
        return namespace

    def __new__(meta, name, bases, namespace, *, boundary=None, _simple=False, **keywords):
        member_names = list(namespace._member_names)
        for ignored in namespace._ignore:
            namespace.pop(ignored, None)
        plain = {key: value for key, value in namespace.items() if key not in namespace._member_names}
        plain.pop('_ignore_', None)
        generate = plain.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            plain['_generate_next_value_'] = staticmethod(generate)
        if 'mro' in member_names or '' in member_names:
            raise ValueError(f"invalid enum member name(s) 'mro'")
        plain['_member_map_'] = {}
        plain['_member_names_'] = []
        plain['_value2member_map_'] = {}
        plain['_member_type_'] = _data_type(bases)
        if '_value_repr_' not in plain:
            plain['_value_repr_'] = _value_repr_of(bases)
        plain['_new_member_'] = _find_new(plain, bases)
        cls = type.__new__(meta, name, bases, plain, **keywords)
        if plain['_member_type_'] is not object:
            _choose_texts(cls, plain, bases)
        if boundary is not None:
            cls._boundary_ = boundary
        for member_name in member_names:
            _add_member(cls, member_name, namespace[member_name])
        if cls._is_flag_:
            _finish_flag(cls)
        order = plain.get('_order_')
        if order is not None and order.replace(',', ' ').split() != cls._member_names_:
            raise TypeError('member order does not match _order_:')
        return cls

    def __init__(cls, name, bases, namespace, **keywords):
        pass

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return _member_of(cls, value)
        return _make_enum(cls, value, names, module, qualname, type, start, boundary)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"'{type(value).__qualname__}' and '{cls.__class__.__qualname__}'")
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {name!r}.')
        super().__delattr__(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __repr__(cls):
        return f'<flag {cls.__name__!r}>' if cls._is_flag_ else f'<enum {cls.__name__!r}>'

    def __dir__(cls):
        return sorted(['__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__',
                       '__len__', '__members__', '__module__', '__name__', '__qualname__', *cls._member_names_])

    @property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)


EnumMeta = EnumType


def _check_extends(name, bases):
    for base in bases:
        if isinstance(base, EnumType) and base._member_names_:
            raise TypeError(f'<enum {name!r}> cannot extend {base!r}')


def _find_new(plain, bases):
    """The __new__ that makes members, or None: the data type's. Enum.__new__ itself only looks up."""
    own = plain.pop('__new__', None)
    if own is not None:
        return own
    for base in bases:
        inherited = getattr(base, '_new_member_', None) if isinstance(base, EnumType) else None
        if inherited is not None:
            return inherited
    return None


def _choose_texts(cls, plain, bases):
    """Members of a mixed class print as enum members, but where another base has a say."""
    enum_base = bases[-1] if bases and isinstance(bases[-1], EnumType) else Enum
    for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
        found = getattr(cls, name, None)
        if name in plain or found is None:
            continue
        if found == getattr(cls._member_type_, name, None) or found == getattr(object, name, None):
            setattr(cls, name, getattr(enum_base, name))
    if bases and bases[-1].__dict__.get('_shows_data_'):  # ReprEnum itself
        kind = cls._member_type_
        if '__format__' not in plain:
            cls.__format__ = kind.__format__
        if '__str__' not in plain:
            cls.__str__ = kind.__repr__ if kind.__str__ == object.__str__ else kind.__str__


def _add_member(cls, name, value):
    args = value if isinstance(value, tuple) and cls._member_type_ is not tuple else (value,)
    kind = cls._member_type_
    make = cls._new_member_
    if isinstance(make, staticmethod):
        make = make.__func__
    if make is not None:
        made = make(cls, *args)
    elif kind is object:
        made = object.__new__(cls)
    else:
        made = kind.__new__(cls, *args)
    if not hasattr(made, '_value_'):
        made._value_ = value if kind is object else kind(*args)
    made._name_ = name
    made.__objclass__ = cls
    made._sort_order_ = len(cls._member_names_)
    made.__init__(*args)
    _enter_member(cls, name, made)


def _enter_member(cls, name, made):
    value = made._value_
    known = _find_equal(cls, value)
    if known is not None:
        made = known
    elif not cls._is_flag_ or _is_single_bit(value):
        cls._member_names_.append(name)
    type.__setattr__(cls, name, _behind_property(cls, name, made))
    cls._member_map_[name] = made
    if known is None:
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            pass


def _behind_property(cls, name, made):
    """Where a base has a property of the member's name, members still have it: only the class shows the
    member."""
    for base in cls.__mro__[1:]:
        found = base.__dict__.get(name)
        if isinstance(found, (_plain_property, DynamicClassAttribute)):
            redirect = property(found.fget, found.fset, found.fdel)
            redirect.__set_name__(cls, name)
            return redirect
        if found is not None:
            break
    return made


def _find_equal(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for made in cls._member_map_.values():
            if made._value_ == value:
                return made
    return None


def _member_of(cls, value):
    if type(value) is cls:
        return value
    found = _find_equal(cls, value)
    if found is not None:
        return found
    error = None
    try:
        found = cls._missing_(value)
    except Exception as raised:
        error = raised
    if isinstance(found, cls) or found is not None and cls._is_flag_ and isinstance(found, int):
        return found
    wrong = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
    if found is None and error is None:
        raise wrong
    if error is None:
        error = TypeError(f'error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member')
    if not isinstance(error, ValueError):
        error.__context__ = wrong
    raise error


def _make_enum(base, name, names, module, qualname, mixed, start, boundary):
    """Enum('Name', 'A B C'), with a list of names, pairs or a dict."""
    bases = (base,) if mixed is None else (mixed, base)
    namespace = EnumType.__prepare__(name, bases)
    if isinstance(names, str):
        names = names.replace(',', ' ').split()
    last_values = []
    items = list(names.items()) if isinstance(names, dict) else list(names)
    for place, item in enumerate(items):
        if isinstance(item, str):
            value = namespace._make_value(item, start, place, last_values[:])
            last_values.append(value)
            item = (item, value)
        namespace[item[0]] = item[1]
    namespace['__module__'] = module or '__main__'
    namespace['__qualname__'] = qualname or name
    return EnumType.__new__(type(base), name, bases, namespace, boundary=boundary)


class Enum(metaclass=EnumType):
    _is_flag_ = False
    _generate_next_value_ = staticmethod(_count_on)

    @classmethod
    def _missing_(cls, value):
        return None

    def __init__(self, *args, **keywords):
        pass

    def __repr__(self):
        shown = self.__class__._value_repr_ or repr
        return f'<{self.__class__.__name__}.{self._name_}: {shown(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        return sorted({'__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value',
                       *[name for cls in self.__class__.mro() for name in cls.__dict__
                         if name[0] != '_' and name not in self._member_map_]})

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_


class ReprEnum(Enum):
    """Members print as their values do; only repr() shows the member."""

    _shows_data_ = True


class IntEnum(int, ReprEnum):
    pass


def _lower_name(name, start, count, last_values):
    return name.lower()


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if values and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        made = str.__new__(cls, *values)
        made._value_ = str(*values)
        return made

    _generate_next_value_ = staticmethod(_lower_name)


# ---- flags

class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def _bits_of(value):
    while value:
        bit = value & -value
        yield bit
        value ^= bit


def _next_bit(name, start, count, last_values):
    if not last_values:
        return start if start is not None else 1
    last = max(last_values)
    if not isinstance(last, int):
        raise TypeError(f'invalid flag value {last!r}')
    return 1 << last.bit_length()


def _finish_flag(cls):
    """Members whose bits are not in the order of definition are listed by value."""
    values = [cls._member_map_[name]._value_ for name in cls._member_names_]
    if values != sorted(values):
        cls._member_names_.sort(key=lambda name: cls._member_map_[name]._value_)
    mask = single = 0
    for made in cls._member_map_.values():
        mask |= made._value_
        if _is_single_bit(made._value_):
            single |= made._value_
    cls._flag_mask_ = mask
    cls._singles_mask_ = single
    cls._all_bits_ = (1 << mask.bit_length()) - 1


class Flag(Enum):
    _is_flag_ = True
    _boundary_ = STRICT
    _flag_mask_ = _singles_mask_ = _all_bits_ = 0
    _generate_next_value_ = staticmethod(_next_bit)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        given = value
        if not ~cls._all_bits_ <= value <= cls._all_bits_ or value & (cls._all_bits_ ^ cls._flag_mask_):
            value = _within_boundary(cls, value)
            if type(value) is not int or cls._boundary_ is EJECT and value == given:
                return value
        if value < 0:
            value += cls._all_bits_ + 1
            if cls._boundary_ is not KEEP:
                value &= cls._flag_mask_
        known = cls._value2member_map_.get(value)
        return _combined(cls, value) if known is None else known

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"'{type(other).__qualname__}' and '{self.__class__.__qualname__}'")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        for bit in _bits_of(self._value_ & self._flag_mask_):
            found = self._value2member_map_.get(bit)
            if found is not None:
                yield found

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        shown = repr(self._value_)
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {shown}>'
        return f'<{self.__class__.__name__}.{self._name_}: {shown}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def __or__(self, other):
        return self._with_bits(other, lambda a, b: a | b)

    def __and__(self, other):
        return self._with_bits(other, lambda a, b: a & b)

    def __xor__(self, other):
        return self._with_bits(other, lambda a, b: a ^ b)

    def _with_bits(self, other, combine):
        bits = self._bits_in(other)
        return NotImplemented if bits is None else self.__class__(combine(self._value_, bits))

    def _bits_in(self, other):
        """The bits of the other operand, or None where it is none of ours."""
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __invert__(self):
        if self._boundary_ is KEEP:
            return self.__class__(-(self._value_ + 1))
        return self.__class__(self._flag_mask_ & ~self._value_)

    __ror__, __rand__, __rxor__ = __or__, __and__, __xor__


def _within_boundary(cls, value):
    """A value with bits that no member has."""
    if cls._boundary_ is STRICT:
        width = max(value.bit_length(), cls._flag_mask_.bit_length())
        raise ValueError(f'{cls!r} invalid value {value!r}\n    given {_binary(value, width)}\n'
                         f'  allowed {_binary(cls._flag_mask_, width)}')
    if cls._boundary_ is CONFORM:
        return value & cls._flag_mask_
    return int(value)


def _binary(value, width):
    sign = '1' if value < 0 else '0'
    digits = f'{value & ((1 << width) - 1):0{width}b}'
    return f'0b{sign} {digits}'


def _combined(cls, value):
    """A pseudo-member: named by its members, if they cover it."""
    made = object.__new__(cls) if cls._member_type_ is object else cls._member_type_.__new__(cls, value)
    made._value_ = value
    names = []
    covered = 0
    for bit in _bits_of(value & cls._singles_mask_):
        names.append(cls._value2member_map_[bit]._name_)
        covered |= bit
    for name, member in cls._member_map_.items() if value & ~cls._singles_mask_ else ():
        bits = member._value_
        if bits and value & bits == bits and not _is_single_bit(bits):
            names.append(name)
            covered |= bits
    if names and covered != value:
        names.append(str(value ^ covered))
    made._name_ = '|'.join(names) or None
    made.__objclass__ = cls
    return cls._value2member_map_.setdefault(value, made)


class IntFlag(int, ReprEnum, Flag):
    _boundary_ = KEEP
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __repr__ = Flag.__repr__
    __str__ = int.__repr__
    __format__ = int.__format__


# ---- decorators

def unique(enumeration):
    twice = [(name, made._name_) for name, made in enumeration.__members__.items() if name != made._name_]
    if twice:
        shown = ', '.join([f'{alias} -> {name}' for alias, name in twice])
        raise ValueError(f'duplicate values found in {enumeration!r}: {shown}')
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS = EnumCheck.CONTINUOUS
NAMED_FLAGS = EnumCheck.NAMED_FLAGS
UNIQUE = EnumCheck.UNIQUE


def verify(*checks):
    def check(enumeration):
        for one in checks:
            if one is UNIQUE:
                _check_unique(enumeration)
            elif one is CONTINUOUS:
                _check_continuous(enumeration)
        return enumeration
    return check


def _check_unique(enumeration):
    twice = [(name, made._name_) for name, made in enumeration.__members__.items() if name != made._name_]
    if twice:
        shown = ', '.join([f'{alias} -> {name}' for alias, name in twice])
        raise ValueError(f'aliases found in {enumeration!r}: {shown}')


def _check_continuous(enumeration):
    values = {made._value_ for made in enumeration}
    missing = [value for value in range(min(values), max(values) + 1) if value not in values]
    if missing:
        raise ValueError(f'invalid enum {enumeration.__name__!r}: missing values {", ".join(map(str, missing))}')


def global_enum(cls, update_str=False):
    return cls


def show_flag_values(value):
    return list(_bits_of(value))
