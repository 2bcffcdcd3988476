"""weakref.ref: life and death of objects, callbacks, what can be referred to, cycles, methods, proxies."""
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.other = None

    def __repr__(self):
        return f'Node({self.name})'

    def shout(self):
        return self.name.upper()


node = Node('a')
r = weakref.ref(node)
told = weakref.ref(node, lambda ref: print('callback', ref is told, ref()))
second = weakref.ref(node, lambda ref: print('second callback'))
print(r() is node, r is weakref.ref(node), told is r, r == told, hash(r) == hash(node), weakref.getweakrefcount(node))
print(weakref.getweakrefs(node) == [r, second, told], r.__callback__, told.__callback__ is not None)
print(repr(r).split(' at ')[0], repr(r).split()[3:5])
del node
print(r(), told(), r == told, r == r, repr(r).split('; ')[1], told.__callback__)
try:
    hash(told)
except TypeError as error:
    print(error)
print(hash(r) == hash(r))

for value in (3, 's', 2.5, None, [], {}, (), object(), Exception(), range(3), b'', frozenset(), {1}, len, Node, print.__call__ and Node('x').shout,
              (i for i in ()), weakref):
    try:
        weakref.ref(value)
        print('can', type(value).__name__)
    except TypeError as error:
        print(error)


class T(tuple): pass
class I(int): pass
class S(str): pass
class L(list): pass
class E(Exception): pass
class Slots: __slots__ = ('a',)
class WithRoom: __slots__ = ('a', '__weakref__')
class Derived(Slots): pass


for cls in (T, I, S, L, E, Slots, WithRoom, Derived):
    try:
        value = cls()
        print(weakref.ref(value)() is value, cls.__name__)
    except TypeError as error:
        print(error)
for attempt in (lambda: weakref.ref(), lambda: weakref.ref(r, None, 3), lambda: r(3), lambda: weakref.ref(Node, callback=3)):
    try:
        attempt()
    except TypeError as error:
        print(error)

a, b = Node('a'), Node('b')
a.other, b.other = b, a
ra = weakref.ref(a, lambda ref: print('cycle is gone', ref()))
del a, b
print(ra())
gc.collect()
print(ra())


class Last:
    def __del__(self):
        print('del', self.ref() is self)


last = Last()
last.ref = weakref.ref(last)
kept = weakref.ref(last, lambda ref: print('after del', ref()))
del last
print(kept())


def failing(ref):
    raise ValueError('not seen by the program')


node = Node('b')
bad = weakref.ref(node, failing)
del node
print('goes on', bad())

node = Node('method')
dead = weakref.ref(node.shout)
print(dead())
method = weakref.WeakMethod(node.shout, lambda ref: print('method is gone', ref()))
print(method()(), method == weakref.WeakMethod(node.shout), method() == node.shout)
del node
print(method())
try:
    weakref.WeakMethod(3)
except TypeError as error:
    print(error)

node = Node('p')
proxy = weakref.proxy(node, lambda p: print('proxy is told', type(p).__name__))
proxy.extra = [1, 2]
print(proxy.name, proxy.shout(), node.extra, str(proxy), isinstance(proxy, Node), type(proxy).__name__, proxy == node, proxy != node)
del proxy.extra
print(hasattr(node, 'extra'))
numbers = L([3, 4])
items = weakref.proxy(numbers)
print(len(items), items[0], 4 in items, list(items), items + [5], [*items], bool(items))
items.append(6)
items[0] = 1
print(numbers, type(weakref.proxy(Node)).__name__, weakref.proxy(Node)('made'))
del node
for attempt in (lambda: proxy.name, lambda: str(proxy), lambda: bool(proxy), lambda: proxy == 1):
    try:
        print(attempt())
    except (ReferenceError, TypeError) as error:
        print(type(error).__name__, error)


class Typed(weakref.ref):
    __slots__ = ('label',)

    def __init__(self, ob, callback=None, **more):
        super().__init__(ob, callback)
        for key, value in more.items():
            setattr(self, key, value)

    def __call__(self):
        found = super().__call__()
        return found and (self.label, found)


node = Node('typed')
typed = Typed(node, label='L')
print(typed(), isinstance(typed, weakref.ref), typed == weakref.ref(node), typed is weakref.ref(node))
