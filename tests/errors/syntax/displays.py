# Displays, comprehensions and groups.
[1, 2 3]                                # error@5: invalid syntax. Perhaps you forgot a comma?
{'a': 1 'b': 2}                         # error@7: invalid syntax. Perhaps you forgot a comma?
{'a': 1, 'b' 2}                         # error@10: ':' expected after dictionary key
{'a': }                                 # error@5: expression expected after dictionary key and ':'
{'a': *b}                               # error@7: cannot use a starred expression in a dictionary value
(x = 3)                                 # error@2: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
(a.b := 1)                              # error@2: cannot use assignment expressions with attribute
[*a for a in b]                         # error@2: iterable unpacking cannot be used in comprehension
{**a for a in b}                        # error@2: dict unpacking cannot be used in dict comprehension
[a, b for a in b]                       # error@2: did you forget parentheses around the comprehension target?
(*a)                                    # error@2: cannot use starred expression here
(**a)                                   # error@2: cannot use double starred expression here
[x := 1 for x in y]                     # error@2: assignment expression cannot rebind comprehension iteration variable 'x'
[y for x in (z := 1)]                   # error@14: assignment expression cannot be used in a comprehension iterable expression
