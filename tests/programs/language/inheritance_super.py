# Inheritance: overriding, super in methods and __init__, multiple inheritance, C3 order.
class Animal:
    sound = "..."

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f"{self.name} says {self.sound}"

    def kind(self):
        return "animal"

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"


class Dog(Animal):
    sound = "woof"

    def __init__(self, name, tricks=()):
        super().__init__(name)
        self.tricks = list(tricks)

    def kind(self):
        return "dog < " + super().kind()


class Puppy(Dog):
    def speak(self):
        return super().speak().replace("woof", "yip")

    def kind(self):
        return "puppy < " + super().kind()


class Cat(Animal):
    sound = "meow"


for animal in (Animal("generic"), Dog("rex", ["sit"]), Puppy("bit"), Cat("tom")):
    print(animal, animal.speak(), animal.kind(), isinstance(animal, Dog), type(animal) is Dog)
print(issubclass(Puppy, Animal), issubclass(Cat, Dog), issubclass(Dog, Dog),
      issubclass(bool, (str, int)))
print(isinstance(Puppy("x"), (Cat, Dog)), Dog("a").tricks, Puppy("b", "xy").tricks,
      Cat.__base__.__name__)


class A:
    def who(self):
        return ["A"]


class B(A):
    def who(self):
        return ["B"] + super().who()


class C(A):
    def who(self):
        return ["C"] + super().who()


class D(B, C):
    def who(self):
        return ["D"] + super().who()


print(D().who(), [k.__name__ for k in D.__mro__], D.__bases__ == (B, C))
print(super(D, D()).who(), super(B, D()).who(), A.who(D()), B().who())


class Base:
    def __init__(self, **kwargs):
        self.extra = kwargs
        print("Base", sorted(kwargs))


class Left(Base):
    def __init__(self, left=None, **kwargs):
        print("Left", left)
        super().__init__(**kwargs)
        self.left = left


class Right(Base):
    def __init__(self, right=None, **kwargs):
        print("Right", right)
        super().__init__(**kwargs)
        self.right = right


class Both(Left, Right):
    pass


both = Both(left=1, right=2, other=3)
print(both.left, both.right, both.extra)


class Shape:
    def area(self):
        raise NotImplementedError(f"{type(self).__name__} has no area")

    def describe(self):
        return f"{type(self).__name__} of area {self.area():.2f}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3.14159265 * self.r * self.r


for shape in (Square(2), Circle(1), Shape()):
    try:
        print(shape.describe())
    except NotImplementedError as error:
        print("NotImplementedError", error)


class Counter:
    count = 0

    def bump(self):
        self.count += 1
        type(self).total = getattr(type(self), "total", 0) + 1


class SubCounter(Counter):
    pass


c, d = Counter(), SubCounter()
c.bump()
d.bump()
d.bump()
print(c.count, d.count, Counter.count, Counter.total, SubCounter.total)


class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def peek(self):
        return self[-1]


class Default(dict):
    def __missing__(self, key):
        return f"no {key}"


class Name(str):
    def shout(self):
        return self.upper() + "!"


class Meters(int):
    def __repr__(self):
        return f"{int(self)}m"


s = Stack([1, 2]).push(3)
print(s, s.peek(), len(s), s == [1, 2, 3], isinstance(s, list), s[::-1])
print(Default(a=1)["a"], Default()["b"], Name("bob").shout(), Name("x") == "x", Meters(5),
      Meters(5) + 1)
try:
    class Broken(A, B):
        pass
except TypeError as error:
    print(str(error).replace("\n", " "))
try:
    class FromInt(5):
        pass
except TypeError as error:
    print(error)
try:
    super(Dog, Cat("t")).speak()
except TypeError as error:
    print(error)
try:
    D().nope()
except AttributeError as error:
    print(error)
try:
    super(Puppy, Puppy("p")).nope
except AttributeError as error:
    print(error)
