# Text beyond ASCII: lengths, indexing, case, comparison, encodings, combining characters, emoji.
samples = ["naïve café", "Ελληνικά", "русский", "日本語テキスト", "한국어", "עברית", "😀🎉", "e\u0301", "ß",
           "ﬁ", "Ⅷ", "½", "\u200d", "ａｂｃ"]
for s in samples:
    print(s, len(s), s.encode().hex(), len(s.encode()), repr(s), ascii(s), s.upper(), s.lower(),
          s.title(), s[::-1])
for s in samples:
    print([s.isalpha(), s.isalnum(), s.isupper(), s.islower(), s.isnumeric(), s.isidentifier(),
           s.isprintable(), s.isspace()], end=" ")
print()
text = "añ日😀z"
print([text[i] for i in range(len(text))], text[2:4], text[-2], text.index("日"), text.find("z"),
      [ord(c) for c in text], text.split("日"))
print(sorted("zéaÉ日b"), max(text), min(text), "é" < "z", "é" > "e", "a" < "日" < "😀",
      "É".lower() == "é", "ß".upper(), "ß".casefold() == "ss")
print("日本".center(6, "*"), "日本".ljust(5) + "|", f"{'é':>4}|{'日本':^6}|{'😀':-<3}", "é" * 3, "日" + "本",
      "本" in "日本語", "日本語".replace("本", "x"))
print("a日b日c".split("日"), "日".join("abc"), "日本語".partition("本"), "  é ".strip(), "éxé".strip("é"),
      "日本".startswith("日"), "日本語".count("本"))
for codec in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "latin-1", "ascii", "cp1252"):
    for word in ("abc", "é", "日", "😀", "€"):
        try:
            data = word.encode(codec)
            print(codec, word, data.hex(), data.decode(codec) == word, end="; ")
        except UnicodeEncodeError as error:
            print(codec, word, error.reason, error.start, error.end, end="; ")
    print()
for mode in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace"):
    print(mode, "aé日😀".encode("ascii", mode))
for mode in ("ignore", "replace", "backslashreplace"):
    print(mode, b"a\xff\xc3\xa9\xe6\x97".decode("utf-8", mode))
for bad in (b"\x80", b"\xc3", b"\xc3\x28", b"\xe6\x97", b"\xf0\x9f\x98", b"\xed\xa0\x80",
            b"\xf8\x88", b"ok\xfe"):
    try:
        print(bad.decode())
    except UnicodeDecodeError as error:
        print(error)
try:
    "\ud800".encode()
except UnicodeEncodeError as error:
    print(error)
name, größe, 変数 = "ok", 5, 7
print(name, größe, 変数, größe + 変数)


class Größe:
    ünïcode = "attribute"

    def método(self):
        return self.ünïcode


print(Größe().método(), Größe.__name__, f"{größe=}")
d = {"ключ": 1, "键": 2, "é": 3}
print(d, d["键"], sorted(d), "é" in d, "e\u0301" in d, {"日": "本"}["日"])
print("tab\u0009|nbsp\u00a0|zwj\u200d|bom\ufeff|ls\u2028|".encode("ascii", "backslashreplace"),
      "a\u2028b\x0bc\x85d".splitlines(), "\u3000x\u2003".strip())
print(chr(0), chr(0x10FFFF).encode(), ord("\U0001F600"), len("👨‍👩‍👧"), "👨‍👩‍👧"[0],
      "🇩🇪"[::-1] == "🇪🇩", "é" == "e\u0301")
print("٣".isdigit(), int("٣"), "²".isdigit(), "½".isnumeric(), float("١.٥"), "五".isnumeric(),
      "五".isdigit(), int("１２３"))
