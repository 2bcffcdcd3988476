# Statements that are none.
x = = 1                                 # error@5: invalid syntax
x + = 1                                 # error@5: invalid syntax
import a.b as c.d                       # error@16: invalid syntax
from a import b,                        # error@17: trailing comma not allowed without surrounding parentheses
print "hello"                           # error@1: Missing parentheses in call to 'print'. Did you mean print(...)?
global a b                              # error@10: invalid syntax
if x = 3: pass                          # error@4: invalid syntax. Maybe you meant '==' or ':=' instead of '='?
retrun x                                # error@8: invalid syntax
x = 1 2                                 # error@7: invalid syntax
from __future__ import annotations      # error@1: from __future__ imports must occur at the beginning of the file
else: pass                              # error@1: invalid syntax
