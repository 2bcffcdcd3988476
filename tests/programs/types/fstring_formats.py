# f-strings and the format mini-language over ints, floats, strings, bools, None, nested specs.
n, f, s = 42, 3.14159, "text"
print(f"{n}|{n:5}|{n:<5}|{n:>5}|{n:^5}|{n:05}|{n:+}|{n: }|{-n:05}|{n:*^9}|{n:=+7}|{n:x<6}")
print(f"{n:b} {n:o} {n:x} {n:X} {n:#b} {n:#o} {n:#x} {n:#X} {n:08b} {n:#010x} {n:c} {n:n} {n:d}")
print(f"{1234567:,} {1234567:_} {1234567:>15,} {-1234567:,} {0xFFFFF:_x} {255:_b} {12:,} {1234567.5:,}")
print(f"{f} {f:.2f} {f:10.3f}| {f:<10.1f}| {f:+.0f} {f:e} {f:.2E} {f:g} {f:.3g} {f:%} {f:.1%} {f:010.2f}")
print(f"{1e20} {1e20:f} {1e-10:g} {1e-10:.3f} {123456.789:g} {1234567.0:g} {0.1:.20f} {1/3:.5}")
print(f"{100.0} {100.0:g} {100.0:.3} {1.0:#g} {5.0:n} {1e5:,.1f} {-0.0} {-0.0:f} {2.5:.0f} {0.5:.0f}")
print(f"{float('inf')} {float('nan'):.2f} {float('-inf'):8}| {float('inf'):+08.1f} {float('nan'):e}")
print(f"{n:f} {n:.2f} {n:e} {n:%} {n:g} {10 ** 20:e} {True:d} {True} {True:5} {False:>6}|")
print(f"{s}|{s:8}|{s:>8}|{s:^8}|{s:*<8}|{s:.2}|{s:6.3}|{s!r}|{s!r:>8}|{s!s:^6}|{s!a}|{'é'!a}")
print(f"{None} {None!r:>6} {[1, 'a']} {(1,)} {{'k': 1}} { {'k': 1} } {b'x'} {[1, 2]!s:>8}|")
width, precision, fill, align = 10, 3, "*", "^"
print(f"{f:{width}.{precision}f}|{s:{fill}{align}{width}}|{n:{'0'}{width}}|{s:>{width + 2}}|{f:{width}}")
print(f"{{}} {{{n}}} {{{{}}}} {n}{{ {'}'}")
print(f"{n + 1} {n * 2:>5} {(lambda x: x + 1)(n)} {n if n > 3 else 0} {[i for i in range(3)]} {s[1:3]}")
print(f"{n=} {n = } {n=:>5} {s=} {s=!s} {n + 1=} {f=:.2f} { n = !r}")
print(f"{s.upper()} {len(s)} {s.replace('t', 'T')} {'nested ' + f'{n}'} {f'{f:.{2}f}'} {s!r:.3}")
print(f'{"double"} {"it" "s"}' " joined " f"{n}" 'x' rf"\n{n}\t")
print(f"""multi
{n}
  line {s!r}""")
print(f"{n!r:#>6} {'a' 'b':>4} {'':5}| {'':*^5} {0:d} {0:+} {-1: }")
print(f"\t{n}\n\x41\u00e9 {'日本':>5}| {'é':*^5}|")

print(format(n, "06d"), format(f, ".2f"), format(s, ">6"), format(n), format(None), format([1]),
      format("x", ""))
print("{} {} {}".format(1, "a", 2.5), "{1} {0} {1}".format("a", "b"), "{x} {y:>4}".format(x=1, y=2))
print("{0[1]} {0[0]} {d[key]} {o.real}".format([1, 2], d={"key": "v"}, o=5),
      "{:>{w}}".format("r", w=4))
print("{:5}|{:<5}|{:^5}|{!r}|{{}}".format(1, 2, 3, "q"), "{:,}".format(10 ** 7),
      "{:.{p}f}".format(f, p=1))
print("%d %5d %-5d| %05d %+d %x %o %X %#x %c %c %%" % (n, n, n, n, n, n, n, n, n, 65, "z"))
print("%s %r %10s| %-10s| %.2s %a" % (s, s, s, s, s, "é"), "%f %.1f %e %g %8.3f|" % (f, f, f, f, f))
print("%(a)s %(b)05d" % {"a": 1, "b": 2}, "%s" % (1,), "%s" % [1, 2], "%*d|%.*f" % (5, n, 2, f),
      "%i" % 3.9)


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __format__(self, spec):
        return f"<{spec or 'plain'}:{self.amount}>"

    def __str__(self):
        return "money str"

    def __repr__(self):
        return "money repr"


m = Money(5)
print(f"{m} {m:usd} {m!s} {m!r:>12} {m:{n}}", "{:eur}".format(m), format(m, "x"), str(m),
      "%s %r" % (m, m))

for label, action in [
    ("str as d", lambda: f"{s:d}"),
    ("int as s", lambda: f"{n:s}"),
    ("float as d", lambda: f"{f:d}"),
    ("bad code", lambda: f"{n:q}"),
    ("str bad code", lambda: f"{s:q}"),
    ("precision", lambda: f"{n:.2d}"),
    ("str sign", lambda: f"{s:+}"),
    ("str =", lambda: f"{s:=6}"),
    ("str comma", lambda: f"{s:,}"),
    ("comma x", lambda: f"{n:,x}"),
    ("list spec", lambda: f"{[1]:>5}"),
    ("none spec", lambda: f"{None:>5}"),
    ("too few", lambda: "{} {}".format(1)),
    ("key", lambda: "{a}".format(b=1)),
    ("brace", lambda: "{".format()),
    ("single }", lambda: "}".format()),
    ("mix", lambda: "{} {0}".format(1)),
    ("% few", lambda: "%d %d" % (1,)),
    ("% many", lambda: "%d" % (1, 2)),
    ("% type", lambda: "%d" % "a"),
    ("% float", lambda: "%f" % "a"),
    ("% code", lambda: "%q" % 1),
    ("% key", lambda: "%(a)s" % {"b": 1}),
    ("chr range", lambda: f"{-1:c}"),
    ("invalid", lambda: f"{n:>>5}"),
]:
    try:
        print(label, "=", action())
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", error)
