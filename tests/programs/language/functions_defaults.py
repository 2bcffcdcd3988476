# Default values: when they are evaluated, shared mutable defaults, keyword calls, missing ones.
def note(label, value):
    print("evaluating", label)
    return value


def area(width, height=note("height", 2), scale=note("scale", 1)):
    return width * height * scale


print("after def")
print(area(3))
print(area(3, 4))
print(area(3, 4, 5))
print(area(3, scale=10))
print(area(height=7, width=2))
print(area(scale=3, height=1, width=1))


def append_to(item, bucket=[]):
    bucket.append(item)
    return bucket


print(append_to(1))
print(append_to(2))
print(append_to(9, [8]))
print(append_to(3))


def fresh(item, bucket=None):
    if bucket is None:
        bucket = []
    bucket.append(item)
    return bucket


print(fresh(1), fresh(2), fresh(3, [0]))

limit = 10


def capped(n, top=limit):
    return min(n, top)


limit = 100
print(capped(50), capped(5), capped(50, limit))


def counters():
    made = []
    for i in range(4):
        def get(i=i):
            return i * i
        made.append(get)
    return [f() for f in made]


print(counters())


def nothing():
    pass


def early(flag):
    if flag:
        return
    return "late"


print(nothing(), early(True), early(False))


def many(a, b=2, *rest, c=3, d, **others):
    return (a, b, rest, c, d, sorted(others.items()))


print(many(1, d=4))
print(many(1, 5, 6, 7, d=4, c=9))
print(many(1, d=0, x=1, y=2))
print(many(*[1, 2, 3], **{"d": 5, "z": 6}))
print(many.__name__, many.__defaults__, many.__kwdefaults__)

for call in (
    lambda: area(),
    lambda: area(1, 2, 3, 4),
    lambda: area(1, depth=2),
    lambda: area(1, width=2),
    lambda: many(1),
    lambda: many(1, 2, 3),
    lambda: nothing(1),
):
    try:
        call()
    except TypeError as error:
        print("TypeError:", error)
