# How deep calls go before RecursionError, and recursion through objects that are called and not functions.
import sys
n=0
def f():
    global n
    n+=1
    f()
try: f()
except RecursionError as e: print(n, e)
def g(k):
    try: return g(k+1)
    except RecursionError: return k
print(g(0))
class C:
    def __init__(self, k): self.k=k
    def m(self): return C(self.k+1).m()
try: C(0).m()
except RecursionError as e: print(e)
def fact(n): return n*fact(n-1)
try: fact(5)
except RecursionError as e: print(e)
def depth(n):
    try: return depth(n+1)
    except RecursionError: return n
print(depth(1))
print(sys.getrecursionlimit())
def fact(n): return 1 if n<2 else n*fact(n-1)
try: print(len(str(fact(990))))
except RecursionError as e: print(e)
try: print(len(str(fact(999))))
except RecursionError as e: print(e)
try: print(len(str(fact(998))))
except RecursionError as e: print(e)


class CallsItself:
    pass


CallsItself.__call__ = CallsItself()
try:
    CallsItself()()
except RecursionError as e:
    print(e)
