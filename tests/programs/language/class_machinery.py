# Class machinery: __init_subclass__, __new__, metaclasses, descriptors, __set_name__.
class Plugin:
    registry = {}

    def __init_subclass__(cls, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Plugin.registry[key or cls.__name__.lower()] = cls


class Csv(Plugin):
    pass


class Json(Plugin, key="js"):
    pass


print(sorted(Plugin.registry), Plugin.registry["js"] is Json)


class Singleton:
    _instance = None

    def __new__(cls, *args):
        print("new", args)
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self, value):
        print("init", value)
        self.value = value


a, b = Singleton(1), Singleton(2)
print(a is b, a.value)


class Even(int):
    def __new__(cls, n):
        return super().__new__(cls, n - n % 2)


class Other:
    def __new__(cls):
        return "not an instance"

    def __init__(self):
        print("never called")


print(Even(7), Even(4) + 1, type(Even(3)).__name__, Other())


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name
        print("named", owner.__name__, name)

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name, 0)

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError(f"{self.name[1:]} must be positive")
        setattr(obj, self.name, value)


class Item:
    price = Positive()
    count = Positive()

    def __init__(self, price, count):
        self.price, self.count = price, count

    @property
    def total(self):
        return self.price * self.count


item = Item(5, 3)
item.count += 1
print(item.total, item.__dict__, type(Item.price).__name__)
try:
    item.price = -1
except ValueError as error:
    print(error)


class Computed:
    """A descriptor without __set__: the instance's own attribute hides it."""

    def __init__(self, function):
        self.function = function

    def __get__(self, obj, owner):
        if obj is None:
            return self
        value = obj.__dict__[self.function.__name__] = self.function(obj)
        return value


class Lazy:
    @Computed
    def answer(self):
        print("computing")
        return 42


lazy = Lazy()
print(lazy.answer, lazy.answer)


class Meta(type):
    def __new__(mcls, name, bases, namespace, **options):
        cls = super().__new__(mcls, name, bases, namespace)
        cls.fields = [k for k, v in namespace.items() if isinstance(v, int)]
        cls.options = options
        return cls

    def __init__(cls, name, bases, namespace, **options):
        super().__init__(name, bases, namespace)

    def __call__(cls, *args):
        made = super().__call__(*args)
        made.made_by = "Meta"
        return made

    def __len__(cls):
        return len(cls.fields)

    def __getitem__(cls, key):
        return f"{cls.__name__}[{key}]"

    def __contains__(cls, x):
        return x in cls.fields


class Model(metaclass=Meta, table="models"):
    a = 1
    b = 2
    c = "not an int"


print(Model.fields, Model.options, Model().made_by, len(Model), Model["key"], "a" in Model,
      type(Model).__name__)


class Child(Model):
    d = 4


print(Child.fields, isinstance(Child, Meta), Child.a, Child.options)
Made = type("Made", (Item,), {"label": "made", "show": lambda self: f"{self.label} {self.total}"})
print(Made(2, 3).show(), Made.__mro__[1].__name__, Made.__name__, Made.__qualname__)


class Box:
    def __class_getitem__(cls, item):
        return f"Box of {item.__name__}"

    class Inner:
        def where(self):
            return type(self).__qualname__


print(Box[int], Box.Inner().where(), Box.Inner.__qualname__, Box.__module__)


class Wrapper:
    def __init__(self, wrapped):
        self._wrapped = wrapped

    def __getattr__(self, name):
        print("forwarding", name)
        return getattr(self._wrapped, name)

    def __dir__(self):
        return ["a", "b"]


w = Wrapper([3, 1, 2])
w.sort()
print(w.index(3), w._wrapped, dir(w))
w.__class__ = Box
print(type(w).__name__)


class Guarded:
    def __getattribute__(self, name):
        if name == "secret":
            raise AttributeError("no secrets")
        return object.__getattribute__(self, name)


g = Guarded()
g.secret, g.open = 1, 2
print(g.open, hasattr(g, "secret"))
