# print: sep, end, file, flush, several objects, str of each kind, empty, nested calls.
import sys

print()
print("a", 1, 2.5, None, True, [1], (2,), {"k": 3}, {4}, b"b")
print("a", "b", "c", sep="")
print("a", "b", "c", sep=", ", end="!\n")
print("no newline", end="")
print()
print(1, 2, 3, sep="\n")
print("x", sep="ignored", end="\n\n")
print(*range(5))
print(*"hello", sep="-")
print(*[], sep=",")
print("a", *[1, 2], "b", *"xy", sep="|")
print("tab\tend", "new\nline", "back\\slash", "quote's", 'double"s')
print(print("inner"))
print(sep="only sep")
print("", "", "")
print(None, sep=None, end=None)
print("é", "日本", "😀", "\u00a0|")
print("flush", flush=True)
print("to stdout", file=sys.stdout)
print("hidden", file=sys.stderr)
print("default file", file=None)


class Writer:
    def __init__(self):
        self.parts = []

    def write(self, text):
        self.parts.append(text)


w = Writer()
print("a", 1, [2], sep="+", end="<\n", file=w)
print(file=w)
print(w.parts, "".join(w.parts) == "a+1+[2]<\n\n")


class Loud:
    def __str__(self):
        print("(str called)", end=" ")
        return "LOUD"


print(Loud(), "and", Loud())
print("%s and %s" % (1, 2), "{} {}".format(3, 4), f"{5} {6}", "a" "b", "x" * 3)
print(1 + 1, 2 > 1, not 1, "a" in "abc", [i for i in range(3)], {**{}},
      lambda_result := (lambda: 7)())
print((1, 2), (1,), ((), ()), [[]], [()], {1: {}}, {"a": [1, (2, {3})]})
print(1.0, 1e100, 1e-10, 0.1 + 0.2, 10 ** 20, -0.0, 1_000, 0xFF, 3.14e2, float("inf"))
print(int, print, type(print).__name__, Loud.__name__, ValueError("msg"), repr(ValueError("msg")),
      KeyError("k"))
print("multi",
      "line",
      "call",
      sep="~")
for i in range(3):
    print(i, end="," if i < 2 else "\n")
table = [("name", "qty"), ("apple", 3), ("fig", 12)]
for row in table:
    print(f"{row[0]:<8}{row[1]:>5}")
print("-" * 13)
print(*(f"{a}:{b}" for a, b in table), sep="\n")
options = {"sep": "*", "end": ".\n"}
print("with", "options", **options)
result = [print(x, end=" ") for x in "ab"]
print(result)
for label, action in [
    ("sep", lambda: print(1, sep=5)),
    ("end", lambda: print(1, end=b"")),
    ("unknown", lambda: print(1, color="red")),
    ("file", lambda: print(1, file="text")),
]:
    try:
        action()
    except (TypeError, AttributeError) as error:
        print(label, type(error).__name__, error)
