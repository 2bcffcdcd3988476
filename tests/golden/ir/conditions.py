# Conditions branch and make no objects; their values go through one temporary.
def choose(a, b):
    if a < 1 <= b and not (b is None or a in b):
        return a or b
    return a if a else b
