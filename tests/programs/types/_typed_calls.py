# A module whose functions are called through several names.
def f(x):
    return x * 2
def g(x, y=1.5):
    return x + y
