# Patterns of every kind; captures become variables when the whole pattern has matched.
class Point:
    __match_args__ = ("x", "y")


def describe(value):
    match value:
        case 0 | 1 as bit:
            return bit
        case [first, *rest] if first:
            return rest
        case {"kind": kind, **others}:
            return kind, others
        case Point(0, y=y):
            return y
        case None:
            return "none"
        case _:
            return value
