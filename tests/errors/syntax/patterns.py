# Patterns of match statements.
match x:
    case a: pass                        # error@10: name capture 'a' makes remaining patterns unreachable
    case _: pass
match x:
    case _: pass                        # error@10: wildcard makes remaining patterns unreachable
    case a | 1: pass                    # error@10: name capture 'a' makes remaining patterns unreachable
match x:
    case [*a, *b]: pass                 # error@10: multiple starred names in sequence pattern
    case (a, a): pass                   # error@14: multiple assignments to name 'a' in pattern
    case [a] | [b]: pass                # error@16: alternative patterns bind different names
    case {1: a, 1: b}: pass             # error@10: mapping pattern checks duplicate key (1)
    case A(b=1, b=2): pass              # error@19: attribute name repeated in class pattern: b
    case A(b=1, 2): pass                # error@17: positional patterns follow keyword patterns
    case 1 as _: pass                   # error@15: cannot use '_' as a target
    case 1 as 2: pass                   # error@15: invalid pattern target
    case f'a': pass                     # error@10: patterns may only match literals and attribute lookups
    case 1 + 2: pass                    # error@14: imaginary number required in complex literal
    case -a: pass                       # error@11: invalid syntax
    case 1                              # error: expected ':'
