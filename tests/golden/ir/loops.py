# Loops: counted, over iterators, with else, and the ways out of them.
def total(n, items):
    result = 0
    for i in range(n):
        result += i
    for down in range(n, 0, -1):
        if down == 3:
            continue
        result -= down
    for item in items:
        if not item:
            break
    else:
        return result
    while result:
        result -= 1
    return item
