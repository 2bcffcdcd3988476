# Unboxed floats, counting loops, tagged ints.
def mean(n):
    total = 0.0
    for i in range(n):
        total += i * 0.5
    return total / n


print(mean(10))
