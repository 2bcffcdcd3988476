# One call of a method that meets objects of many types, and types that change in between.
from collections import deque


def push(container, item):
    container.append(item)
    return len(container)


def ask(thing):
    return thing.answer()


class Own:
    def __init__(self):
        self.items = []

    def append(self, item):
        self.items.append(('own', item))

    def __len__(self):
        return len(self.items)


class Listed(list):
    def append(self, item):
        super().append(('listed', item))


class Plain(list):
    pass


class A:
    def answer(self):
        return 'A'


class B(A):
    pass


for container in [], deque(maxlen=2), Own(), Listed(), Plain(), bytearray():
    print([push(container, item) for item in (1, 2, 3)], type(container).__name__)

a, b = A(), B()
print(ask(a), ask(b), ask(a))
a.answer = lambda: 'of the instance'
print(ask(a), ask(b))
A.answer = lambda self: 'changed'
print(ask(a), ask(b))
B.answer = staticmethod(lambda: 'static')
print(ask(b), ask(A()))
del B.answer
print(ask(b))
b.__dict__['answer'] = lambda: 'in the dict'
print(ask(b), ask(B()))
del A.answer
for thing in a, b, A(), B(), 5:
    try:
        print(ask(thing))
    except AttributeError as error:
        print(error)


def defaults(text):
    return text.split(), text.split(','), text.split(',', 1), text.strip(), text.encode()


for text in ' a,b,c ', 'd,e', ' a,b,c ':
    print(defaults(text))


def wrong(container):
    try:
        container.append()
    except TypeError as error:
        print(error)
    try:
        container.append(1, 2)
    except TypeError as error:
        print(error)


for container in [], deque(), Own(), []:
    wrong(container)


class Replacing:
    """A method that takes itself out of its class while it runs."""

    def answer(self):
        del Replacing.answer
        return 'last time'


replacing = Replacing()
print(ask(replacing))
try:
    ask(replacing)
except AttributeError as error:
    print(error)
