"""Classes whose bases are found through modules, variables and containers: overridden methods are called."""
import asyncio
import _bases
from _bases import Base as B2
class A(_bases.Base):
    def go(self): return "A"
class C(_bases.Base):
    def go(self): return "C"
    async def ago(self): return "aC"
class D(_bases.Other):
    def go(self): return "D"
class E(B2):
    def go(self): return "E"
class F(_bases.Alias):
    def go(self): return "F"
print([x().run() for x in (A, C, D, E, F, _bases.Base  )])
print([asyncio.run(x().arun()) for x in (A, C, D, E)])
bases = (_bases.Other,)
class G(*bases):
    def go(self): return "G"
print(G().run())
class H(_bases.Other if A else object):
    def go(self): return "H"
print(H().run())


def make(module):
    class X(module.Base):
        def go(self): return "X"
    return X


print(make(_bases)().run(), _bases.Base().run())
table = {"b": _bases.Other}


class Y(table["b"]):
    def go(self): return "Y"


print(Y().run())
