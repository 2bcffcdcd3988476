"""__prepare__: class bodies that find and put their names in a mapping of the metaclass's making."""
import collections


class Counting(dict):
    def __init__(self):
        super().__init__()
        self.next_value = 0

    def __missing__(self, key):
        if key.startswith('__'):
            raise KeyError(key)
        self[key] = value = self.next_value
        self.next_value += 1
        return value


class AutoConst(type):
    def __prepare__(name, bases, **keywords):
        return Counting()


class Flavours(metaclass=AutoConst):
    vanilla
    coconut
    coconut
    pistachio
    top = pistachio * 10


print(Flavours.vanilla, Flavours.coconut, Flavours.pistachio, Flavours.top)


class More(Flavours):
    banana
    both = banana, coconut


print(More.banana, More.both, More.coconut)


class Nosy(collections.UserDict):
    def __setitem__(self, key, value):
        if not key.startswith('__'):
            print('set', key, type(value).__name__)
        super().__setitem__(key, value)


class Watching(type):
    @classmethod
    def __prepare__(meta, name, bases):
        print('prepare', meta.__name__, name, bases)
        return Nosy()

    def __new__(meta, name, bases, namespace):
        return super().__new__(meta, name, bases, namespace.data)


class Watched(metaclass=Watching):
    x = 1
    y = x + 1
    x += 5

    def method(self):
        return __class__.__name__, super().__repr__() is not None


print(Watched.x, Watched.y, Watched().method())


class Fields(type):
    """Gives a class body functions of its own."""

    @classmethod
    def __prepare__(meta, name, bases):
        order = []

        def field(kind):
            order.append(kind)
            return len(order), kind

        return {'field': field, 'order': order}


class Form(metaclass=Fields):
    name = field(str)
    age = field(int)


print(Form.name, Form.age, Form.order)
try:
    class Unknown(metaclass=AutoConst):
        __dunder__
except NameError as error:
    print(error)
