"""typing: forms that annotations are made of. They describe and print; nothing here checks anything.

Three kinds: special forms (Any, Optional), names for classes (List for list), and what a subscript
makes of either (_Alias). Generic and Protocol are real classes.
"""

import collections
import collections.abc
import contextlib
from abc import ABCMeta
from _annotations import names_of_module, value_of
from _re import Match as _Match, Pattern as _Pattern
from types import FunctionType, GenericAlias, NoneType, UnionType

TYPE_CHECKING = False


# ---- how forms print, and what they are made of

def _show(item):
    if item is ...:
        return '...'
    if isinstance(item, type) and not hasattr(item, '__origin__'):
        if item.__module__ == 'builtins':
            return item.__qualname__
        return f'{item.__module__}.{item.__qualname__}'
    if isinstance(item, FunctionType):
        return item.__name__
    if isinstance(item, list):
        return f'[{", ".join([_show(part) for part in item])}]'
    return repr(item)


def _as_form(item):
    if item is None:
        return NoneType
    return ForwardRef(item) if isinstance(item, str) else item


def _as_forms(items):
    return tuple([_as_form(item) for item in (items if isinstance(items, tuple) else (items,))])


def _union(items):
    """Flat, each part once; of a single part, that part."""
    parts = []
    for item in items:
        for part in item.__args__ if _is_union(item) else (_as_form(item),):
            if part not in parts:
                parts.append(part)
    return parts[0] if len(parts) == 1 else _UnionAlias(Union, Union, tuple(parts))


def _is_union(item):
    return isinstance(item, (_UnionAlias, UnionType))


class _Form:
    """What can stand in a | b."""

    __module__ = 'typing'

    def __or__(self, other):
        return _union((self, other))

    def __ror__(self, other):
        return _union((other, self))


class ForwardRef(_Form):
    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        return isinstance(other, ForwardRef) and self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        module = self.__forward_module__
        return f'ForwardRef({self.__forward_arg__!r}{"" if module is None else f", module={module!r}"})'


class _Alias(_Form):
    """form[args]. `origin` is the class that stands behind it."""

    def __init__(self, form, origin, args):
        self._form = form
        self.__origin__ = origin
        self.__args__ = args
        self.__parameters__ = _type_variables(args)

    def __repr__(self):
        return f'{self._form!r}[{self._shown_args()}]'

    def _shown_args(self):
        return ', '.join([_show(item) for item in self.__args__]) or '()'

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ is other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __call__(self, *args, **keywords):
        return self.__origin__(*args, **keywords)

    def __getitem__(self, items):
        """Puts `items` in the places of the type variables."""
        given = dict(zip(self.__parameters__, _as_forms(items)))
        if not given:
            raise TypeError(f'{self!r} is not a generic class')
        args = []
        for item in self.__args__:
            inner = getattr(item, '__parameters__', ())
            if isinstance(item, TypeVar):
                item = given.get(item, item)
            elif inner:
                item = item[tuple([given.get(variable, variable) for variable in inner])]
            args.append(item)
        return type(self)(self._form, self.__origin__, tuple(args))

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__') or '__origin__' not in self.__dict__:
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


class _UnionAlias(_Alias):
    def __repr__(self):
        if len(self.__args__) == 2 and NoneType in self.__args__:
            first, second = self.__args__
            return f'typing.Optional[{_show(second if first is NoneType else first)}]'
        return f'typing.Union[{", ".join([_show(item) for item in self.__args__])}]'

    def __eq__(self, other):
        return _is_union(other) and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__args__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)


class _CallableAlias(_Alias):
    def _shown_args(self):
        *parameters, result = self.__args__
        if len(parameters) == 1 and (parameters[0] is ... or isinstance(parameters[0], ParamSpec)):
            return f'{_show(parameters[0])}, {_show(result)}'
        return f'[{", ".join([_show(item) for item in parameters])}], {_show(result)}'


class _LiteralAlias(_Alias):
    def _shown_args(self):
        return ', '.join([repr(item) for item in self.__args__])


class _AnnotatedAlias(_Alias):
    """args: the type, then what it is annotated with."""

    @property
    def __metadata__(self):
        return self.__args__[1:]

    def __call__(self, *args, **keywords):
        return self.__args__[0](*args, **keywords)

    def _shown_args(self):
        return ', '.join([_show(self.__args__[0])] + [repr(item) for item in self.__args__[1:]])


def _type_variables(args):
    found = []
    for item in args:
        inner = (item,) if isinstance(item, TypeVar) else getattr(item, '__parameters__', ())
        if isinstance(inner, tuple):
            found.extend([variable for variable in inner if variable not in found])
    return tuple(found)


# ---- special forms

class _SpecialForm(_Form):
    def __init__(self, name):
        self._name = name

    def __repr__(self):
        return f'typing.{self._name}'

    def __call__(self, *args, **keywords):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __getitem__(self, items):
        raise TypeError(f'{self!r} is not subscriptable')

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __instancecheck__(self, instance):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')


class _Subscripted(_SpecialForm):
    def __getitem__(self, items):
        return _Alias(self, self, _as_forms(items))


class _Union(_SpecialForm):
    def __getitem__(self, items):
        if items == ():
            raise TypeError('Cannot take a Union of no types.')
        return _union(items if isinstance(items, tuple) else (items,))


class _Optional(_SpecialForm):
    def __getitem__(self, item):
        return _union((item, NoneType))


class _Literal(_SpecialForm):
    def __getitem__(self, items):
        parts = []
        for item in items if isinstance(items, tuple) else (items,):
            for part in item.__args__ if isinstance(item, _LiteralAlias) else (item,):
                if part not in parts or type(part) not in [type(own) for own in parts]:
                    parts.append(part)
        return _LiteralAlias(self, self, tuple(parts))


class _Annotated(_SpecialForm):
    def __getitem__(self, items):
        if not isinstance(items, tuple) or len(items) < 2:
            raise TypeError('Annotated[...] should be used with at least two arguments '
                            '(a type and an annotation).')
        inner = items[0]
        before = inner.__args__ if isinstance(inner, _AnnotatedAlias) else (_as_form(inner),)
        return _AnnotatedAlias(self, before[0], before + items[1:])


class _AnyMeta(type):
    def __instancecheck__(cls, instance):
        if cls is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(instance)

    def __repr__(cls):
        return 'typing.Any' if cls is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **keywords):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


Union = _Union('Union')
Optional = _Optional('Optional')
Literal = _Literal('Literal')
Annotated = _Annotated('Annotated')
Final = _Subscripted('Final')
ClassVar = _Subscripted('ClassVar')
Required = _Subscripted('Required')
NotRequired = _Subscripted('NotRequired')
TypeGuard = _Subscripted('TypeGuard')
Concatenate = _Subscripted('Concatenate')
Unpack = _Subscripted('Unpack')
Self = _SpecialForm('Self')
Never = _SpecialForm('Never')
NoReturn = _SpecialForm('NoReturn')
LiteralString = _SpecialForm('LiteralString')
TypeAlias = _SpecialForm('TypeAlias')


# ---- names for classes

class _Name(_Form):
    """List for list: to be subscripted, called, derived from."""

    def __init__(self, name, origin):
        self._name = name
        self.__origin__ = origin

    def __repr__(self):
        return f'typing.{self._name}'

    def __getitem__(self, items):
        return _Alias(self, self.__origin__, _as_forms(items))

    def __call__(self, *args, **keywords):
        if self.__origin__.__module__ == 'collections.abc' or self.__origin__.__name__ != self._name.lower():
            return self.__origin__(*args, **keywords)
        raise TypeError(f'Type {self._name} cannot be instantiated; '
                        f'use {self._name.lower()}() instead')

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def __instancecheck__(self, instance):
        return isinstance(instance, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)


class _CallableName(_Name):
    def __getitem__(self, items):
        if not isinstance(items, tuple) or len(items) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        parameters, result = items
        if not isinstance(parameters, list):
            parameters = [parameters]
        return _CallableAlias(self, self.__origin__, _as_forms((*parameters, result)))


List = _Name('List', list)
Dict = _Name('Dict', dict)
Set = _Name('Set', set)
FrozenSet = _Name('FrozenSet', frozenset)
Tuple = _Name('Tuple', tuple)
Type = _Name('Type', type)
Deque = _Name('Deque', collections.deque)
DefaultDict = _Name('DefaultDict', collections.defaultdict)
OrderedDict = _Name('OrderedDict', collections.OrderedDict)
Counter = _Name('Counter', collections.Counter)
ChainMap = _Name('ChainMap', collections.ChainMap)
Callable = _CallableName('Callable', collections.abc.Callable)
AbstractSet = _Name('AbstractSet', collections.abc.Set)
AsyncGenerator = _Name('AsyncGenerator', collections.abc.AsyncGenerator)
AsyncIterable = _Name('AsyncIterable', collections.abc.AsyncIterable)
AsyncIterator = _Name('AsyncIterator', collections.abc.AsyncIterator)
Awaitable = _Name('Awaitable', collections.abc.Awaitable)
Pattern = _Name('Pattern', _Pattern)
Match = _Name('Match', _Match)
ByteString = _Name('ByteString', collections.abc.ByteString)
Collection = _Name('Collection', collections.abc.Collection)
Container = _Name('Container', collections.abc.Container)
Coroutine = _Name('Coroutine', collections.abc.Coroutine)
Generator = _Name('Generator', collections.abc.Generator)
Hashable = _Name('Hashable', collections.abc.Hashable)
ItemsView = _Name('ItemsView', collections.abc.ItemsView)
Iterable = _Name('Iterable', collections.abc.Iterable)
Iterator = _Name('Iterator', collections.abc.Iterator)
KeysView = _Name('KeysView', collections.abc.KeysView)
Mapping = _Name('Mapping', collections.abc.Mapping)
MappingView = _Name('MappingView', collections.abc.MappingView)
MutableMapping = _Name('MutableMapping', collections.abc.MutableMapping)
MutableSequence = _Name('MutableSequence', collections.abc.MutableSequence)
MutableSet = _Name('MutableSet', collections.abc.MutableSet)
Reversible = _Name('Reversible', collections.abc.Reversible)
Sequence = _Name('Sequence', collections.abc.Sequence)
Sized = _Name('Sized', collections.abc.Sized)
ValuesView = _Name('ValuesView', collections.abc.ValuesView)
ContextManager = _Name('ContextManager', contextlib.AbstractContextManager)
AsyncContextManager = _Name('AsyncContextManager', contextlib.AbstractAsyncContextManager)


# ---- type variables

class TypeVar(_Form):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self.__name__ = name
        self.__constraints__ = _as_forms(constraints)
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant

    def __repr__(self):
        sign = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return sign + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return _Part(self, 'args')

    @property
    def kwargs(self):
        return _Part(self, 'kwargs')


class TypeVarTuple(TypeVar):
    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class _Part:
    """The args or kwargs of a ParamSpec."""

    def __init__(self, origin, name):
        self.__origin__ = origin
        self._name = name

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._name}'


AnyStr = TypeVar('AnyStr', bytes, str)
Text = str
T_co = TypeVar('T_co', covariant=True)


class NewType(_Form):
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = '__main__'

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'


# ---- classes

class _ClassAlias(_Alias):
    """A subclass of Generic with arguments. Its instances are told."""

    def __repr__(self):
        return f'{_show(self.__origin__)}[{self._shown_args()}]'

    def __call__(self, *args, **keywords):
        made = self.__origin__(*args, **keywords)
        try:
            made.__orig_class__ = self
        except AttributeError:
            pass
        return made

    def __mro_entries__(self, bases):
        """Generic itself is none where another base brings it."""
        after = bases[bases.index(self) + 1:]
        if self.__origin__ is Generic and any(isinstance(base, _Alias) for base in after):
            return ()
        return (self.__origin__,)


class Generic:
    __slots__ = ()
    _is_protocol = False

    def __class_getitem__(cls, items):
        return _ClassAlias(cls, cls, _as_forms(items))


class _ProtocolMeta(ABCMeta):
    def __call__(cls, *args, **keywords):
        if cls._is_protocol:
            raise TypeError('Protocols cannot be instantiated')
        return super().__call__(*args, **keywords)

    def __instancecheck__(cls, instance):
        if super().__instancecheck__(instance):
            return True
        if not cls._is_protocol:
            return False
        _check_runtime(cls)
        for name in _protocol_members(cls):
            if not hasattr(instance, name):
                return False
        return True

    def __subclasscheck__(cls, other):
        if super().__subclasscheck__(other):
            return True
        if not cls._is_protocol:
            return False
        _check_runtime(cls)
        for name in _protocol_members(cls):
            if not hasattr(other, name):
                return False
        return True


def _check_runtime(cls):
    if not getattr(cls, '_is_runtime_protocol', False):
        raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')


def _protocol_members(cls):
    hidden = ('__module__', '__qualname__', '__doc__', '__slots__', '__dict__', '__weakref__', '__annotations__',
              '__abstractmethods__', '_abc_impl', '_is_protocol', '_is_runtime_protocol', '__parameters__',
              '__orig_bases__', '__init__', '__new__', '__class_getitem__', '__init_subclass__',
              '__subclasshook__')
    names = set()
    for base in cls.__mro__:
        if base in (Protocol, Generic, object):
            continue
        names.update(base.__dict__)
        names.update(base.__dict__.get('__annotations__', ()))
    return [name for name in names if name not in hidden]


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        cls._is_protocol = Protocol in cls.__bases__


def runtime_checkable(cls):
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


@runtime_checkable
class SupportsInt(Protocol):
    def __int__(self): ...


@runtime_checkable
class SupportsFloat(Protocol):
    def __float__(self): ...


@runtime_checkable
class SupportsComplex(Protocol):
    def __complex__(self): ...


@runtime_checkable
class SupportsBytes(Protocol):
    def __bytes__(self): ...


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    def __round__(self, ndigits=0): ...


@runtime_checkable
class SupportsIndex(Protocol):
    def __index__(self): ...


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    def __abs__(self): ...


class _NamedTupleMeta(type):
    def __new__(meta, name, bases, namespace):
        types = namespace.get('__annotations__', {})
        defaults = []
        for field in types:
            if field in namespace:
                defaults.append(namespace[field])
            elif defaults:
                raise TypeError(f'Non-default namedtuple field {field} cannot follow default field '
                                f'{_last_default(types, namespace, field)}')
        made = collections.namedtuple(name, list(types), defaults=defaults,
                                      module=namespace.get('__module__'))
        made.__annotations__ = dict(types)
        for key, value in namespace.items():
            if key not in types and key not in ('__module__', '__qualname__', '__annotations__'):
                setattr(made, key, value)
        return made


def _last_default(types, namespace, end):
    found = ''
    for field in types:
        if field == end:
            break
        if field in namespace:
            found = f's {field}' if not found else found
    return found[2:]


class _NamedTuple:
    """Derived from: a class of named tuples by its annotations. Called: one by a list of pairs."""

    def __call__(self, typename, fields=None, /, **keywords):
        pairs = list(keywords.items() if fields is None else fields)
        made = collections.namedtuple(typename, [name for name, _ in pairs], module='__main__')
        made.__annotations__ = {name: _as_form(kind) for name, kind in pairs}
        return made

    def __mro_entries__(self, bases):
        return (type.__new__(_NamedTupleMeta, 'NamedTuple', (), {}),)


NamedTuple = _NamedTuple()


def _in_module(kind, module):
    return ForwardRef(kind, module=module) if isinstance(kind, str) else _as_form(kind)


class _TypedDictMeta(type):
    def __new__(meta, name, bases, namespace, total=True):
        cls = type.__new__(meta, name, (dict,), dict(namespace))
        own = namespace.get('__annotations__', {})
        types, required, optional = {}, set(), set()
        for base in bases:
            types.update(base.__dict__.get('__annotations__', {}))
            required |= base.__dict__.get('__required_keys__', set())
            optional |= base.__dict__.get('__optional_keys__', set())
        for key, kind in own.items():
            form = getattr(kind, '__origin__', None)
            needed = True if form is Required else False if form is NotRequired else total
            (required if needed else optional).add(key)
        cls.__annotations__ = {**types, **{key: _in_module(kind, cls.__module__) for key, kind in own.items()}}
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(optional)
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **keywords):
        return dict(*args, **keywords)

    def __instancecheck__(cls, instance):
        raise TypeError('TypedDict does not support instance and class checks')

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')


class _TypedDict:
    def __call__(self, typename, fields=None, /, *, total=True, **keywords):
        namespace = {'__annotations__': dict(keywords if fields is None else fields), '__module__': '__main__'}
        return _TypedDictMeta(typename, (), namespace, total=total)

    def __mro_entries__(self, bases):
        return (type.__new__(_TypedDictMeta, 'TypedDict', (dict,), {}),)


TypedDict = _TypedDict()


# ---- functions

def cast(typ, val):
    return val


def overload(func):
    return _overloaded


def _overloaded(*args, **keywords):
    raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated '
                              'functions outside a stub module should always be followed by an '
                              'implementation that is not @overload-ed.')


def get_overloads(func):
    return []


def final(f):
    f.__final__ = True
    return f


def no_type_check_decorator(decorator):
    return decorator


def no_type_check(arg):
    return arg


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    raise AssertionError(f'Expected code to be unreachable, but got: {arg!r}')


def reveal_type(obj, /):
    return obj


def dataclass_transform(**keywords):
    return _same


def _same(thing):
    return thing


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, UnionType):
        return UnionType
    if tp is Generic:
        return Generic
    return getattr(tp, '__origin__', None)


def get_args(tp):
    args = getattr(tp, '__args__', ())
    if isinstance(tp, _CallableAlias) and args[0] is not ... and not isinstance(args[0], ParamSpec):
        return (list(args[:-1]), args[-1])
    return args


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Annotations by name; what texts stand for, in them and by themselves, takes their place."""
    if getattr(obj, '__no_type_check__', False):
        return {}
    found = {}
    if isinstance(obj, type):
        for base in reversed(obj.__mro__):
            names = _names_of_class(base, globalns, localns)
            for name, kind in base.__dict__.get('__annotations__', {}).items():
                found[name] = _hint(kind, names)
    else:
        obj = getattr(obj, '__func__', obj)
        while hasattr(obj, '__wrapped__'):
            obj = obj.__wrapped__
        if not hasattr(obj, '__annotations__'):
            raise TypeError(f'{obj!r} is not a module, class, method, or function.')
        if globalns is None:
            globalns = names_of_module(getattr(obj, '__module__', None))
        names = (globalns if localns is None else localns, globalns)
        for name, kind in obj.__annotations__.items():
            found[name] = _hint(kind, names)
    if not include_extras:
        for name, kind in found.items():
            found[name] = _without_extras(kind)
    return found


def _names_of_class(cls, globalns, localns):
    """The names that annotations of the class may use; those of the class itself come last."""
    if globalns is None:
        globalns = names_of_module(cls.__module__)
        return (globalns, dict(vars(cls))) if localns is None else (localns, globalns)
    return (globalns if localns is None else localns, globalns)


def _hint(kind, names):
    """An annotation with what its texts mean in their places."""
    if kind is None:
        return NoneType
    if isinstance(kind, str):
        return _hint(_as_form(value_of(kind, *names)), names)
    if isinstance(kind, ForwardRef):
        return _hint(_as_form(value_of(kind.__forward_arg__, *names)), names)
    return _with_parts(kind, lambda part: _hint(part, names))


def _with_parts(kind, change):
    """A form of other parts, or itself where none changes."""
    if isinstance(kind, (_LiteralAlias, TypeVar)):
        return kind
    is_annotated = isinstance(kind, _AnnotatedAlias)
    if not isinstance(kind, (_Alias, GenericAlias, UnionType)):
        return kind
    is_class = isinstance(kind, GenericAlias)
    parts = [part if is_annotated and place or part is ... else
             [change(inner) for inner in part] if isinstance(part, list) else
             change(ForwardRef(part) if is_class and isinstance(part, str) else part)
             for place, part in enumerate(kind.__args__)]
    if tuple(parts) == kind.__args__:
        return kind
    if isinstance(kind, GenericAlias):
        return GenericAlias(kind.__origin__, tuple(parts))
    if isinstance(kind, UnionType):
        joined = parts[0]
        for part in parts[1:]:
            joined = joined | part
        return joined
    if isinstance(kind, _UnionAlias):
        return _union(parts)
    return type(kind)(kind._form, parts[0] if is_annotated else kind.__origin__, tuple(parts))


def _without_extras(kind):
    if isinstance(kind, _AnnotatedAlias):
        return _without_extras(kind.__origin__)
    if isinstance(kind, _Alias) and kind.__origin__ in (Required, NotRequired):
        return _without_extras(kind.__args__[0])
    return _with_parts(kind, _without_extras)


# ---- files, for annotations alone

class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()
