# The attributes of an instance as a dict, in the order in which they were set.


class First:
    def __init__(self):
        self.a = 1
        self.b = 2

    def more(self):
        self.c = 3


class Second(First):
    def __init__(self):
        self.z = 0
        super().__init__()


f, s = First(), Second()
f.more()
print(vars(f), vars(s))
vars(f)["a"] = 10
f.b += 1
vars(f)["d"] = 4
print(f.a, f.b, f.d, vars(f))
del f.a
print(f.__dict__, hasattr(f, "a"))
s.__dict__ = {"a": "new"}
s.more()
print(s.a, s.c, s.__dict__)
