# Classes as in the first chapter about them: a dog, a counter, a bank account, a shape, composition.
class Dog:
    def __init__(self, name, age):
        self.name = name
        self.age = age

    def bark(self):
        print(self.name, "says woof")

    def birthday(self):
        self.age += 1
        return self.age


class Counter:
    def __init__(self):
        self.value = 0

    def increment(self, by=1):
        self.value += by

    def reset(self):
        self.value = 0


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError("insufficient funds")
        self.balance -= amount

    def __str__(self):
        return f"{self.owner}: {self.balance}"


class Shape:
    def area(self):
        return 0

    def describe(self):
        return f"{type(self).__name__} with area {self.area()}"


class Rectangle(Shape):
    def __init__(self, width, height):
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)


class Engine:
    def start(self):
        return "engine on"


class Car:
    def __init__(self):
        self.engine = Engine()
        self.log = []

    def drive(self):
        self.log.append(self.engine.start())
        self.log.append("driving")
        return self


rex = Dog("Rex", 3)
rex.bark()
print(rex.birthday(), rex.name)
c = Counter()
for _ in range(3):
    c.increment()
c.increment(10)
print(c.value)
c.reset()
print(c.value)
account = Account("Ann", 100)
account.deposit(50)
try:
    account.withdraw(500)
except ValueError as error:
    print("Error:", error)
account.withdraw(30)
print(account)
for shape in [Shape(), Rectangle(3, 4), Square(5)]:
    print(shape.describe(), isinstance(shape, Rectangle))
print(Car().drive().log)
