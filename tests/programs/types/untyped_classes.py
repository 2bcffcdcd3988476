# Classes that the program changes behind the back of types: __class__, setattr, __dict__, metaclasses.
class A:
    def m(self): return 1
class B:
    def m(self): return "b"
a = A()
a.__class__ = B
print(a.m())
class C:
    def m(self): return self.v
for n in ("v",): setattr(C, n, 9)
print(C().m())
setattr(C, "m", lambda self: "new")
print(C().m())
class D:
    def __getattr__(self, n): return n * 2
    def m(self): return self.zz
print(D().m(), D().q)
class E:
    def m(self): return "e"
e = E()
e.__dict__["m"] = lambda: "inst"
print(e.m(), vars(e)["m"]())
class Meta(type):
    def __call__(cls, *a): return 42
class F(metaclass=Meta):
    def m(self): return 1
print(F())
G = type("G", (A,), {"m": lambda self: "dyn"})
print(G().m(), getattr(G(), "m")())
class H:
    def __new__(cls): return 7
print(H())
