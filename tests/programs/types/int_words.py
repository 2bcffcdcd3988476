# Ints as words and where words end: counters, masks, shifts, ranges, floats among them.
def count(n):
    x = 0
    while x < n:
        x += 1
    return x
print(count(10))
def big():
    x = 4611686018427387903
    x += 1
    print(x, x + 1, x * 2, -x, ~x)
    y = -4611686018427387904
    y -= 1
    print(y)
    z = 2**61 - 1
    z += 1
    print(z, z*2, z*4)
    w = 2305843009213693951
    for i in range(5):
        w += 1
    print(w)
big()
def shifts(a):
    b = a & 0xff
    print(b << 3, b << 60, b >> 2, b >> 70, (b << 10) >> 3, -b >> 1, ~b, -(b) // 3, -b % 7, b // -3, b % -3)
    try:
        print(b // (b - b))
    except ZeroDivisionError as e:
        print(e)
    try:
        print(b % (b - b))
    except ZeroDivisionError as e:
        print(e)
shifts(200); shifts(-1); shifts(2**70 + 5)
def rng(a, b, c):
    out = []
    for k in range(a, b, c):
        out.append(k)
    return out
print(rng(0, 10, 3), rng(10, 0, -3), rng(2**62, 2**62 + 5, 2), rng(0, 2, True), rng(-2**62-3, -2**62, 1))
try:
    rng(0, 10, 0)
except ValueError as e:
    print(e)
try:
    rng(0, 10, 1.5)
except TypeError as e:
    print(e)
try:
    rng('a', 10, 1)
except TypeError as e:
    print(e)
class I:
    def __index__(self): return 3
print(rng(I(), 10, I()))
for i in range(5, 2): pass
try:
    print(i)
except NameError as e:
    print(e)
for i in range(3): i += 10
print(i)
def loop():
    for i in range(10, -1, -3):
        print(i, end=' ')
    print(i)
    t = 0
    for j in range(3):
        for k in range(j, 3):
            t += j * k
    print(t, j, k)
    m = 1
    for _ in range(100):
        m *= 3
    print(m)
    h = 5381
    for ch in "hello world":
        h = (h * 33 + ord(ch)) & 0xFFFFFFFF
    print(h)
    f = 1.5
    for i in range(4):
        f = f * i + i / 2 - i
    print(f, f ** 2, f ** 0.5 if f > 0 else 0, (f*f) ** 0.5, 2.0 ** -1, (-8.0) ** (1/3))
    if i and f: print("yes")
    b = True
    b += 1
    print(b)
    x = 7
    x //= 2; x %= 2; x <<= 3; x |= 5; x ^= 1; x >>= 1
    print(x, x == 6, x != 6, 3 < x <= 6, x in [6], [10,20,30,40,50,60,70][x])
loop()
def neg(lst, i):
    i = -1
    print(lst[i], lst[-2])
    lst[i] = 9
    try: lst[5]
    except IndexError as e: print(e)
    try: lst[5] = 1
    except IndexError as e: print(e)
    print(lst[True])
neg([1,2,3], 0)
def g():
    n = 3
    while n:
        yield n
        n -= 1
print(list(g()))
def lots(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a
print(lots(10), lots(200))
def mix(flag):
    v = 3
    if flag: v = 2.5
    return v * 2, v / 2, -v
print(mix(0), mix(1))
def aug(d):
    n = 0
    for k in d:
        n += d[k]
    return n
print(aug({1: 2, 3: 4.5}))
def powers(n):
    return n ** 2, n ** 0, 2 ** (n & 7), n ** -1, (n & 7) ** 3
print(powers(5), powers(10**10))
