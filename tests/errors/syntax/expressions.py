# Other expressions that are none.
x = a if b                              # error@5: expected 'else' after 'if' expression
x := 1                                  # error@3: invalid syntax
x = (1 + ]                              # error@10: closing parenthesis ']' does not match opening parenthesis '('
x = 1)                                  # error@6: unmatched ')'
x[]                                     # error@3: invalid syntax
a ++                                    # error: invalid syntax
a && b                                  # error@4: invalid syntax
a <> b                                  # error@3: invalid syntax
x = $                                   # error@5: invalid syntax
x = “a”                                 # error@5: invalid character '“' (U+201C)
