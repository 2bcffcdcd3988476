"""Every encoding with every error handler, over text and over bytes, good and broken."""


def show(label, f, *args):
    try:
        print(label, ascii(f(*args)))
    except Exception as e:
        print(label, type(e).__name__, e)


ENCODINGS = ["utf-8", "utf8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "ascii",
             "latin-1", "cp1252", "us-ascii", "iso-8859-1", "Latin1", "bogus"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "surrogateescape"]
TEXTS = ["", "abc", "é", "aé€😀b", "\ud800", "a\udc80\udcffb", "\x81\x9d", "日本", "\ufeffx", "ÿ\u0178"]
DATA = [
    b"", b"abc", b"\xc3\xa9", b"a\xe2\x82A\xff", b"\xed\xa0\x80", b"\xed\xa0", b"\xff\xfea\x00",
    b"\xfe\xff\x00a", b"\x00\xd8a\x00", b"\x00\xdc", b"\x00\xd8", b"a\x00b", b"\x00\x00\x11\x00",
    b"\xff\xfe\x00\x00a\x00\x00\x00", b"\x00\x00\xfe\xff\x00\x00\x00a", b"\x00\xd8\x00\x00",
    b"\xef\xbb\xbfabc", b"\x80\x81\x82", b"\xf0\x9f\x98\x80", b"\xf0\x9f\x98", b"\xf5\x80", b"\xc0\xaf",
    b"\xe0\x80\x80", b"=\xd8\x00\xde",
]
for encoding in ENCODINGS:
    for handler in HANDLERS:
        for text in TEXTS:
            show(f"{text!a} {encoding} {handler}", text.encode, encoding, handler)
        for data in DATA:
            show(f"{data!r} {encoding} {handler}", data.decode, encoding, handler)
for text in TEXTS:
    show(f"{text!a} xml", text.encode, "ascii", "xmlcharrefreplace")
    show(f"{text!a} pass", text.encode, "utf-8", "surrogatepass")
    show(f"{text!a} unknown", text.encode, "ascii", "nope")
    show(f"{text!a} both ways", lambda: text.encode("utf-16").decode("utf-16") == text)
    show(f"{text!a} both ways", lambda: text.encode("utf-32").decode("utf-32") == text)
