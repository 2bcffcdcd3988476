# KeyError and IndexError: keys of every kind in the message, nested lookups.
class Key:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"Key<{self.n}>"


d = {"a": {"b": [1, 2, 3]}}
for key in ("x", "", "it's", 5, 1.5, None, True, (1, "a"), b"k", frozenset(), Key(7),
            "line\nbreak"):
    try:
        d[key]
    except KeyError as error:
        print(error, "|", str(error), "|", repr(error), "|",
              error.args[0] is key or error.args[0] == key)
for path in (["a", "b", 0], ["a", "b", 3], ["a", "c"], ["z"], ["a", "b", -4], ["a", "b", "x"],
             ["a", "b", 0, 0]):
    value = d
    try:
        for part in path:
            value = value[part]
        print(path, "->", value)
    except LookupError as error:
        print(path, "->", type(error).__name__, error)
    except TypeError as error:
        print(path, "-> TypeError", error)

CASES = [
    ("list get", lambda: [1, 2][2]),
    ("list negative", lambda: [1, 2][-3]),
    ("list set", lambda: [1].__setitem__(1, 0)),
    ("list del", lambda: [1].__delitem__(1)),
    ("list pop", lambda: [].pop()),
    ("list pop far", lambda: [1].pop(9)),
    ("tuple", lambda: ()[0]),
    ("str", lambda: "ab"[2]),
    ("str negative", lambda: "ab"[-3]),
    ("empty str", lambda: ""[0]),
    ("bytes", lambda: b"a"[1]),
    ("range", lambda: range(2)[2]),
    ("bytearray", lambda: bytearray()[0]),
    ("dict pop", lambda: {}.pop("k")),
    ("dict popitem", lambda: {}.popitem()),
    ("dict del", lambda: {}.__delitem__("k")),
    ("set remove", lambda: {1}.remove(2)),
    ("set pop", lambda: set().pop()),
    ("max empty", lambda: max([])),
    ("list index", lambda: [1].index(2)),
    ("huge index", lambda: [1][10 ** 30]),
]
for label, action in CASES:
    try:
        print(label, action())
    except (LookupError, ValueError) as error:
        print(f"{label}: {type(error).__name__} {error} {error.args}")
print(issubclass(KeyError, LookupError), issubclass(IndexError, LookupError),
      KeyError.__mro__[1].__name__)
print(d.get("x"), d.get("x", {}).get("y", "deep default"), [1, 2][5:], "abc"[5:])
try:
    raise KeyError("one", "two")
except KeyError as error:
    print(error, repr(error))
try:
    raise IndexError
except IndexError as error:
    print(repr(error), str(error) == "")
