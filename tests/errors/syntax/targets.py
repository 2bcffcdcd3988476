# Targets that are none.
f() = 1                                 # error@1: cannot assign to function call here. Maybe you meant '==' instead of '='?
(a, 1) = 2                              # error@5: cannot assign to literal
None = 1                                # error@1: cannot assign to None
x = 1 = y                               # error@5: cannot assign to literal
lambda: x = 1                           # error@1: cannot assign to lambda
f"{a}" = 1                              # error@1: cannot assign to f-string expression here.
(a, b) += 1                             # error@1: 'tuple' is an illegal expression for augmented assignment
a, b: int                               # error@1: only single target (not tuple) can be annotated
f(): int                                # error@1: illegal target for annotation
del f()                                 # error@5: cannot delete function call
del a, 1                                # error@8: cannot delete literal
for 1 in x: pass                        # error@5: cannot assign to literal
with a as f(): pass                     # error@11: cannot assign to function call
*a = b                                  # error@1: starred assignment target must be in a list or tuple
*a, *b = c                              # error@1: multiple starred expressions in assignment
x = *a                                  # error@5: can't use starred expression here
__debug__ = 1                           # error@1: cannot assign to __debug__
if x.y = 3: pass                        # error@4: cannot assign to attribute here. Maybe you meant '==' instead of '='?
