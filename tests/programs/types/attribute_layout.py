# Instances whose class tells where their attributes stand: what is set late, deleted, missing,
# given by the class, overridden, added from outside, or set before the base's own.
import copy
import gc


class Point:
    dims = 2
    label = "point"

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def move(self, dx, dy):
        self.x += dx
        self.y += dy
        return self

    def forget(self):
        del self.y

    def name(self):
        self.label = self.label + "!"
        return self.label


class Point3(Point):
    def __init__(self, x, y, z):
        self.z = z
        super().__init__(x, y)
        self.w = None

    def move(self, dx, dy):
        self.z += 1
        return super().move(dx, dy)


def show(what, f):
    try:
        print(what, f())
    except Exception as e:
        print(what, type(e).__name__, e)


p = Point(1, 2)
q = Point3(10.5, 20, 30)
print(p.move(1, 1).x, p.y, p.dims, p.name(), p.name(), Point.label)
print(q.move(0.25, 1).x, q.y, q.z, q.w, q.name())
p.forget()
show("deleted", lambda: p.y)
show("deleted, added to", lambda: p.move(1, 1))
print(p.x)
p.y = "again"
print(p.y)
show("never set", lambda: Point(1, 2).z)


class Late:
    def __init__(self, full):
        if full:
            self.a = 1
        self.b = 2

    def a_or(self, other):
        try:
            return self.a
        except AttributeError as e:
            return (other, str(e))


print(Late(True).a_or(0), Late(False).a_or(0))


class Chain:
    def __init__(self, value):
        self.value = value
        self.next = None


def link(n):
    head = None
    for i in range(n):
        c = Chain(i)
        c.next = head
        head = c
    return head


def total(c):
    t = 0
    while c is not None:
        t += c.value
        c = c.next
    return t


chain = link(1000)
print(total(chain))
chain.value = 2**70
print(total(chain))
chain.next.next = chain
chain = None
print(gc.collect() >= 0)


class Typed:
    """Attributes of one type each: ints of a word, floats, bools."""

    def __init__(self):
        self.count = 0
        self.mean = 0.0
        self.on = False

    def add(self, v):
        self.count += 1
        self.mean += (v - self.mean) / self.count
        self.on = not self.on


t = Typed()
for v in range(10):
    t.add(v * 1.5)
kept = t.mean
t.add(100)
print(t.count, t.mean, kept, t.on)
u = copy.copy(t)
u.add(1)
print(t.count, u.count, t.mean == u.mean, u.on)
for name in ("count", "mean", "nothing"):
    print(name, getattr(u, name, "?"), hasattr(u, name))
print(sorted(n for n in dir(u) if not n.startswith("__")))


class Node:
    def __init__(self, key):
        self.key = key
        self.left = self.right = None

    def insert(self, key):
        if key < self.key:
            if self.left is None:
                self.left = Node(key)
            else:
                self.left.insert(key)
        elif self.right is None:
            self.right = Node(key)
        else:
            self.right.insert(key)

    def walk(self):
        if self.left is not None:
            yield from self.left.walk()
        yield self.key
        if self.right is not None:
            yield from self.right.walk()

    def depth(self):
        left = self.left.depth() if self.left else 0
        right = self.right.depth() if self.right else 0
        return 1 + max(left, right)

    def lowest(self):
        return self.left.lowest()


root = Node(50)
for k in (30, 70, 20, 40, 60, 80, 10):
    root.insert(k)
print(list(root.walk()), root.depth())
try:
    root.lowest()
except AttributeError as e:
    print(e)
show("attribute of None", lambda: root.left.left.left.left.key)
try:
    root.right.right.right.key = 5
except AttributeError as e:
    print(e)


class Wrong:
    def __init__(self, a, b=2, *, c=3):
        self.a, self.b, self.c = a, b, c


print(Wrong(1).b, Wrong(1, c=5).c, Wrong(b=7, a=8).a)
show("too few", lambda: Wrong())
show("too many", lambda: Wrong(1, 2, 3))
show("unknown", lambda: Wrong(1, d=4))


class Raises:
    def __init__(self, n):
        self.n = 10 // n


show("in __init__", lambda: Raises(0))
show("fine", lambda: Raises(3).n)


class Base:
    def __init__(self):
        self.kind = self.what()

    def what(self):
        return "base"


class Child(Base):
    kind2 = "class attribute"

    def what(self):
        return "child " + self.kind2


print(Base().kind, Child().kind)


class Prop(Base):
    @property
    def area(self):
        return self._area

    @area.setter
    def area(self, v):
        self._area = v * 2


pr = Prop()
pr.area = 4
print(pr.area, pr._area)
