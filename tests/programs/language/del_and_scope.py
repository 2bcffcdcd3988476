# del of names, items, slices, attributes; global and nonlocal; UnboundLocalError and NameError.


def known(look_up):
    """Whether a name is bound: looking it up does not raise NameError."""
    try:
        look_up()
    except NameError:
        return False
    return True


a = 1
del a
try:
    print(a)
except NameError as error:
    print(error)

x, y, z = 1, 2, 3
del x, (y, z)
print(known(lambda: x), known(lambda: y))

items = list(range(10))
del items[0]
print(items)
del items[-1], items[0]
print(items)
del items[1:3]
print(items)
del items[::2]
print(items)
del items[:]
print(items)
d = {"a": 1, "b": 2, "c": 3}
del d["b"]
print(d)


class Thing:
    shared = "class"

    def __init__(self):
        self.own = 1


t = Thing()
t.shared = "mine"
print(t.shared)
del t.shared
print(t.shared)
del t.own
try:
    t.own
except AttributeError as error:
    print(error)
try:
    del t.own
except AttributeError as error:
    print("del:", error)
try:
    del d["zz"]
except KeyError as error:
    print("KeyError", error)
try:
    del items[0]
except IndexError as error:
    print(error)
try:
    del (1, 2)[0]
except TypeError as error:
    print(error)

counter = 0


def bump():
    global counter, created
    counter += 1
    created = counter * 100


bump()
bump()
print(counter, created)


def shadow():
    counter = "local"
    return counter


print(shadow(), counter)


def unbound():
    try:
        print(counter)
    except UnboundLocalError as error:
        print(error)
    counter = 5
    return counter


print(unbound())


def maybe(flag):
    if flag:
        value = 1
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


print(maybe(True), maybe(False))


def loop_unbound(seq):
    for item in seq:
        pass
    try:
        return item
    except UnboundLocalError as error:
        return str(error)


print(loop_unbound([1, 2]), loop_unbound([]))


def del_local():
    v = 1
    del v
    try:
        return v
    except UnboundLocalError as error:
        return str(error)


print(del_local())


def undefined():
    try:
        return not_defined_anywhere
    except NameError as error:
        return type(error).__name__ + ": " + str(error)


print(undefined())
try:
    raise ValueError("gone")
except ValueError as e:
    saved = e
print(repr(saved))
try:
    e
except NameError as error:
    print(error)


def late_global():
    return defined_later


defined_later = "yes"
print(late_global())


def outer():
    v = "outer"

    class Inner:
        v = "class"
        seen = v

        def method(self):
            return v

    return Inner.seen, Inner().method()


print(outer())

print([v for v in range(3)], known(lambda: v))
len = lambda x: "shadowed"
print(len([1]))
del len
print(len([1]))
