# Line ends and indentation.

def outer(a,
          b=1):  # brackets join lines

    if a: return b; pass
    for i in a:
        continue

        # comments and empty lines do not count
    return \
        a
match = case = 1
match match:
    case case if case: match
