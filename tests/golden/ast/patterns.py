# Every pattern, and `match` and `case` as names.
match x:
    case 1 | -2.5 | 3 + 4j | 'a' 'b' | b'c' | None | True:
        pass
    case a.b | a.b.c:
        pass
    case [1, *rest] | (1, *rest):
        pass
    case ():
        pass
    case (1):
        pass
    case (1,) | [2]:
        pass
    case {'k': v, a.b: 1, **rest} if v > 1:
        pass
    case {}:
        pass
    case C() | D(1, x=2, y=E(z=3)):
        pass
    case [_, *_] as name:
        pass
    case 1, *_:
        pass
    case (1 | 2) as z:
        pass
    case _:
        pass
match = case = _ = 1
match(x)
match[x]
match.case
match x, y:
    case other: match
