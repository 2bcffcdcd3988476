# Slices: reading, assignment, deletion, steps, negative bounds, slice objects, strings and tuples.
s = "abcdefgh"
bounds = [None, 0, 2, 5, 100, -1, -3, -100]
print([s[a:b] for a in bounds for b in bounds])
print([s[a:b:-1] for a in bounds for b in bounds])
print([s[::k] for k in (1, 2, 3, -1, -2, 10, -10)], [s[a::2] for a in (0, 1, -1, 9)])
t, l = tuple(range(6)), list(range(6))
print(t[1:4], t[::-2], l[-4:-1], l[4:1:-1], l[:], l[:] is l, t[:] is t, s[:] is s)
a = list(range(10))
a[2:4] = ["x", "y", "z"]
print(a)
a[:0] = ["start"]
a[len(a):] = ["end"]
a[3:3] = "ins"
print(a)
a[1:-1] = []
print(a)
a = list(range(10))
a[::3] = "wxyz"
print(a)
a[8:2:-2] = [80, 60, 40]
print(a)
a[5:2] = ["between"]
print(a)
a[-2:] = iter([1, 2, 3])
print(a)
a[1:3] = a[:2]
print(a)
a[:] = [n for n in range(5)]
b = a
a[2:] = b[:2]
print(a, b is a)
d = list(range(12))
del d[1:3]
del d[::4]
del d[-1:]
del d[5:1]
print(d)
del d[::-2]
print(d)
sl = slice(1, 5, 2)
print(s[sl], sl.start, sl.stop, sl.step, sl, sl.indices(4), slice(None).indices(3),
      slice(-2, None).indices(5), slice(3))
print(s[slice(None, None, -1)], slice(1, 2) == slice(1, 2), "abc"[slice(1)],
      [1, 2, 3][slice(-2, None)])
class View:
    def __getitem__(self, key):
        return key
v = View()
print(v[1], v[1:2], v[::3], v[1:2, 3], v[:, ...], v["k":"m"], v[-1:], v[()], v[(1, 2)])
print("hello"[1:3].upper()[::-1], [1, 2, 3, 4][1:][:2][0], "a,b,c".split(",")[1:],
      (1, 2, 3)[1:] + (9,))
m = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]
print([row[::-1] for row in m], m[::-1][0][1:], [row[i] for i, row in enumerate(m)],
      [r[:1] for r in m[1:]])
print(range(10)[2:8:3], range(10)[::-1], list(range(20)[5:-5]), b"bytes"[1:3],
      bytearray(b"xyz")[::-1])
print("".join(sorted("hello"[i:i + 2] for i in range(4))),
      [s[i:i + 3] for i in range(0, len(s), 3)])
def rotate(x, n):
    n %= len(x)
    return x[n:] + x[:n]
print(rotate(s, 3), rotate([1, 2, 3], -1), rotate((1, 2), 5))
x = list("abcde")
x[1:4:2] = x[4:1:-2]
print(x)
i = 2
x[i], x[i:i + 1] = "q", "pp"
print(x)
for label, action in [
    ("step 0", lambda: s[::0]),
    ("float", lambda: s[1.0:]),
    ("str", lambda: s["a":]),
    ("extended", lambda: l.__setitem__(slice(0, 4, 2), [1])),
    ("not iterable", lambda: l.__setitem__(slice(0, 1), 5)),
    ("tuple store", lambda: t.__setitem__(slice(0, 1), (5,))),
    ("dict", lambda: {}[1:2]),
    ("set", lambda: {1}[:]),
    ("int", lambda: (5)[0:1]),
    ("hash", lambda: {slice(1): 1}),
]:
    try:
        print(label, action())
    except (ValueError, TypeError, AttributeError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
