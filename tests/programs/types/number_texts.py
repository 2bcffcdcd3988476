"""What int(), float(), complex(), float.fromhex() and int.from_bytes() read, and what they refuse."""


def show(label, f, *args, **named):
    try:
        print(label, repr(f(*args, **named)))
    except Exception as e:
        print(label, type(e).__name__, e)


TEXTS = [
    "", " 12 ", "1_000", "_1", "1__0", "1_", "0x1f", "0X_1F", "0b101", "0o17", "012", "00", "0_0",
    "-0x10", "+5", "- 5", "٣", "１２", "z", "9" * 30, "-" + "8" * 25, "1.5", "0b", "0x", "\t7\n",
    "1\x002", "٣.٥", "1e5", "1_0.5_0e1_0", "1._5", "inf", "-Infinity", "nan", "+NaN", ".5", "5.", ".",
    "e5", "1e", "1e+", "1E-5", "0x1p3", "infinit", "1e400", "-1e400", "1e-400", "4.9e-324",
    "2.4e-324", "1.7976931348623159e308", "123456789012345678901234567890.123456789",
]
for text in TEXTS:
    show(f"int {text!r}", int, text)
    show(f"float {text!r}", float, text)
    show(f"complex {text!r}", complex, text)
    for base in (0, 2, 7, 8, 16, 36, 1, 37):
        show(f"int {text!r} {base}", int, text, base)

for text in ["1+2j", "1-2j", "j", "-j", "1j", "(1+2j)", " ( 1+2j ) ", "1 + 2j", "1e5+1e-5j",
             "nan+infj", "1+", "1+2", "2j1", "++j", "1e+5j", "(1+2j", "1+j", "1-J", "((1))"]:
    show(f"complex {text!r}", complex, text)

for data in (b"12", b" 7 ", bytearray(b"0x10"), b"\xff", b"1\x00", b"1.5", None, [], "1", 2.5):
    show(f"int {data!r}", int, data)
    show(f"int {data!r} 16", int, data, 16)
    show(f"float {data!r}", float, data)
    show(f"complex {data!r}", complex, data, 1)

for text in ["0x1.8p1", "1.8p1", "0x.1p4", "0x1p-1074", "0x1p-1075", "0x1p1024", "inf", "-nan", "0x",
             "1", "0x1.gp1", " 0x1p3 ", "-0x0p0", "0x1.fffffffffffff8p1023", "0X1P+3"]:
    show(f"fromhex {text}", float.fromhex, text)

for data, order in ((b"\x01\x02", "big"), (b"\xff\xfe", "little"), (b"", "big"), ([1, 2], "big"),
                    (b"a" * 20, "big"), ("x", "big"), (b"a", "x")):
    for signed in (False, True):
        show(f"from_bytes {data}", int.from_bytes, data, order, signed=signed)

show("longest text", int, "1" * 4301)
show("longest number", str, 10 ** 4300)
print(len(str(10 ** 4299)), int("1" * 4300) % 97)
