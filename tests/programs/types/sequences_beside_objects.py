"""Sequences beside objects whose operators answer NotImplemented: which TypeError it is."""
class N:
    def __mul__(self, o): return NotImplemented
    __rmul__ = __radd__ = __add__ = __mul__


for a in ("s", b"b", bytearray(b"x"), [1], (1,), range(3), {1}, 5, None):
    o = N()
    for op in ("*", "+", "-"):
        for x, y in ((a, o), (o, a)):
            try:
                r = x * y if op == "*" else x + y if op == "+" else x - y
                print(op, r)
            except TypeError as e: print(op, e)
            try:
                z = x
                if op == "*": z *= y
                elif op == "+": z += y
                else: z -= y
                print(op, "in place", z)
            except TypeError as e: print(op, "in place", e)
