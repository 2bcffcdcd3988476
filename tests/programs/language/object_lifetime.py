# __del__ and reference counts: when objects die, in what order; reassignment, del, scopes.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def scope():
    a = Noisy("local a")
    b = Noisy("local b")
    print("in scope")
    return b.name


print(scope())
x = Noisy("first")
x = Noisy("second")
print("rebound")
y = x
del x
print("one name is left")
del y
print("gone")
items = [Noisy("i0"), Noisy("i1"), Noisy("i2")]
items.pop(1)
print("popped")
items[0] = None
print("overwritten")
items.clear()
print("cleared")
d = {"k": Noisy("value")}
d["k"] = 5
print("dict value replaced")
Noisy("temporary")
print("after the temporary")
print(Noisy("in expression").name)


def consume(thing):
    print("consume", thing.name)


consume(Noisy("argument"))
print("after the call")


def returned():
    return Noisy("returned")


returned()
kept = returned()
print("kept", kept.name)
kept = None


for n in [Noisy("loop 0"), Noisy("loop 1")]:
    print("loop body", n.name)
print("after the loop")
del n


def generator():
    g = Noisy("in generator")
    yield 1
    yield 2


gen = generator()
print(next(gen))
del gen
print("generator dropped")
f = (lambda n: lambda: n.name)(Noisy("closed over"))
print(f())
f = None
print("closure dropped")


class Owner:
    def __init__(self):
        self.part = Noisy("part")

    def __del__(self):
        print("del owner")


owner = Owner()
owner = None
print("owner gone")
first, *rest = Noisy("u0"), Noisy("u1"), Noisy("u2")
first = rest = None
print("unpacked ones gone")


class Context:
    def __enter__(self):
        self.held = Noisy("held")
        return self

    def __exit__(self, *info):
        self.held = None
        print("exit")


with Context():
    print("with body")
print("end")
