# Indentation and colons.
if a:
b                                       # error@1: expected an indented block after 'if' statement on line 2
class C:
def f(): pass                           # error@1: expected an indented block after class definition on line 4
a
    b                                   # error@5: unexpected indent
if a:
        b
    c                                   # error@5: unindent does not match any outer indentation level
if a:
	b
        c                               # error: inconsistent use of tabs and spaces in indentation
if a                                    # error: expected ':'
    b
while a b:                              # error@9: invalid syntax
    c
else:
    d
try:
    a
b                                       # error@1: expected 'except' or 'finally' block
try:
    a
except A, B:                            # error@8: multiple exception types must be parenthesized
    pass
except* C:                              # error@1: cannot have both 'except' and 'except*' on the same 'try'
    pass
a \ b                                   # error@3: unexpected character after line continuation character
x = (1,                                 # error@5: '(' was never closed
y = 2
z 3                                     # error@3: invalid syntax
async def g():                          # error: expected an indented block after function definition on line 33
