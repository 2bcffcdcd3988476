"""A reference that holds what it refers to: its callback is not called, both end together."""
import weakref
called = []
class MyRef(weakref.ref):
    pass
class C:
    pass
def one():
    o = C()
    r1 = MyRef(o, called.append)
    r1.o = o
    del o
    del r1
    print(len(called))
def two():
    o = C()
    r1 = MyRef(o, called.append)
    r2 = MyRef(o, called.append)
    r1.r = r2
    r2.o = o
    del o
    del r2
    del r1
    print(len(called))
for i in range(50):
    one(); two()
