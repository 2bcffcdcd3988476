# Arguments of calls.
f(a b)                                  # error@3: invalid syntax. Perhaps you forgot a comma?
f(x for x in y, 1)                      # error@3: Generator expression must be parenthesized
f(a=1, 2)                               # error@8: positional argument follows keyword argument
f(**a, 2)                               # error@8: positional argument follows keyword argument unpacking
f(**a, *b)                              # error@8: iterable argument unpacking follows keyword argument unpacking
f(a=1, a=2)                             # error@8: keyword argument repeated: a
f(True=1)                               # error@3: cannot assign to True
f(a.b=1)                                # error@3: expression cannot contain assignment, perhaps you meant "=="?
