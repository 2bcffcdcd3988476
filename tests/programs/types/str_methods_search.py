# str: searching, splitting, joining, replacing, stripping, partitioning, with bounds and errors.
s = "the cat sat on the mat"
print(s.find("at"), s.find("at", 6), s.find("at", 6, 9), s.find("dog"), s.find(""), s.find("", 100))
print(s.rfind("at"), s.rfind("at", 0, 10), s.rfind("dog"), s.index("sat"), s.rindex("the"))
print(s.count("at"), s.count("t"), s.count(""), s.count("at", 7), "aaaa".count("aa"), "".count(""))
print(s.startswith("the"), s.startswith("cat", 4), s.startswith(("a", "th")), s.startswith(""))
print(s.endswith("mat"), s.endswith("at", 0, 7), s.endswith(("x", "at")), "".endswith(""))
print("cat" in s, "dog" in s, "" in s, "T" in s, "a" not in "xyz")

print(s.split(), s.split(" ", 2), s.split("at"), s.rsplit(" ", 2), s.rsplit(maxsplit=1))
print("  a  b c ".split(), "  a  b c ".split(" "), "a,b,,c,".split(","), "".split(), "".split(","))
print("  a b  c ".split(None, 1), "  a b  c ".rsplit(None, 1), "a\tb\nc d".split(),
      "abc".split("abc"))
print("one\ntwo\r\nthree\n\nfour\r".splitlines(), "a\nb\n".splitlines(True), "".splitlines())
print("a-b-c".partition("-"), "a-b-c".rpartition("-"), "abc".partition("-"), "abc".rpartition("-"))
print("-".join(["a", "b", "c"]), "".join([]), ", ".join(("x",)), "|".join("abc"),
      "-".join(str(i) for i in range(4)))
print("-".join({"k": 1, "m": 2}), " ".join(map(str, [1, 2.5, None, True])))

print(s.replace("at", "og"), s.replace("at", "og", 1), s.replace("", "."),
      "aaa".replace("a", "b", 2))
print("abc".replace("x", "y"), "".replace("", "z"), "a.b.c".replace(".", ""),
      "aXbX".replace("X", "YY", 0))
print("[" + "  x y ".strip() + "]", "[" + "  x ".lstrip() + "]", "[" + "  x ".rstrip() + "]")
print("xxhixx".strip("x"), "abcba".strip("ab"), "www.site.com".lstrip("w."), "1.500".rstrip("0"),
      "\t\n a".strip())
print("TestCase".removeprefix("Test"), "TestCase".removesuffix("Case"), "abc".removeprefix("x"))

print("a" < "b", "abc" < "abd", "Z" < "a", "" < "a", "abc" < "ab", "é" > "z", "10" < "9")
print("abc" == "abc", "abc" != "Abc", "a" * 3 == "aaa", min("hello"), max("hello"), sorted("hello"))
print("abc"[0], "abc"[-1], "abc"[1:], "abc"[:-1], "abc"[::-1], "abcdef"[1:5:2], "abc"[5:],
      "abcdef"[-2:0:-2])
print(len("héllo"), "héllo"[1], "héllo"[::-1], "日本語"[1:], len("日本語"), "日本".find("本"), "é".encode())
print("ab" + "cd", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "a" "b" 'c')
print([c for c in "abc"], list("hé"), tuple("ab"), set("aab") == {"a", "b"}, list(enumerate("ab")))
print(ord("a"), chr(97), ord("é"), chr(8364), ord("\n"), chr(0x1F600), [ord(c) for c in "AZ"])

table = str.maketrans("abc", "xyz")
print("aabbcc d".translate(table), "hello".translate(str.maketrans({"l": "L", "o": None})))
print("hello".translate(str.maketrans("el", "ip", "h")), "abc".translate({97: "AA", 98: None}))
print("a\tb\tc".expandtabs(), "a\tb".expandtabs(4), "abc\tx".expandtabs(2))
print("%s|%s" % ("a", 1), "x".join(["1"]), str(), str(5), str(None), str(b"x"),
      str(b"caf", "ascii"))
print("café".encode("utf-8"), "café".encode("latin-1"), b"caf\xc3\xa9".decode(),
      "a".encode("ascii"))

for label, action in [
    ("index", lambda: s.index("dog")),
    ("rindex", lambda: s.rindex("dog")),
    ("subscript", lambda: "abc"[3]),
    ("str index", lambda: "abc"["a"]),
    ("split empty", lambda: "a".split("")),
    ("partition empty", lambda: "a".partition("")),
    ("join ints", lambda: ",".join(["a", 1])),
    ("join none", lambda: ",".join(None)),
    ("add", lambda: "a" + 1),
    ("mul", lambda: "a" * "b"),
    ("mul float", lambda: "a" * 1.5),
    ("in", lambda: 1 in "abc"),
    ("less", lambda: "a" < 1),
    ("ord", lambda: ord("ab")),
    ("ord int", lambda: ord(5)),
    ("chr", lambda: chr(-1)),
    ("find int", lambda: "abc".find(1)),
    ("replace", lambda: "abc".replace("a")),
    ("startswith", lambda: "abc".startswith(1)),
    ("assign", lambda: exec_assign()),
    ("encode", lambda: "é".encode("ascii")),
    ("decode", lambda: b"\xff".decode()),
    ("attribute", lambda: "abc".push("d")),
    ("maketrans", lambda: str.maketrans("ab", "c")),
    ("strip", lambda: "abc".strip(1)),
]:
    def exec_assign():
        text = "abc"
        text[0] = "x"

    try:
        print(label, "=", action())
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)
