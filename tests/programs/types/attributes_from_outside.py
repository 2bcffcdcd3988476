# What other code does to instances and classes whose layout is known: descriptors put into a class
# later, attributes of instances that nobody expected, a dict asked for, methods replaced.


class A:
    def __init__(self):
        self.x = 1
        self.y = 2

    def get(self):
        return self.x

    def hello(self):
        return "hello"


a = A()
print(a.get())
A.x = property(lambda self: 42)
print(a.get())
try:
    a.x = 5
except AttributeError as e:
    print(type(e).__name__)
del A.x
print(a.get())
A.hello = lambda self: "replaced"
print(a.hello(), A().hello())


def tag(things):
    for t in things:
        t.mark = "marked"
        t.more = len(things)


b = A()
tag([a, b])
b.x += 10
print(a.mark, b.more, a.get(), b.get(), b.y)


class B:
    def __init__(self, v):
        self.v = v

    def bump(self):
        self.v += 1


objects = [B(1), B(2.5), B(2**62)]
for o in objects:
    o.bump()
    o.bump()
print([o.v for o in objects])


def change(thing, v):
    thing.v = v


for o in objects:
    change(o, "text")
print([o.v for o in objects])
try:
    objects[0].bump()
except TypeError as e:
    print(e)


def meets_the_headers_names(released, retained, dropped, o):
    for o in [o, o]:
        dropped = [o for o in released + [o]]
        retained = [dropped for dropped in [retained, dropped]]
    return released, retained, dropped, o


print(meets_the_headers_names(["r"], "k", "d", "o"))
