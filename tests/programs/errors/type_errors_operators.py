# TypeErrors of operators between built-in types: every operator, both orders, in place, comparison.
import operator

VALUES = [1, 1.5, "s", b"b", [1], (1,), {1: 1}, {1}, None]
NAMES = ["int", "float", "str", "bytes", "list", "tuple", "dict", "set", "None"]
OPERATORS = [
    ("+", operator.add), ("-", operator.sub), ("*", operator.mul), ("/", operator.truediv),
    ("//", operator.floordiv), ("%", operator.mod), ("**", operator.pow), ("@", operator.matmul),
    ("<<", operator.lshift), ("&", operator.and_), ("|", operator.or_), ("^", operator.xor),
    ("<", operator.lt), (">=", operator.ge), ("+=", operator.iadd), ("in", lambda a, b: a in b),
]
messages = {}
for symbol, function in OPERATORS:
    for left_name, left in zip(NAMES, VALUES):
        for right_name, right in zip(NAMES, VALUES):
            if left_name == "str" and symbol == "%":
                continue
            left_value = left[:] if isinstance(left, list) else left
            try:
                function(left_value, right)
            except TypeError as error:
                text = str(error)
                messages.setdefault(text, []).append(f"{left_name} {symbol} {right_name}")
for text, cases in messages.items():
    print(f"{text}: {len(cases)} {cases[0]}")
print(len(messages))
for label, action in [("-", operator.neg), ("+", operator.pos), ("~", operator.invert)]:
    for name, value in zip(NAMES, VALUES):
        try:
            action(value)
        except TypeError as error:
            print(label, name, "->", error)
for name, value in zip(NAMES, VALUES):
    for label, action in [
        ("[0]", lambda v: v[0]),
        ("['a']", lambda v: v["a"]),
        ("[1:2]", lambda v: v[1:2]),
        ("()", lambda v: v()),
        ("iter", lambda v: iter(v)),
        ("len", lambda v: len(v)),
        ("hash", lambda v: hash(v)),
        ("set", lambda v: operator.setitem(v, 0, 1)),
        ("del", lambda v: operator.delitem(v, 0)),
    ]:
        copy = v = value[:] if isinstance(value, list) else value
        try:
            action(copy)
        except (TypeError, KeyError) as error:
            print(name, label, "->", type(error).__name__, error)
