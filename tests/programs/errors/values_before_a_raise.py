# A variable keeps its value where what would have set it anew raises: of ints, bools and floats too.


def of_bool(x):
    fine = False
    try:
        fine = isinstance(x, 5)
    except TypeError:
        print("bool", fine)
    fine = True
    try:
        fine = callable(*[])
    except TypeError:
        print("bool", fine)


def of_int(text, n):
    i = 7
    try:
        i = ord(text)
    except TypeError as error:
        print("int", i, error)
    try:
        i = len(n)
    except TypeError as error:
        print("int", i, error)
    j = 3
    try:
        j = j // (i - 7)
    except ZeroDivisionError as error:
        print("int", j, error)
    items = [1, 2, 3]
    k = 5
    try:
        k = items[i]
    except IndexError as error:
        print("int", k, error)
    return k + 1


def of_float(x):
    f = 1e200
    try:
        f = (f * f * 0 + 1e300) ** 2
    except OverflowError as error:
        print("float", f, error)
    g = 0.0
    try:
        g = g ** -1
    except ZeroDivisionError as error:
        print("float", g, error)
    h = 2.5
    try:
        h = h / (h - 2.5)
    except ZeroDivisionError as error:
        print("float", h, error)
    try:
        h = float(x)
    except ValueError as error:
        print("float", h, error)
    return h


class Box:
    def __init__(self):
        self.size = 1.5

    def flag(self):
        return True

    def fails(self, n):
        if n:
            raise KeyError(n)
        return False


def of_attribute(box):
    size = 0.5
    flag = True
    try:
        flag = box.fails(1)
    except KeyError as error:
        print("flag", flag, error)
    del box.size
    try:
        size = box.size
    except AttributeError as error:
        print("size", size, error)
    return flag, size


def last(items, n):
    for item in items:
        pass
    for number in range(n):
        pass
    return item, number


of_bool(1)
print(of_int("ab", 3), of_float("x"), of_attribute(Box()), last([True, False], 2))
