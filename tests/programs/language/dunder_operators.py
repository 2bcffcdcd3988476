# Operator methods: arithmetic, reflected, in-place, comparison, unary, NotImplemented, conversions.
class Vec:
    def __init__(self, *xs):
        self.xs = tuple(xs)

    def __repr__(self):
        return "Vec" + str(self.xs)

    def __add__(self, other):
        if isinstance(other, Vec):
            return Vec(*(a + b for a, b in zip(self.xs, other.xs)))
        return NotImplemented

    def __radd__(self, other):
        if other == 0:
            return self
        return NotImplemented

    def __sub__(self, other):
        return Vec(*(a - b for a, b in zip(self.xs, other.xs)))

    def __mul__(self, other):
        if isinstance(other, Vec):
            return sum(a * b for a, b in zip(self.xs, other.xs))
        return Vec(*(a * other for a in self.xs))

    __rmul__ = __mul__

    def __truediv__(self, k):
        return Vec(*(a / k for a in self.xs))

    def __floordiv__(self, k):
        return Vec(*(a // k for a in self.xs))

    def __mod__(self, k):
        return Vec(*(a % k for a in self.xs))

    def __pow__(self, k):
        return Vec(*(a ** k for a in self.xs))

    def __matmul__(self, other):
        return f"{self} @ {other}"

    def __neg__(self):
        return Vec(*(-a for a in self.xs))

    def __pos__(self):
        return self

    def __invert__(self):
        return Vec(*self.xs[::-1])

    def __abs__(self):
        return sum(a * a for a in self.xs) ** 0.5

    def __bool__(self):
        return any(self.xs)

    def __len__(self):
        return len(self.xs)

    def __getitem__(self, i):
        return self.xs[i]

    def __iter__(self):
        return iter(self.xs)

    def __contains__(self, x):
        return x in self.xs

    def __eq__(self, other):
        return isinstance(other, Vec) and self.xs == other.xs

    def __lt__(self, other):
        return abs(self) < abs(other)

    def __call__(self, *args, **kwargs):
        return (args, kwargs)

    def __divmod__(self, k):
        return (self // k, self % k)

    def __round__(self, n=0):
        return Vec(*(round(a, n) for a in self.xs))


a, b = Vec(1, 2), Vec(3, 4)
print(a + b, a - b, a * b, a * 3, 3 * a, b / 2, b // 2, b % 2, a ** 2, a @ b)
print(-a, +a, ~a, abs(b), bool(a), bool(Vec(0, 0)), not a, len(a), a[0], a[-1], a[0:1])
print(list(a), 2 in a, 9 in a, a == Vec(1, 2), a != b, a < b, a > b, max(a, b), sorted([b, a]))
print(a(1, k=2), divmod(b, 3), round(Vec(1.234, 5.678), 1), sum([a, b]), [*a, *b], tuple(b))
x, y = b
print(x, y, dict(zip("xy", b)), any(a), all(Vec(1, 0)), list(map(abs, Vec(-1, 2))))
c = a
c += b
print(c, a)


class Log:
    def __init__(self, name):
        self.name = name

    def __and__(self, o):
        return f"{self.name} and {o}"

    def __or__(self, o):
        return f"{self.name} or {o}"

    def __xor__(self, o):
        return f"{self.name} xor {o}"

    def __lshift__(self, o):
        return f"{self.name} << {o}"

    def __rshift__(self, o):
        return f"{self.name} >> {o}"

    def __rsub__(self, o):
        return f"{o} rsub {self.name}"

    def __rtruediv__(self, o):
        return f"{o} rdiv {self.name}"

    def __rpow__(self, o):
        return f"{o} rpow {self.name}"

    def __ror__(self, o):
        return f"{o} ror {self.name}"

    def __le__(self, o):
        return f"{self.name} <= {o}"

    def __ge__(self, o):
        return f"{self.name} >= {o}"

    def __ne__(self, o):
        return f"{self.name} != {o}"

    def __eq__(self, o):
        return f"{self.name} == {o}"

    def __ior__(self, o):
        self.name += f"|{o}"
        return self

    def __index__(self):
        return 2

    def __int__(self):
        return 77

    def __float__(self):
        return 7.5


log = Log("L")
print(log & 1, log | 2, log ^ 3, log << 4, log >> 5, sep="; ")
print(10 - log, 10 / log, 2 ** log, [1] | log, sep="; ")
print(log <= 1, log >= 2, log != 3, log == 4, 5 <= log, 6 == log, sep="; ")
log |= "x"
print(log.name, [10, 20, 30][log], "abcdef"[log:], list(range(log)), int(log), float(log), hex(log),
      bin(log))


class Up:
    def __add__(self, other):
        print("Up.__add__")
        return NotImplemented

    def __radd__(self, other):
        print("Up.__radd__")
        return "radd"


class Sub(Up):
    def __radd__(self, other):
        print("Sub.__radd__ first")
        return "sub"


print(Up() + Sub(), 1 + Up())
for label, action in [
    ("Vec + 1", lambda: a + 1),
    ("1 + Vec", lambda: 1 + a),
    ("Up + Up", lambda: Up() + Up()),
    ("Vec & Vec", lambda: a & b),
    ("Vec <= Vec", lambda: a <= b),
    ("hash", lambda: hash(a)),
    ("Vec << 1", lambda: a << 1),
]:
    try:
        print(label, action())
    except TypeError as error:
        print(label, "->", error)
