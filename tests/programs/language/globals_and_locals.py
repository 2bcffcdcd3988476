# globals(), locals(), and vars() and dir() without an argument: of modules, functions, classes, coroutines.
import math
import json as js
X = 1
Y = [1, 2]
def handler_a(v): return ("a", v)
def handler_b(v): return ("b", v)
class Thing: pass
def dispatch(name, v):
    fn = globals().get("handler_" + name)
    if fn is None: return f"no {name}"
    return fn(v)
print(dispatch("a", 1), dispatch("b", 2), dispatch("z", 3))
print(globals()["X"], "Y" in globals(), "ZZ" in globals(), globals()["Thing"].__name__, globals()["math"].pi)
globals()["X"] = 5
print(X)
globals()["NEW"] = "new"
print(NEW)
globals().update(X=6, Q=7)
print(X, Q, globals()["Q"])
print([k for k in globals() if not k.startswith("_")])
print(sorted(n for n, v in globals().items() if callable(v) and n.startswith("handler")))
def f(a, b=2, *args, c=3, **kw):
    x = a + b
    if a > 100: y = 1
    for i in range(2): pass
    return locals()
print(f(1), f(1, 2, 3, c=4, d=5))
def g(a):
    b = 2
    def inner(): return a + b
    c = 3
    return locals().keys(), inner
ks, inner = g(1)
print(list(ks))
def outer():
    p = 1; q = 2
    def inner():
        z = p
        return sorted(locals())
    return inner()
print(outer())
class K:
    a = 1
    b = a + 1
    names = sorted(k for k in locals() if not k.startswith("__"))
    for n in ("p", "q"): locals()[n] = n * 2
    def m(self):
        v = 1
        return "{v} {self.a}".format(**locals())
print(K.names, K.p, K.q, K().m())
print("%(X)s %(Q)d" % globals(), "{NEW}".format_map(globals()))
def tmpl(name, n):
    greeting = "hi"
    return "{greeting} {name} {n}".format(**locals()), vars(), dir()
print(tmpl("bob", 2))
del X
print("X" in globals(), globals().get("X"), globals().pop("Q"), "Q" in globals())
try: X
except NameError as e: print(e)
print(__name__, globals()["__name__"], globals()["__doc__"], type(globals()), isinstance(globals(), dict))
async def co(a):
    b = a * 2
    return locals()
import asyncio
print(asyncio.run(co(4)))
def gen(n):
    k = n
    yield locals()
    k = 5
    yield dict(locals())
print(list(gen(1))[1])
print("dispatch" in dir(), "dispatch" in locals(), "dispatch" in vars(), len(globals()) > 10, dict(globals())["NEW"])
for _name in list(globals()):
    if _name.startswith("handler_"): print(_name, globals()[_name](0))
