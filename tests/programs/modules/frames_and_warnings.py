# Who called: frames of sys._getframe in functions, methods, generators and coroutines; lines of warnings.
# stderr: compare
import sys, warnings, asyncio, inspect, functools
def where(n=1):
    f = sys._getframe(n)
    return f.f_code.co_name, f.f_lineno
def a(): return b()
def b():
    return where()
print(a(), where(1))
def stack():
    out = []
    f = sys._getframe(1)
    while f:
        out.append((f.f_code.co_name, f.f_lineno)); f = f.f_back
    return out
class C:
    def m(self): return stack()
    @property
    def p(self): return stack()
    @staticmethod
    def s(): return stack()
    def __add__(self, o): return stack()
print(C().m(), C().p, C().s(), C() + 1)
def gen():
    yield stack()
    yield from gen2()
def gen2():
    yield stack()
print(list(gen()))
print((lambda: stack())())
async def leaf():
    r = stack()
    await asyncio.sleep(0)
    return r, stack()
async def mid(): return await leaf()
async def main():
    r = await mid()
    for x in r: print([y for y in x if y[0] not in ('run', 'run_until_complete', 'run_forever', '_run_once', '_run')])
asyncio.run(main())
def deprecated(f):
    @functools.wraps(f)
    def w(*args):
        warnings.warn(f"{f.__name__} is old", DeprecationWarning, stacklevel=2)
        return f(*args)
    return w
@deprecated
def old(x): return x
def use():
    return old(1) + old(2)
use()
for i in range(3): old(i)
warnings.warn("plain")
def lib():
    warnings.warn("lib", RuntimeWarning)
lib(); lib()
def deep(): warnings.warn("deep", stacklevel=9)
deep()
def err():
    try: 1/0
    except ZeroDivisionError: return stack()
print(err())
def tryit():
    try: err2()
    except ValueError: pass
    return stack()
def err2(): raise ValueError
print(tryit())
