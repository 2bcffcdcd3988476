# obj.method(arguments): the method is looked up before the arguments are evaluated.
import functools


def noisy(value):
    print("evaluated", value)
    return value


class Base:
    def greet(self, *args, **kwargs):
        return "base", args, kwargs

    @staticmethod
    def still(*args):
        return "static", args

    @classmethod
    def made(cls, *args):
        return cls.__name__, args


class Talker(Base):
    def __init__(self):
        self.handler = lambda *args: ("first handler", args)

    def replace(self):
        self.handler = lambda *args: ("second handler", args)
        return "replaced"

    def shadow(self):
        self.greet = lambda *args: ("shadowed", args)
        return "shadow"

    @property
    def lazily(self):
        print("property read")
        return functools.partial(self.greet, "partial")

    def greet(self, *args, **kwargs):
        return "talker", args, kwargs, super().greet(noisy("super"), key=noisy("named"))

    def __getattr__(self, name):
        print("__getattr__", name)
        if name == "missing":
            raise AttributeError(name)
        return lambda *args, **kwargs: (name, args, kwargs)


class Slotted:
    __slots__ = ("run",)


def attempt(action):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


t = Talker()
attempt(lambda: t.handler(t.replace()))
attempt(lambda: t.handler(t.replace(), noisy(1)))
attempt(lambda: t.greet(t.shadow()))
attempt(lambda: t.greet(noisy("after")))
del t.greet
attempt(lambda: t.greet(noisy(1), *[noisy(2)], key=noisy(3)))
attempt(lambda: t.lazily(noisy(4)))
attempt(lambda: t.invented(noisy(5), key=noisy(6)))
attempt(lambda: t.missing(noisy("never")))
attempt(lambda: t.still(noisy(7)))
attempt(lambda: t.made(noisy(8)))
attempt(lambda: Talker.made(noisy(9)))
attempt(lambda: Talker.greet(t, noisy(10)))
attempt(lambda: None.append(noisy("never")))
attempt(lambda: [].push(noisy("never")))
attempt(lambda: "a".join(noisy(["x", "y"])))
attempt(lambda: str.upper(noisy("text")))
attempt(lambda: dict.fromkeys(noisy("ab"), noisy(0)))
attempt(lambda: (5).bit_length(noisy("argument")))
attempt(lambda: t.made.__name__.upper(noisy("argument")))

slotted = Slotted()
attempt(lambda: slotted.run(noisy("never")))
slotted.run = noisy
attempt(lambda: slotted.run(noisy("slot")))
attempt(lambda: slotted.run(second := noisy("walrus")) + second)

items = [1]
other = [2]
items.append((items := other)[0])
print(items, other)


def generator():
    received = []
    received.append((yield "go on"))
    received.extend([(yield "more")])
    yield received


g = generator()
print(next(g), g.send(1), g.send(2))
Base.greet = lambda self, *args, **kwargs: "changed"
attempt(lambda: Base().greet([noisy(i) for i in range(2)], end=noisy("end")))


def change():
    Base.greet = lambda self, *args: "changed again"
    return "argument"


base = Base()
attempt(lambda: base.greet(change()))
attempt(lambda: base.greet(1))
