# A for loop over range() counts in a machine word; starts that no word holds count right, too.


def span(first, last):
    return [i for i in range(first, last)]


def down(first, last):
    items = []
    for i in range(first, last, -3):
        if i % 2:
            continue
        items.append(i)
        if len(items) > 3:
            break
    else:
        items.append("all")
    return items


def total(first, last):
    result = 0
    for i in range(first, last):
        result += i
        i = None
    return result


for start in (2 ** 61 - 3, 2 ** 62 - 2, 2 ** 63 - 2, 2 ** 64, 10 ** 30):
    for sign in (1, -1):
        print(span(sign * start, sign * start + 4), span(sign * start, 5 - sign * 10)[:3] if sign > 0 else "")
        print(down(sign * start + 7, sign * start), total(sign * start, sign * start + 5))

for i in range(-2 ** 70, 3):
    print(i)
    break
for i in range(2 ** 70 - 1, 2 ** 70 + 1):
    print(i)
print(i)
for i in range(2 ** 70, 2 ** 69):
    print("never")
for i in range(2 ** 70):
    if i > 2:
        break
print(i)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        print("index", self.value)
        return self.value


for i in range(Index(3), Index(5)):
    print(i)
for i in range(3, Index(5)):
    print(i)
for i in range(True, 3):
    print(i)
for first, last in ((1.5, 2), (2 ** 80, "x"), (1, None), ("a", "b")):
    try:
        for i in range(first, last):
            print(i)
    except TypeError as error:
        print(error)


def numbers(first, last):
    for i in range(first, last):
        yield i


print(list(numbers(2 ** 65, 2 ** 65 + 2)), list(numbers(1, 3)))
