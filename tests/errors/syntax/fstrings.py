# Mistakes in f-strings.
f'{}'                                   # error: f-string: empty expression not allowed
f'{!r}'                                 # error: f-string: expression required before '!'
f'}'                                    # error: f-string: single '}' is not allowed
f'{a!x}'                                # error: f-string: invalid conversion character: expected 's', 'r', or 'a'
f'{a b}'                                # error: f-string: invalid syntax. Perhaps you forgot a comma?
f'{a +}'                                # error: f-string: invalid syntax
f'{a:{b:{c}}}'                          # error: f-string: expressions nested too deeply
f'{a)}'                                 # error: f-string: unmatched ')'
f"{a"                                   # error: f-string: expecting '}'
