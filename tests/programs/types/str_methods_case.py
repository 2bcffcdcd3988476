# str: case, classification, alignment, padding; ASCII and beyond.
words = ["hello World", "HELLO", "hello", "Hello There", "123abc", "", "ß", "éa", "they're bill's",
         "x1 y2"]
for w in words:
    print(repr(w), repr(w.upper()), repr(w.lower()), repr(w.title()), repr(w.capitalize()),
          repr(w.swapcase()))
print("Straße".casefold(), "ÀÉÎ".lower(), "àéî".upper(), "ǆ".title(), "İ".lower() == "i̇",
      "ﬁ".upper())

samples = ["", "abc", "ABC", "Abc", "123", "12a", " ", "\t\n", "a b", "_x1", "1x", "é", "½", "²",
           "A1", "٣", "class"]
names = ["isalpha", "isdigit", "isalnum", "isspace", "isupper", "islower", "istitle",
         "isnumeric", "isdecimal", "isidentifier", "isprintable", "isascii"]
for text in samples:
    checks = [
        text.isalpha(), text.isdigit(), text.isalnum(), text.isspace(), text.isupper(),
              text.islower(),
        text.istitle(), text.isnumeric(), text.isdecimal(), text.isidentifier(), text.isprintable(),
        text.isascii(),
    ]
    print(repr(text), [name for name, yes in zip(names, checks) if yes])

for w in ["ab", "abc", "", "toolongtext"]:
    print([w.center(7), w.ljust(7), w.rjust(7), w.center(7, "*"), w.ljust(7, "."), w.rjust(7, "0"),
           w.center(6)])
for w in ["42", "-42", "+4", "", "--1", "abc", "123456"]:
    print(w.zfill(5), end=" ")
print()
print("ab".center(5, "-"), "abc".center(6, "-"), "a".center(4, "-"), "a".center(-1), "x".ljust(0))
print("a".ljust(3) + "|", "é".center(5, "日"))

print(str.upper("x"), str.join("-", ["a", "b"]), "abc".__len__(), "abc".__contains__("b"),
      "a".__add__("b"))
print(list(map(str.strip, [" a ", "b "])), sorted(["b", "A", "c"], key=str.lower),
      list(map(str.title, ["a b"])))
print("hello world foo".title().replace(" ", ""), "some_snake_case".replace("_", " ").title())


def snake(name):
    out = ""
    for i, ch in enumerate(name):
        if ch.isupper() and i and not name[i - 1].isupper():
            out += "_"
        out += ch.lower()
    return out


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


print(snake("someCamelCase"), snake("HTTPServer"), camel("some_snake_case"), camel("x"))


def is_palindrome(text):
    letters = [c.lower() for c in text if c.isalnum()]
    return letters == letters[::-1]


print(is_palindrome("A man, a plan, a canal: Panama"), is_palindrome("nope"))


def caesar(text, shift):
    result = []
    for c in text:
        if c.isalpha() and c.isascii():
            base = ord("A") if c.isupper() else ord("a")
            result.append(chr((ord(c) - base + shift) % 26 + base))
        else:
            result.append(c)
    return "".join(result)


print(caesar("Hello, World!", 3), caesar(caesar("Hello, World!", 3), -3))
counts = {}
for c in "the quick brown fox jumps over the lazy dog":
    if c.isalpha():
        counts[c] = counts.get(c, 0) + 1
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5], len(counts))
for label, action in [
    ("center", lambda: "a".center(5, "ab")),
    ("ljust", lambda: "a".ljust("x")),
    ("zfill", lambda: "a".zfill()),
    ("upper", lambda: "a".upper(1)),
]:
    try:
        print(label, action())
    except TypeError as error:
        print(label, "->", error)
