"""Every method of str over texts of many scripts, and of bytes and bytearray over many bytes."""


def show(label, f, *args):
    try:
        print(label, repr(f(*args)))
    except Exception as e:
        print(label, type(e).__name__, e)


TEXTS = [
    "", "a", "hello world", "  padded  ", "Hello World Foo", "ABC", "a,b,,c,", "line1\nline2\r\nline3\r",
    "\tx\t\ty\tzz\t", "héllo wörld", "日本語テキスト", "ß", "ǅ", "ﬁﬂ", "ΑΣ ΣΑΣ. Σ", "İstanbul", "½²³",
    "١٢٣", "_x", "1x", "x" * 70 + "é" + "y" * 70, "a\x1cb\x1dc\x85d\u2028e", "\u3000 x\u00a0", "aaaa",
    "abababab", "don't STOP Me", "a\\b'c\"d\n\x00\x7f\xa0\xad\u200b\ue000\U0001f600\U0010ffff", "+12",
    "-7", "ŉ", "ΐ", "ᾳ", "\u0345", "\u1e9e", "ſ", "ÿ", "Ⅷ", "Ⓐ", "ªº", "ʰ", "\ud800", "e\u0301",
]
PARTS = ["", "a", "ab", ",", "é", "語", " ", "\n", "aa", "zz", "l"]
PLAIN = ("upper lower title capitalize swapcase casefold isalnum isalpha isascii isdecimal isdigit "
         "isidentifier islower isnumeric isprintable isspace istitle isupper split rsplit splitlines "
         "strip lstrip rstrip expandtabs").split()
for t in TEXTS:
    for name in PLAIN:
        show(f"{t!r}.{name}", getattr(t, name))
    show(f"{t!r} text", lambda: (len(t), ascii(t), t[::-1], list(t)[:5], t[1:3], t[-2:], t * 2))
    for i in (0, 1, 5, -1, -3, 69, 70, 71, 141, 200):
        show(f"{t!r}[{i}]", lambda: t[i])
        show(f"{t!r}[{i}:]", lambda: (t[i:], t[:i], t[i::2], t[i::-2], t[i:i + 3]))
    for w in (0, 5, 6, 11, 14):
        show(f"{t!r} {w}", lambda: (t.center(w), t.center(w, "é"), t.ljust(w, "*"), t.rjust(w)))
        show(f"{t!r} {w}", lambda: (t.zfill(w), t.expandtabs(w)))
    for n in (1, 2, -1):
        show(f"{t!r} {n}", lambda: (t.split(None, n), t.rsplit(None, n), t.splitlines(n)))
    show(f"{t!r} map", lambda: t.translate({97: "X", 98: None, 233: 101, ord("l"): "LL"}))
    show(f"{t!r} map", lambda: t.translate(str.maketrans("abc", "xyz", "lo")))
    for s in PARTS:
        show(f"{t!r} {s!r} find", lambda: (t.find(s), t.rfind(s), t.count(s), s in t, t < s, t == s))
        show(f"{t!r} {s!r} ends", lambda: (t.startswith(s), t.endswith(s), t.removeprefix(s)))
        show(f"{t!r} {s!r} cut", lambda: (t.removesuffix(s), t.strip(s), t.lstrip(s), t.rstrip(s)))
        show(f"{t!r} {s!r} replace", lambda: (t.replace(s, "<>"), t.replace(s, s + s, 2)))
        show(f"{t!r} {s!r} split", lambda: (t.split(s), t.rsplit(s, 1), t.split(s, 1), t.split(s, 0)))
        show(f"{t!r} {s!r} parts", lambda: (t.partition(s), t.rpartition(s), s.join(t)))
        show(f"{t!r} {s!r} index", lambda: (t.index(s), t.rindex(s, 1)))
        for a, b in ((0, 3), (1, None), (-3, None), (2, -1), (50, 80), (3, 1), (0, 0), (len(t), None),
                     (len(t) + 1, None)):
            show(f"{t!r} {s!r} {a}:{b}", lambda: (t.find(s, a, b), t.rfind(s, a, b), t.count(s, a, b)))
            show(f"{t!r} {s!r} {a}:{b}", lambda: (t.startswith(s, a, b), t.endswith(s, a, b)))

DATA = [b"", b"abc", b"a,b,,c", b"Hello World", b"  x  ", b"\xff\x00\x80'\"\\\n", b"line\r\nx\ry\n",
        b"\t1\t22", b"12", b"aAbB1"]
PLAIN_BYTES = ("upper lower title capitalize swapcase isalnum isalpha isascii isdigit islower isspace "
               "istitle isupper split rsplit splitlines strip lstrip rstrip expandtabs hex decode").split()
for data in DATA:
    for kind in (bytes, bytearray):
        v = kind(data)
        for name in PLAIN_BYTES:
            show(f"{v!r}.{name}", getattr(v, name))
        show(f"{v!r}", lambda: (len(v), v[::-1], list(v), v[1:3], v * 2, v + b"x", b"x" + v, v == data))
        show(f"{v!r}", lambda: (v < b"b", str(v), v.hex("-", 2), v.hex(":", -2), v.center(9), v.zfill(6)))
        show(f"{v!r}", lambda: (v.translate(None, b"a"), v.translate(bytes.maketrans(b"ab", b"xy"), b"H")))
        for s in (b"", b"a", b",", b"\n", b"l", b"\xff", bytearray(b"bc")):
            show(f"{v!r} {s!r}", lambda: (v.find(s), v.rfind(s), v.count(s), s in v, v.startswith(s)))
            show(f"{v!r} {s!r}", lambda: (v.endswith(s), v.replace(s, b"<>"), v.strip(s)))
            show(f"{v!r} {s!r}", lambda: (v.split(s), v.rsplit(s, 1), v.partition(s), s.join([v, v])))
        for i in (0, 1, -1, 50, 97, 255, 256, "a", None, 1.5):
            show(f"{v!r} {i!r}", lambda: v[i])
            show(f"{v!r} {i!r}", lambda: (i in v, v.find(i)))

ba = bytearray(b"hello")
ba[0] = 72
ba[1:3] = b"EYY"
ba.append(33)
ba.extend([1, 2])
ba.insert(0, 65)
ba.insert(-1, 66)
print(ba, ba.pop(), ba.pop(0))
ba.remove(33)
ba.reverse()
del ba[0]
del ba[::2]
ba += b"123"
ba *= 2
print(ba)
ba[::2] = b"x" * len(ba[::2])
del ba[-3::-2]
ba[2:2] = ba
print(ba, ba.copy() == ba, ba.clear(), ba)

s = ""
for i in range(2000):
    s += str(i)
t = s
s += "é"
s += "x" * 200
print(len(t), len(s), s[-202:-199], s.find("é"), s[6890], t[-10:])
