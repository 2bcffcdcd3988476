# Assignment expressions: in conditions, loops, comprehensions, calls; their scope and value.
if (n := len("hello")) > 3:
    print("long", n)
print((y := 5) + y)
print(y)

data = [1, 5, 2, 8, 3]
it = iter(data)
while (value := next(it, None)) is not None:
    print(value, end=" ")
print(value)

squares = [sq for x in data if (sq := x * x) > 5]
print(squares, sq)

total = 0
print([total := total + x for x in data], total)

if any((witness := x) > 4 for x in data):
    print("witness", witness)
if not all((bad := x) < 8 for x in data):
    print("bad", bad)


def f(a, b):
    return a + b


print(f((p := 3), p * 2), p)
print(f(a=(q := 1), b=q))

results = {(k := word[0]): k * 2 for word in ["apple", "bob"]}
print(results, k)


def scope():
    inner = [(last := i) for i in range(4)]
    return inner, last


print(scope())
try:
    last
except NameError as error:
    print(error)


def closure():
    def g():
        return (z := 10), z
    return g()


print(closure())
a = b = (c := 4)
print(a, b, c)
pair = (m := 1, 2)
print(pair, m)
x = [t := "first", t + "!"]
print(x)
print(f"{(w := 7)} {w:>3}")

lines = ["key=value", "bad", "a=b=c"]
for line in lines:
    if (pos := line.find("=")) >= 0:
        print(line[:pos], "->", line[pos + 1:])
    else:
        print("skip", line)

while (n := n - 1) and n != 2:
    print("n", n, end=" ")
print("stopped at", n)

print((first := data[0]) if (flag := True) else None, first, flag)
print((lambda: (u := 3) * u)())
stack = [1]
while stack and (top := stack.pop()) < 6:
    stack.extend([top * 2, top + 1])
    if len(stack) > 4:
        break
print(stack, top)


def gl():
    global made
    return [made := i for i in range(3)]


print(gl(), made)
