# if/elif/else in all nesting, pass and ellipsis bodies, one-liners, guards.


def known(look_up):
    """Whether a name is bound: looking it up does not raise NameError."""
    try:
        look_up()
    except NameError:
        return False
    return True


def classify(n):
    if n < 0:
        sign = "negative"
    elif n == 0:
        return "zero"
    else:
        sign = "positive"
    if n % 2:
        if abs(n) > 100:
            size = "big odd"
        else:
            size = "odd"
    elif abs(n) > 100:
        size = "big even"
    else:
        size = "even"
    return f"{sign} {size}"


print([classify(n) for n in (-101, -4, 0, 7, 200)])


def triangle(a, b, c):
    a, b, c = sorted((a, b, c))
    if a <= 0 or a + b <= c: return "none"
    if a == b == c: return "equilateral"
    if a == b or b == c: return "isosceles"
    return "right" if a * a + b * b == c * c else "scalene"


print([triangle(*t) for t in ((1, 1, 1), (2, 2, 3), (3, 4, 5), (4, 5, 6), (1, 2, 9), (0, 1, 1))])


def leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


print([y for y in (1900, 1999, 2000, 2004, 2100) if leap(y)])


def empty_bodies(x):
    if x:
        pass
    else:
        ...
    for _ in range(2): pass
    while x: x = 0
    class Empty: pass
    def nothing(): ...
    try: pass
    except ValueError: pass
    finally: pass
    with_doc = nothing()
    return with_doc, Empty.__name__, x


print(empty_bodies(5))


def early(items):
    if not items:
        return "empty"
    if not isinstance(items, list):
        return "not a list"
    for item in items:
        if item is None:
            continue
        if item == "stop":
            break
        if isinstance(item, str) and not item.isupper():
            return f"bad {item}"
    else:
        return "all good"
    return "stopped"


print([early(x) for x in ([], "abc", ["A", None], ["A", "b"], ["stop", "b"])])
OPERATIONS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "max": max}
print([OPERATIONS.get(op, lambda a, b: None)(5, 3) for op in ("+", "-", "max", "?")])
x = 15
print("fizz" * (x % 3 == 0) + "buzz" * (x % 5 == 0) or x, ["no", "yes"][x > 10],
      x > 10 and "big" or "small")
print("a" if x > 20 else "b" if x > 10 else "c", (x if x % 2 else -x) * 2,
      [y if y > 1 else None for y in range(3)])
value = None
print(value if value is not None else "default", value or "falsy default",
      (value or {}).get("k", "chained"))
flags = {"verbose": True, "quiet": False}
if flags["verbose"] and not flags["quiet"] and flags.get("other") is None:
    print("talks")
if (a := 5) > 3 and (b := a * 2) < 20 or (c := 1):
    print(a, b, known(lambda: c))
if not (a == 5 and b == 10) or a in (5, 6) and b not in (5, 6):
    print("complex")
if a:
    if b > 100:
        print("never")
    elif b == 10:
        if not a:
            print("never")
        else:
            print("deep")
else:
    print("never")


def ladder(score):
    for limit, grade in ((90, "A"), (80, "B"), (70, "C")):
        if score >= limit:
            return grade
    return "F"


print("".join(ladder(s) for s in (95, 85, 75, 65)),
      "".join("FDCBA"[(s >= 60) + (s >= 70) + (s >= 80) + (s >= 90)] for s in (95, 65, 5)))
seen = []
for i in range(20):
    if i % 2 == 0: continue
    if i > 12: break
    if i == 5: seen.append("five"); continue
    seen.append(i)
print(seen)
