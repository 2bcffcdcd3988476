"""What an object is, its members and its documentation."""

from _inspect import isbuiltin, isclass, isfunction, ismethod
from _types import (
    CodeType, FrameType, GetSetDescriptorType, MemberDescriptorType, MethodWrapperType, ModuleType,
    TracebackType,
)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 128, 256, 512


# ---- kinds

def ismodule(object):
    return isinstance(object, ModuleType)


def istraceback(object):
    return isinstance(object, TracebackType)


def isframe(object):
    return isinstance(object, FrameType)


def iscode(object):
    return isinstance(object, CodeType)


def isgetsetdescriptor(object):
    return isinstance(object, GetSetDescriptorType)


def ismemberdescriptor(object):
    return isinstance(object, MemberDescriptorType)


def ismethodwrapper(object):
    return isinstance(object, MethodWrapperType)


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__')


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__set__') or hasattr(kind, '__delete__')


def isroutine(object):
    return (isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)
            or ismethodwrapper(object))


def isabstract(object):
    return isclass(object) and bool(getattr(object, '__abstractmethods__', None))


# ---- members

def getmro(cls):
    return cls.__mro__


def _from_classes(classes, name):
    """Where an attribute is listed by dir() but cannot be got, a class's own entry counts."""
    for cls in classes:
        if name in cls.__dict__:
            return True, cls.__dict__[name]
    return False, None


def _get_members(object, predicate, get):
    classes = object.__mro__ if isclass(object) else ()
    members = []
    for name in dir(object):
        try:
            value = get(object, name)
        except AttributeError:
            found, value = _from_classes(classes, name)
            if not found:
                continue
        if not predicate or predicate(value):
            members.append((name, value))
    members.sort(key=_first)
    return members


def _first(pair):
    return pair[0]


def getmembers(object, predicate=None):
    return _get_members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _get_members(object, predicate, getattr_static)


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """The attribute as it is stored, without descriptors and __getattr__."""
    places = obj.__mro__ if isclass(obj) else (obj, *type(obj).__mro__)
    found = _missing
    for place in places:
        fields = getattr(place, '__dict__', ())
        if attr not in fields:
            continue
        if found is _missing:
            found = fields[attr]
        if place is not obj or isclass(obj):
            if isdatadescriptor(fields[attr]):
                found = fields[attr]
            break
    if found is not _missing:
        return found
    if isclass(obj):
        for cls in type(obj).__mro__:
            if attr in cls.__dict__:
                return cls.__dict__[attr]
    if default is _missing:
        raise AttributeError(attr)
    return default


# ---- documentation

def getdoc(object):
    doc = getattr(object, '__doc__', None)
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(object):
    """The text of what a class or method overrides."""
    if isclass(object):
        for base in object.__mro__[:-1]:
            if base.__doc__ is not None:
                return base.__doc__
        return None
    if not ismethod(object):
        return None
    owner = object.__self__
    for base in (owner if isclass(owner) else type(owner)).__mro__:
        doc = getattr(getattr(base, object.__name__, None), '__doc__', None)
        if doc is not None:
            return doc
    return None


def cleandoc(doc):
    lines = doc.expandtabs().split('\n')
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    margin = min(margins) if margins else 0
    cleaned = [lines[0].lstrip(), *[line[margin:] for line in lines[1:]]]
    while cleaned and not cleaned[-1]:
        cleaned.pop()
    while cleaned and not cleaned[0]:
        cleaned.pop(0)
    return '\n'.join(cleaned)
