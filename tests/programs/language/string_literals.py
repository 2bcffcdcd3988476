# String literals: escapes, raw, bytes, triple quotes, joining, prefixes, unicode names, line ends.
print('single', "double", 'it\'s', "say \"hi\"", 'mixed "quotes"', "mixed 'quotes'")
print("tab\tnew\\n back\\slash \a\b\f\v|".encode(), "\x41\u0042\U00000043\103\7".encode())
print("nul\0end".encode(), len("\0"))
print(r"raw \n \t \\", R'c:\new', rb"\x00", br'\d', Rb"\\", len(r"\""))
print("""triple
  "quoted" with 'both'
end""", '''other
one''')
print("joined " 'across ' """kinds""", ("over "
                                         "lines"), b"by" b"tes", f"f{1}" "plain" r"\raw" f"{2}")
print("line \
continued", """no newline at \
the end""")
long_text = (
    "first part, "
    "second part, "
    f"and {'third'}"
)
print(long_text, len(long_text))
print(u"unicode prefix", "日本語", "é", "😀", len("😀"), "\ud83d".encode("utf-16", "surrogatepass")[2:])
print(repr("a'b"), repr('a"b'), repr("a'b\"c"), repr("\n\t\\"), repr("\x00\x7f\x80\xa0"),
      repr("é日"), repr("\u200b\ufeff"))
print(ascii("é日😀"), ascii("plain"), "\x1b[0m".encode(), repr("\r\n"))
print(0b1010, 0o17, 0xff, 0XAB, 0B1, 0O7, 1_000, 0x_ff, 1e3, 1E-2, .5, 5., 1_0.0_1, 1e+5, 00, 0_0)
print(True, None, ..., Ellipsis is ..., (), [], {}, {*()}, b"", '', "" "")
print(not True, - -1, +-+1, ~-1, 2**-1, -2**2, (-2)**2, 2**3**0)
x = 5; y = 6; print(x, y)
if x: print("one line"); print("two")
print(x if x > 3
      else y,
      [1,
       2,
       ],
      {"a": 1,
       },
      )
total = 1 + \
    2 + \
    3
print(total)
print("# not a comment", '# neither')  # a comment
print("%s %%" % "percent", "{{}}".format(), f"{{}}", "\\{}".format(1))
class C: pass
def f(): return 1
lam = lambda: (yield)
print(C.__name__, f(), lam.__name__)
print("a" "b" * 2, "-" * 10)
print("\u00e9" == "é", "e\u0301" == "é", len("e\u0301"), "Straße".upper(), "ﬀ".upper())
print(type(b"x").__name__, b"\xff"[0], b'\'', b"caf\xc3\xa9".decode(), "caf\xe9".encode())
def documented():
    """Doc first line.

    Second, indented.
    """
print(repr(documented.__doc__))
