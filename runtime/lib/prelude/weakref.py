"""weakref: collections that do not keep their contents alive, and calls when something dies."""

from _weakref import getweakrefcount, getweakrefs, ref
from _weakref_proxy import CallableProxyType, ProxyType, proxy

ReferenceType = ref
ProxyTypes = (ProxyType, CallableProxyType)

_mappings = ('Container', 'Iterable', 'Sized', 'Collection', 'Mapping', 'MutableMapping')
_sets = ('Container', 'Iterable', 'Sized', 'Collection', 'Set', 'MutableSet')


class WeakMethod(ref):
    """A reference to a bound method, which lives as long as its object and its function."""

    __slots__ = ('_function', '_method_type', '_alive', '__weakref__')

    def __new__(cls, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None

        def died(_):
            self = own()
            if self is not None and self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self = ref.__new__(cls, owner, died)
        self._function = ref(function, died)
        self._method_type = type(meth)
        self._alive = True
        own = ref(self)
        return self

    def __call__(self):
        owner, function = super().__call__(), self._function()
        if owner is None or function is None:
            return None
        return self._method_type(function, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return ref.__eq__(self, other) and self._function == other._function

    def __ne__(self, other):
        result = self.__eq__(other)
        return result if result is NotImplemented else not result

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference that knows under which key it stands."""

    __slots__ = ('key',)

    def __new__(cls, ob, callback, key):
        self = ref.__new__(cls, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        pass


class _Guard:
    """While it is entered, what dies stays in the collection's data, so that iteration can go on."""

    __slots__ = ('owner',)

    def __init__(self, owner):
        self.owner = owner

    def __enter__(self):
        self.owner._iterations += 1

    def __exit__(self, *exc_info):
        owner = self.owner
        owner._iterations -= 1
        if not owner._iterations:
            while owner._dead:
                owner._drop(owner._dead.pop())


def _remover(selfref):
    def remove(wr):
        self = selfref()
        if self is None:
            return
        if self._iterations:
            self._dead.append(wr)
        else:
            self._drop(wr)
    return remove


class _Weak:
    """What all of the collections here have in common; `data` holds the references."""

    def __init__(self):
        self._remove = _remover(ref(self))
        self._iterations = 0
        self._dead = []

    def __len__(self):
        return len(self.data) - len(self._dead)

    def clear(self):
        self._dead.clear()
        self.data.clear()

    __hash__ = None


class _WeakMapping(_Weak):
    """What both kinds of weak dictionaries have in common."""

    _virtual_bases = _mappings

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def __iter__(self):
        return self.keys()

    def values(self):
        for _, value in self.items():
            yield value

    def keys(self):
        for key, _ in self.items():
            yield key

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def pop(self, key, *args):
        try:
            value = self[key]
        except KeyError:
            if args:
                return args[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key, value in self.items():
            del self[key]
            return key, value
        raise KeyError('popitem(): dictionary is empty')

    def update(self, other=None, /, **kwargs):
        if other is not None:
            for key, value in other.items() if hasattr(other, 'items') else dict(other).items():
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def copy(self):
        new = type(self)()
        new.update(self)
        return new

    __copy__ = copy

    def __eq__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __ror__(self, other):
        if not hasattr(other, 'items'):
            return NotImplemented
        new = type(self)()
        new.update(other)
        new.update(self)
        return new


class WeakValueDictionary(_WeakMapping):
    def __init__(self, other=(), /, **kw):
        super().__init__()
        self.data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        wr = self.data.get(key)
        return wr is not None and wr() is not None

    def _drop(self, wr):
        if self.data.get(wr.key) is wr:
            del self.data[wr.key]

    def items(self):
        with _Guard(self):
            for key, wr in self.data.items():
                value = wr()
                if value is not None:
                    yield key, value

    def itervaluerefs(self):
        with _Guard(self):
            yield from self.data.values()

    def valuerefs(self):
        return list(self.data.values())


class WeakKeyDictionary(_WeakMapping):
    def __init__(self, dict=None):
        super().__init__()
        self.data = {}
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def _drop(self, wr):
        self.data.pop(wr, None)

    def items(self):
        with _Guard(self):
            for wr, value in self.data.items():
                key = wr()
                if key is not None:
                    yield key, value

    def keyrefs(self):
        return list(self.data)


class WeakSet(_Weak):
    _virtual_bases = _sets

    def __init__(self, data=None):
        super().__init__()
        self.data = set()
        if data is not None:
            self.update(data)

    def __repr__(self):
        return repr(self.data)

    def _drop(self, wr):
        self.data.discard(wr)

    def __iter__(self):
        with _Guard(self):
            for wr in self.data:
                item = wr()
                if item is not None:
                    yield item

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def discard(self, item):
        self.data.discard(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def pop(self):
        while self.data:
            item = self.data.pop()()
            if item is not None:
                return item
        raise KeyError('pop from empty WeakSet') from None

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def union(self, other):
        new = self.copy()
        new.update(other)
        return new

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    def difference(self, other):
        new = self.copy()
        new.difference_update(other)
        return new

    def symmetric_difference(self, other):
        new = self.copy()
        new.symmetric_difference_update(other)
        return new

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def intersection_update(self, other):
        kept = set(map(ref, other))
        self.data = {wr for wr in self.data if wr in kept}

    def symmetric_difference_update(self, other):
        for item in list(other):
            if item in self:
                self.discard(item)
            else:
                self.add(item)

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def issubset(self, other):
        return self.data.issubset(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset(map(ref, other))

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, type(self)):
            return NotImplemented
        return self.data == set(map(ref, other))


class finalize:
    """Calls a function when an object dies, or when the program ends."""

    __slots__ = ()
    _registry = {}  # in the order in which they were made
    _hooked = False

    class _Info:
        __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit')

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._hooked:
            from atexit import register
            register(finalize._exit)
            finalize._hooked = True
        info = finalize._Info()
        info.weakref = ref(obj, self)
        info.func, info.args, info.kwargs, info.atexit = func, args, kwargs, True
        finalize._registry[self] = info

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info:
            return info.func(*info.args, **info.kwargs)

    def detach(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and finalize._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs

    def peek(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs

    @property
    def alive(self):
        return self in finalize._registry

    @property
    def atexit(self):
        info = finalize._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = finalize._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = finalize._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return f'<finalize object at {id(self):#x}; dead>'
        return f'<finalize object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>'

    @classmethod
    def _exit(cls):
        for each, info in reversed(list(cls._registry.items())):
            if info.atexit and each in cls._registry:
                each()
