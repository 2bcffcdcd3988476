# json: dumps with every option, loads of every type, escapes, numbers, errors with positions.
import json

data = {"name": "ann", "age": 5, "tall": True, "none": None, "list": [1, 2.5, "x", [], {}],
        "nested": {"a": {"b": []}}}
print(json.dumps(data))
print(json.dumps(data, indent=2))
print(json.dumps(data, sort_keys=True), json.dumps([1, 2], separators=(",", ":")),
      json.dumps({}, indent=4), json.dumps([]))
print(json.dumps([1, {"k": (2, 3)}], indent=1), json.dumps({"a": 1}, indent="--"))
for value in (1, -0.0, 1.5, 1e100, 10 ** 20, True, None, "", "text", 'quote " \\ /',
              "tab\tnew\n\r\b\f", "é€😀", "\x00\x1f\x7f"):
    print(json.dumps(value), end=" ")
print()
print(json.dumps("é€😀", ensure_ascii=False),
      json.dumps([float("inf"), float("-inf"), float("nan")]))
print(json.dumps({1: "int", 2.5: "float", True: "bool", None: "null", "s": 1}))
print(json.dumps({"set": {1}}, default=list),
      json.dumps([b"x"], default=lambda o: o.decode()))
print(json.dumps({(1, 2): 3, "ok": 1}, skipkeys=True))

print(json.loads('{"a": [1, 2.0, -3e2, true, false, null, "x"], "b": {"c": {}}}'))
print(json.loads(' [ 1 , 2 ] '), json.loads('"\\u00e9\\n\\"\\ud83d\\ude00"'),
      json.loads("12345678901234567890"))
print(json.loads("1E5"), json.loads("-0"), json.loads("-0.0"), json.loads("0.1"),
      json.loads("[NaN, Infinity, -Infinity]"))
print(json.loads('{"a": 1, "a": 2}'), json.loads(b'{"bytes": 1}'), json.loads("[]"),
      json.loads("{}"))
print(json.loads('{"x": 1.1}', parse_float=str), json.loads("[1]", parse_int=float))
print(json.loads('{"a": {"b": 1}}', object_hook=lambda d: sorted(d.items())))
print(json.loads('{"b": 1, "a": 2}', object_pairs_hook=lambda pairs: pairs))
value = json.loads('{"users": [{"name": "x", "tags": ["p", "q"]}, {"name": "y"}]}')
for user in value["users"]:
    print(user["name"], user.get("tags", []), type(user).__name__)
print(json.loads(json.dumps(data)) == data, json.loads(json.dumps([1, (2, 3)])))

for text in ("", "{", "[1,", '{"a"}', '{"a": 1,}', "[1 2]", "{'a': 1}", "nul", '"open', "01", "1.",
             "[1]]", '"\t"',
             '"\\x"', '{"a": 1 "b": 2}', "-", "+1", "\n\n  x", '{1: 2}', '"\\u12"', "tru"):
    try:
        print(repr(text), json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), "->", error, "|", error.msg, error.lineno, error.colno, error.pos)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        return super().default(o)


print(json.dumps([Point(1, 2)], cls=Encoder), json.dumps(Point(3, 4), default=lambda o: o.__dict__))
loop = []
loop.append(loop)
for label, action in [
    ("object", lambda: json.dumps(Point(1, 2))),
    ("set", lambda: json.dumps({1, 2})),
    ("bytes", lambda: json.dumps(b"x")),
    ("key", lambda: json.dumps({(1,): 2})),
    ("circular", lambda: json.dumps(loop)),
    ("nan", lambda: json.dumps(float("nan"), allow_nan=False)),
    ("encoder", lambda: json.dumps({1}, cls=Encoder)),
    ("loads int", lambda: json.loads(5)),
    ("loads none", lambda: json.loads(None)),
]:
    try:
        print(label, action())
    except (TypeError, ValueError) as error:
        print(f"{label}: {type(error).__name__}: {error}")
