# for and while with else, break, continue, nested; the loop variable after the loop.
for i in range(3):
    print("for", i)
else:
    print("for else")

for i in range(10):
    if i == 2:
        break
else:
    print("never")
print("i after break:", i)

for i in []:
    pass
else:
    print("empty else")

n = 5
while n:
    n -= 1
    if n == 3:
        continue
    if n == 1:
        break
    print("while", n)
else:
    print("never")

while n > 0:
    n -= 1
else:
    print("while else", n)

for a in range(4):
    for b in range(4):
        if b == a:
            break
        if (a + b) % 2:
            continue
        print((a, b), end=" ")
    else:
        print("full", a)
        continue
    if a == 3:
        print("stop")
        break


def find(items, wanted):
    for index, item in enumerate(items):
        if item == wanted:
            return index
    else:
        return -1


print(find("abc", "c"), find("abc", "z"))

for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=",")
print()

items = [1, 2, 3, 4]
for item in items:
    if item % 2:
        items.append(item * 10)
    if len(items) > 8:
        break
print(items)

for x, y in [(1, 2), (3, 4)]:
    print(x + y, end=" ")
for (a, [b, *c]), d in [((1, [2, 3, 4]), 5), ((6, "xyz"), 7)]:
    print(a, b, c, d, end=" ")
print()

data = {}
for data["key"] in range(3):
    pass
print(data)


class Box:
    pass


box = Box()
for box.value in "ab":
    print(box.value, end=" ")
print()

for i in range(5):
    i = i * 10
    print(i, end=" ")
print(i)

for ch in "héé":
    print(ch, end="|")
for key in {"a": 1, "b": 2}:
    print(key, end="|")
for byte in b"AZ":
    print(byte, end="|")
print()

for i in range(10, 0, -3):
    print(i, end=" ")
for i in reversed(range(3)):
    print(i, end=" ")
print()

i = 0
while True:
    i += 1
    try:
        if i == 2:
            continue
        if i == 4:
            break
        print("body", i)
    finally:
        print("finally", i)

try:
    d = {1: 1}
    for k in d:
        d[k + 1] = 0
except RuntimeError as error:
    print(error)
try:
    for x in 5:
        pass
except TypeError as error:
    print(error)
try:
    for a, b in [(1, 2), (3,)]:
        print(a, b)
except ValueError as error:
    print(error)
