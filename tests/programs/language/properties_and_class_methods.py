# property with setter and deleter, classmethod, staticmethod, alternative constructors, __slots__.
class Temperature:
    scale = "C"

    def __init__(self, celsius=0.0):
        self.celsius = celsius

    @property
    def celsius(self):
        """Degrees Celsius."""
        return self._celsius

    @celsius.setter
    def celsius(self, value):
        if value < -273.15:
            raise ValueError(f"too cold: {value}")
        self._celsius = value

    @celsius.deleter
    def celsius(self):
        print("reset")
        self._celsius = 0.0

    @property
    def fahrenheit(self):
        return self.celsius * 9 / 5 + 32

    @fahrenheit.setter
    def fahrenheit(self, value):
        self.celsius = (value - 32) * 5 / 9

    @classmethod
    def from_fahrenheit(cls, value):
        made = cls()
        made.fahrenheit = value
        return made

    @staticmethod
    def boiling(scale="C"):
        return {"C": 100, "F": 212}.get(scale)

    @classmethod
    def describe(cls):
        return f"{cls.__name__} in {cls.scale}"


class Kelvin(Temperature):
    scale = "K"

    @property
    def kelvin(self):
        return self.celsius + 273.15

    @property
    def celsius(self):
        return round(super().celsius, 1)

    @celsius.setter
    def celsius(self, value):
        Temperature.celsius.fset(self, value)


t = Temperature(25)
print(t.celsius, t.fahrenheit)
t.celsius = 30
t.celsius += 5
print(t.celsius)
t.fahrenheit = 212
print(t.celsius, t.fahrenheit)
del t.celsius
print(t.celsius, Temperature.celsius.__doc__)
try:
    t.celsius = -300
except ValueError as error:
    print(error)
print(Temperature.from_fahrenheit(32).celsius, Temperature.boiling(), t.boiling("F"), t.describe())
k = Kelvin.from_fahrenheit(100)
print(type(k).__name__, k.kelvin, k.celsius, Kelvin.describe(), k.describe(), Kelvin.boiling())


class ReadOnly:
    def __init__(self, value):
        self._value = value

    @property
    def value(self):
        return self._value

    @property
    def broken(self):
        return self.missing


r = ReadOnly(5)
for label, action in [
    ("set", lambda: setattr(r, "value", 6)),
    ("delete", lambda: delattr(r, "value")),
    ("broken", lambda: r.broken),
    ("default", lambda: getattr(r, "broken", "default used")),
]:
    try:
        print(label, action())
    except AttributeError as error:
        print(label, "->", error)
print(r.value, ReadOnly.value.fget(r), type(ReadOnly.value).__name__, hasattr(r, "broken"))


class Registry:
    known = {}

    @classmethod
    def register(cls, name):
        def decorate(target):
            cls.known[name] = target
            return target
        return decorate

    @classmethod
    def make(cls, name, *args):
        return cls.known[name](*args)


@Registry.register("pair")
class Pair:
    def __init__(self, *items):
        self.items = items


@Registry.register("double")
def double(x):
    return x * 2


print(Registry.make("pair", 1, 2).items, Registry.make("double", 4), sorted(Registry.known))


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a


s = Slotted(1)
print(s.a, hasattr(s, "b"), hasattr(s, "__dict__"))
try:
    s.c = 3
except AttributeError as error:
    print(error)
try:
    s.b
except AttributeError as error:
    print(error)
s.b = 2
print(s.a + s.b)


class Lazy:
    def __init__(self):
        self.computed = 0

    @property
    def value(self):
        if not hasattr(self, "_cache"):
            self.computed += 1
            self._cache = [1, 2, 3]
        return self._cache


lazy = Lazy()
print(lazy.value, lazy.value is lazy.value, lazy.computed)


class Celsius:
    def __init__(self):
        self.readings = []

    def _get(self):
        return self.readings[-1]

    def _set(self, value):
        self.readings.append(value)

    latest = property(_get, _set, doc="the latest reading")


c = Celsius()
c.latest = 1
c.latest = 2
print(c.latest, c.readings, Celsius.latest.__doc__)
