# Unpacking assignment: tuples, starred, nested, swaps, order of stores, every error message.
a, b = 1, 2
print(a, b)
a, b = b, a
print(a, b)
[c, d] = "xy"
(e) = 5
(f,) = [6]
print(c, d, e, f)
x = y = z = [0]
x.append(1)
print(y, z is x)

first, *rest = range(5)
*init, last = "hello"
head, *mid, tail = (1, 2)
print(first, rest, init, last, head, mid, tail)
*everything, = (1, 2, 3)
print(everything)

(p, (q, [r, *s])), t = (1, (2, [3, 4, 5])), 6
print(p, q, r, s, t)
m, (n, *o), *k = 1, "abc", 4, 5
print(m, n, o, k)

values = [0, 0, 0]
i = 0
i, values[i], values[2] = 1, "a", "b"
print(i, values)
values[0], values[1], *values[2:] = "xyzw"
print(values)


class Obj:
    pass


obj = Obj()
obj.a, obj.b = 10, 20
obj.a, obj.b = obj.b, obj.a
print(obj.a, obj.b)


def note(label, value):
    print("eval", label)
    return value


lst = [1, 2, 3]
note("target", lst)[note("index", 0)], z = note("value", (7, 8))
print(lst, z)

d = {}
d["one"], d["two"] = 1, 2
print(d)

a, b, c = {"k1": 1, "k2": 2, "k3": 3}
print(a, b, c)
a, b = (n * n for n in (3, 4))
print(a, b)
a, (b, c), d = 1, b"\x02\x03", [4]
print(a, b, c, d)

fib = [0, 1]
for _ in range(8):
    *_, u, v = fib
    fib.append(u + v)
print(fib)


def ret():
    return 1, *[2, 3]


print(ret())
l1, l2 = [1, 2], [3]
print([*l1, *l2], (*l1, 0, *l2))

for text, action in [
    ("too few", lambda: unpack2([1])),
    ("none", lambda: unpack2([])),
    ("too many", lambda: unpack2([1, 2, 3])),
    ("many string", lambda: unpack2("abcd")),
    ("not iterable", lambda: unpack2(5)),
    ("none value", lambda: unpack2(None)),
    ("star few", lambda: unpack_star([1])),
    ("star none", lambda: unpack_star([])),
    ("nested", lambda: unpack_nested((1, 2))),
    ("nested few", lambda: unpack_nested((1, (2,)))),
]:
    def unpack2(value):
        a, b = value
        return a, b

    def unpack_star(value):
        a, *b, c = value
        return a, b, c

    def unpack_nested(value):
        a, (b, c) = value
        return a, b, c

    try:
        print(text, action())
    except (ValueError, TypeError) as error:
        print(text, "->", type(error).__name__ + ":", error)

print(unpack_star("ab"), unpack_nested("a" "b") if False else unpack_nested(("a", "bc")))
