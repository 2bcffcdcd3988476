# Targets of every form; parts of an augmented target are evaluated once.
def assign(a, b, items):
    a, b = b, a
    first, *middle, (last, end) = items
    a.count = b[0] = middle
    a.count += last
    b[first] -= end
    del a.count, b[first:end]
    if (size := len(items)) > 3:
        del end
    return end, size
