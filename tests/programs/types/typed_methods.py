# Methods that types resolve: overridden, patched, shadowed by instances, unbound, through super.
class A:
    kind = "a"
    count = 0
    def __init__(self, x):
        self.x = x
    def m(self, y):
        return self.x + y
    def name(self):
        return self.kind
    def twice(self, y):
        return self.m(y) + self.m(y)
class B(A):
    def m(self, y):
        return super().m(y) * 10
class C(B):
    kind = "c"
    def __init__(self, x, z):
        super().__init__(x)
        self.z = z
def use(o, v):
    return o.m(v), o.name(), o.twice(v)
print(use(A(1), 2), use(B(1), 2), use(C(1, 5), 2), use(A("s"), "t"))
a = A(3)
a.kind = "shadow"
print(a.name(), A.kind, A(1).kind)
A.kind = 5
print(A(1).name(), a.name(), C(1, 2).name())
A.count += 1
a.count += 5
print(A.count, a.count, B(1).count)
def patched(self, y):
    return "patched", y
A.m = patched
print(use(A(1), 2), A(1).m(3))
try:
    B(1).m(2)
except TypeError as e:
    print(e)
b = A(1)
b.twice = lambda y: ("own", y)
print(b.twice(4), A.twice(b, "q"))
print(A.name(a), A.m(7, 8))
f = A(1).name
print(f())
try:
    print(a.missing)
except AttributeError as e:
    print(e)
del a.kind
print(a.name())
try:
    del a.kind
except AttributeError as e:
    print(e)
class P:
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v * 2
    @v.setter
    def v(self, n): self._v = n
    @staticmethod
    def s(a): return a + 1
    @classmethod
    def c(cls, a): return cls, a
p = P()
print(p.v, p.s(1), p.c(2)[1], P.s(5)); p.v = 10; print(p.v)
class M1:
    def who(self): return "M1"
    def only1(self): return 1.5
class M2:
    def who(self): return "M2"
    def only2(self): return self.who()
class MM(M1, M2): pass
class MN(M2, M1): pass
for k in (MM(), MN()):
    print(k.who(), k.only1(), k.only2())
m = MM()
print(m.who(), m.only1() * 2, m.only2(), MN().only2())
