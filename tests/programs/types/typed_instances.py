# Instances known by type: classes from functions, bound twice, called from everywhere, ducks among them.
def make(n):
    class K:
        step = n
        def __init__(self): self.v = 0
        def go(self):
            self.v += self.step
            return self.v
        def closure(self): return n
    return K
K1, K2 = make(1), make(2.5)
x, y = K1(), K2()
print(x.go(), x.go(), y.go(), y.closure(), type(x) is type(y))
class Node:
    def __init__(self, value, nxt=None):
        self.value = value
        self.next = nxt
    def total(self):
        t = 0
        n = self
        while n is not None:
            t += n.value
            n = n.next
        return t
print(Node(1, Node(2.5, Node(3))).total())
if len("x") > 0:
    class Q:
        def f(self): return "first"
else:
    class Q:
        def f(self): return "second"
print(Q().f())
class R:
    def f(self): return 1
R0 = R
class R:
    def f(self): return 2.5
print(R().f() + 1, R0().f() + 1)
class V:
    def __init__(self, x, y): self.x = x; self.y = y
    def __add__(self, o): return V(self.x + o.x, self.y + o.y)
    def __eq__(self, o): return isinstance(o, V) and self.x == o.x
    def __hash__(self): return hash(self.x)
    def __repr__(self): return f"V({self.x}, {self.y})"
    def scale(self, k): return type(self)(self.x * k, self.y * k)
    def dot(self, o): return self.x * o.x + self.y * o.y
print(V(1, 2) + V(3, 4.5), V(1, 0) == V(1, 9), V(1, 0) == 3, V(1.5, 2).scale(2), V(1, 2).dot(V(3, 4)))
class W(V):
    def dot(self, o): return "w"
print(W(1, 2).scale(3).dot(1), {V(1, 2): "a"}[V(1, 3)])
def apply(g, *a): return g(*a)
print(apply(V.dot, V(1, 2), V(3, 4)), apply(V, "a", "b"), apply(V(2, 2).dot, V(1, 1)))
class Duck: x = 10; y = 20
print(V.dot(Duck(), Duck()), V.scale.__name__)
class Acc:
    def __init__(self): self.items = []; self.total = 0.0; self.n = 0
    def add(self, v):
        self.items.append(v)
        self.total += v
        self.n += 1
        return self
    def mean(self): return self.total / self.n if self.n else None
a = Acc()
for v in [1.5, 2.5, 3]: a.add(v)
print(a.mean(), a.items, a.n, Acc().mean(), a.add(2**70).total, a.total)
a.items.append("str")
print(a.items[-1], len(a.items))
def poke(o): o.items.append(None); o.total = "text"
poke(a)
print(a.items[-1], a.total)
class S:
    __slots__ = ("a", "b")
    def __init__(self): self.a = 1
    def inc(self): self.a += 1; return self.a
s = S(); s.inc(); print(s.inc())
try: s.b
except AttributeError as e: print(e)
try: s.c = 1
except AttributeError as e: print(e)
class Call:
    def __call__(self, x): return x * 2
    def __getitem__(self, i): return i
    def __len__(self): return 3
    def __iter__(self): return iter([1, 2])
    def __contains__(self, x): return x == 5
    def __bool__(self): return False
c = Call()
print(c(4), c[7], len(c), list(c), 5 in c, bool(c), "T" if c else "F")
class Ctx:
    def __enter__(self): return self
    def __exit__(self, *a): return True
with Ctx() as q: raise ValueError
def default(self, n=3, *, k=4.5): return n, k
class D:
    def m(self, n=3, *, k=4.5): return n, k
    def st(self, *args, **kw): return args, kw
d = D()
print(d.m(), d.m(1), d.m(n=2, k=1), d.m(k="z"), d.st(1, a=2))
try: d.m(1, 2)
except TypeError as e: print(e)
try: D.m()
except TypeError as e: print(e)
try: V(1)
except TypeError as e: print(e)
