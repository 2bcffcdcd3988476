"""types: the runtime's own classes by name, and small helpers about classes."""

from _types import (
    AsyncGeneratorType, BuiltinFunctionType, CellType, CodeType, CoroutineType, FrameType, FunctionType,
    GeneratorType, GenericAlias, GetSetDescriptorType, MappingProxyType, MemberDescriptorType, MethodType,
    MethodWrapperType, ModuleType, NoneType, NotImplementedType, EllipsisType, TracebackType, UnionType,
    WrapperDescriptorType, MethodDescriptorType, ClassMethodDescriptorType, _mark_awaitable,
)

BuiltinMethodType = BuiltinFunctionType
LambdaType = FunctionType


class _GenericBase:
    """Subscribed, a class of the library gives an alias of itself."""

    __slots__ = ()

    def __class_getitem__(cls, item):
        return GenericAlias(cls, item)


class SimpleNamespace:
    def __init__(self, /, **keywords):
        self.__dict__.update(keywords)

    def __repr__(self):
        name = 'namespace' if type(self) is SimpleNamespace else type(self).__name__
        items = ', '.join([f'{key}={value!r}' for key, value in self.__dict__.items()])
        return f'{name}({items})'

    def __eq__(self, other):
        if isinstance(self, SimpleNamespace) and isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


class DynamicClassAttribute:
    """A property of instances; asked of the class, the metaclass answers."""

    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget = fget
        self.fset = fset
        self.fdel = fdel
        self.__doc__ = doc or fget.__doc__

    def __get__(self, instance, owner=None):
        if instance is None:
            raise AttributeError()
        if self.fget is None:
            raise AttributeError('unreadable attribute')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError("can't set attribute")
        self.fset(instance, value)


def coroutine(function):
    """The generators that the function makes can be awaited."""
    def wrapped(*args, **keywords):
        return _mark_awaitable(function(*args, **keywords))
    wrapped.__name__ = function.__name__
    wrapped.__qualname__ = function.__qualname__
    wrapped.__wrapped__ = function
    return wrapped


def resolve_bases(bases):
    found = []
    for base in bases:
        if isinstance(base, type) or not hasattr(base, '__mro_entries__'):
            found.append(base)
        else:
            found.extend(base.__mro_entries__(bases))
    return tuple(found)


def prepare_class(name, bases=(), kwds=None):
    kwds = dict(kwds or {})
    meta = kwds.pop('metaclass', type(bases[0]) if bases else type)
    namespace = meta.__prepare__(name, bases, **kwds) if hasattr(meta, '__prepare__') else {}
    return meta, namespace, kwds


def new_class(name, bases=(), kwds=None, exec_body=None):
    resolved = resolve_bases(bases)
    meta, namespace, kwds = prepare_class(name, resolved, kwds)
    if exec_body is not None:
        exec_body(namespace)
    if '__module__' not in namespace:  # of who makes the class, as CPython sees it
        namespace['__module__'] = __name__
    return meta(name, resolved, namespace, **kwds)


def get_original_bases(cls):
    return cls.__dict__.get('__orig_bases__', cls.__bases__)
