"""WeakValueDictionary, WeakKeyDictionary, WeakSet, finalize; atexit."""
import atexit
import weakref
from collections.abc import MutableMapping, MutableSet, Set


class Thing:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


x, y, z = Thing('x'), Thing('y'), Thing('z')
values = weakref.WeakValueDictionary({'x': x, 'y': y})
values['z'] = z
print(len(values), values['x'], values.get('none'), 'y' in values, sorted(values), sorted(map(str, values.values())), sorted(values.items(), key=str))
del y
print(len(values), 'y' in values, values.get('y', 'gone'), list(values.keys()))
for attempt in (lambda: values['y'], lambda: values.__setitem__('a', 3), lambda: values.pop('none'), lambda: values.popitem() and 0 or values.clear() or values.popitem()):
    try:
        print(attempt())
    except (KeyError, TypeError) as error:
        print(type(error).__name__, error)
print(len(values), isinstance(values, MutableMapping), values.setdefault('x', x), values.pop('x'), values.pop('x', 5))
values.update(a=x, b=z)
print(dict(values), [ref() for ref in values.valuerefs()], values.copy() == values, values | {'c': z} == {'a': x, 'b': z, 'c': z})

keys = weakref.WeakKeyDictionary()
keys[x] = 1
keys[z] = 2
w = Thing('w')
keys[w] = 3
print(len(keys), keys[x], keys.get(w), w in keys, 3 in keys, sorted(keys.items(), key=str), [ref() for ref in keys.keyrefs()])
del w
print(len(keys), keys.pop(z), list(keys), dict(keys.items()))
del keys[x]
print(len(keys), bool(keys))

group = weakref.WeakSet([x, z])
v = Thing('v')
group.add(v)
print(len(group), v in group, 3 in group, sorted(map(str, group)), group == weakref.WeakSet([x, z, v]))
other = weakref.WeakSet([x])
print(sorted(map(str, group - other)), sorted(map(str, group & other)), sorted(map(str, group | other)), other <= group, other < group, group >= other, group.isdisjoint(other))
for item in group:
    del v
    v = item = None
print(len(group), isinstance(group, MutableSet), isinstance(group, Set))
try:
    group.remove(Thing('absent'))
except KeyError:
    print('KeyError')
group.clear()
print(len(group), group)

f = weakref.finalize(x, print, 'x is gone', sep='')
g = weakref.finalize(z, print, 'z at the end')
h = weakref.finalize(z, print, 'never')
print(f.alive, f.peek()[0] is x, f.peek()[2:], h.detach()[2:], h.alive, g.atexit)
values = keys = group = None
del x
print(f.alive, f(), f.peek(), f.detach())
early = Thing('early')
k = weakref.finalize(early, lambda: 'result')
print(k(), k(), k.alive)


@atexit.register
def goodbye():
    print('goodbye')


def told(*args, **kwargs):
    print('atexit', args, kwargs)


atexit.register(told, 1, 2, key='word')
print(atexit.register(told) is told)
atexit.unregister(told)
atexit.register(told, 'last registered, first called')
atexit.register(lambda: 1 / 0)
try:
    atexit.register(3)
except TypeError as error:
    print(error)
print('main is over')
