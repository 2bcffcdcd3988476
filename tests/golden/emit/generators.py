# Generators share the mechanism: yield is a state.
def count(n):
    i = 0
    while i < n:
        sent = yield i
        i += sent or 1


def both(n):
    yield from count(n)
    yield -1


print(list(both(3)))
