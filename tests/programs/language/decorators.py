# Decorators: plain, with arguments, stacked, on methods and classes, class-based.
import functools


def traced(function):
    def wrapper(*args, **kwargs):
        print("call", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("return", result)
        return result
    return wrapper


@traced
def add(a, b=2):
    return a + b


print(add(1), add(1, b=5), add.__name__)


def repeat(times):
    print("making repeat", times)

    def decorate(function):
        print("decorating", function.__name__)

        @functools.wraps(function)
        def wrapper(*args):
            return [function(*args) for _ in range(times)]
        return wrapper
    return decorate


@repeat(3)
def hello(name):
    """Says hello."""
    return f"hello {name}"


print(hello("x"), hello.__name__, hello.__doc__, hello.__wrapped__("y"))


def mark(label):
    def decorate(function):
        print("apply", label)

        def wrapper(*args):
            print("enter", label)
            result = function(*args)
            print("leave", label)
            return f"<{label}>{result}</{label}>"
        return wrapper
    return decorate


@mark("outer")
@mark("middle")
@mark("inner")
def text():
    return "text"


print(text())


class CountCalls:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@CountCalls
def square(x):
    return x * x


print([square(i) for i in range(4)], square.calls)


class Math:
    @traced
    def twice(self, x):
        return x * 2

    @staticmethod
    @traced
    def thrice(x):
        return x * 3

    @classmethod
    def name(cls):
        return cls.__name__


Math.__repr__ = lambda self: "Math()"
print(Math().twice(4), Math.thrice(2), Math.name())


def memoize(function):
    cache = {}

    @functools.wraps(function)
    def wrapper(*args):
        if args not in cache:
            cache[args] = function(*args)
        return cache[args]
    wrapper.cache = cache
    return wrapper


@memoize
def ways(n):
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


print(ways(80), len(ways.cache))


def add_repr(cls):
    def __repr__(self):
        fields = ", ".join(f"{k}={v!r}" for k, v in self.__dict__.items())
        return f"{cls.__name__}({fields})"
    cls.__repr__ = __repr__
    return cls


def singleton(cls):
    made = {}

    def get(*args, **kwargs):
        if cls not in made:
            made[cls] = cls(*args, **kwargs)
        return made[cls]
    return get


@add_repr
class User:
    def __init__(self, name, age):
        self.name, self.age = name, age


@singleton
class Config:
    def __init__(self, value=0):
        self.value = value


print(User("ann", 30), Config(5) is Config(6), Config().value)


def validate(**types):
    def decorate(function):
        def wrapper(**kwargs):
            for name, kind in types.items():
                if not isinstance(kwargs.get(name), kind):
                    raise TypeError(f"{name} must be {kind.__name__}, got {type(kwargs.get(name)).__name__}")
            return function(**kwargs)
        return wrapper
    return decorate


@validate(name=str, age=int)
def register(name, age):
    return f"{name}:{age}"


print(register(name="a", age=1))
try:
    register(name="a", age="1")
except TypeError as error:
    print(error)

registry = {}


def register_as(name):
    return lambda f: registry.setdefault(name, f)


@register_as("one")
def f1():
    return 1


@(lambda f: f)
def same():
    return "same"


@[traced][0]
def indexed():
    return "indexed"


print(registry["one"](), same(), indexed())


def replace_with_value(function):
    return function()


@replace_with_value
def constant():
    return 42


print(constant)
try:
    @5
    def broken():
        pass
except TypeError as error:
    print(error)
