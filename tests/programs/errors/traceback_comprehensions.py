# Comprehensions are calls of their own in tracebacks.
import traceback, sys
def g(x): return 10 // x
def gen():
    yield 1
    raise ValueError("gen")
def show(f):
    try: f()
    except Exception: traceback.print_exc(file=sys.stdout)
def a(): return [g(x) for x in [1, 0]]
def b(): return {k: g(v) for k, v in {"a": 0}.items()}
def c(): return [x for x in gen()]
def d(): return [[g(y) for y in [x]] for x in [0]]
def e(): return [x for x in g(0)]
def f(): return [x for x in [1] if g(0)]
def h(): return {x for x in [[]]}
def i(): return [x for x in 5]
def j(): return [z for y in [[1], 3] for z in y]
def k(): return sum(g(x) for x in [0])
def l(): return [1 // x
                 for x in
                 [1, 0]]
def m(): return [(a, b) for a, b in [(1, 2), 3]]
def n(): return [undefined for q in [1]]
def o(): return [w.foo for w in [1]]
class K:
    def meth(self): return [self.bad(x) for x in range(2)]
    def bad(self, x): raise KeyError(x)
for fn in (a, b, c, d, e, f, h, i, j, k, l, m, n, o, K().meth): show(fn)
print([lambda: 0 for _ in [1]][0].__qualname__, (lambda: [lambda: 0 for _ in [1]][0])().__qualname__)
class Q:
    v = [lambda: 1 for _ in [1]]
print(Q.v[0].__qualname__)
try: x = [int(t) for t in "1 a".split()]
except ValueError as err:
    tb = err.__traceback__
    while tb: print(tb.tb_frame.f_code.co_name, tb.tb_lineno); tb = tb.tb_next
import asyncio
async def co(x):
    await asyncio.sleep(0)
    return 1 // x
async def main():
    return [await co(x) for x in [1, 0]]
try: asyncio.run(main())
except ZeroDivisionError as err:
    print([f.name for f in traceback.extract_tb(err.__traceback__) if "asyncio" not in f.filename])

