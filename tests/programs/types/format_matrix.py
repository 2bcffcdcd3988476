"""Every value with every format specification, every % conversion and every replacement field."""


def show(label, f, *args, **named):
    try:
        print(label, repr(f(*args, **named)))
    except Exception as e:
        print(label, type(e).__name__, e)


VALUES = [
    0, 1, -1, 255, -255, 1234567, 10**20, 0x1F600, True, 0.0, -0.0, 1.0, -1.5, 0.5, 2.5, 1234.5678, 1e10,
    1e16, 1e-7, 1.5e300, 100.0, 99.9999, float("inf"), float("-inf"), float("nan"), 1 / 3, "", "a",
    "hello world", "héllo", "日本語", 1 + 2j, -1.5j, 0j, complex(1e10, -3), None, [1],
]
SPECS = """
d 5 05 <5 >8 ^9 =8 *^12 é<6 + - +d +08d 08.3f .2f .0f #.0f 10.4f <10.2f| e .3e E g .3g .10g #g G n %
.1% x X #x #X o #o b #b 010b #012b c , _ ,d _d ,.2f _.3f _x _b #_x ,x 015,d 015,.2f 020, 020_d .3 .1
.0 s .2s 10s >10s ^10.3s z z.1f +.3g r d5 { } . 5. -5 <<5 x<5 ><5 99 0 00 <05 0<5 >05 ^05 ,, ,_ _, +c
#c #s +s =s =5s 5c <5c .5d 1000000000000000000000 .99999999999 0=5 =+5 € 5€ éé5 #5 #05 -#x +#010x z5
5n _n ,n 05s F +F %% 5% 08% ,% .2e 015.3e ,e .2g ,g 014,g .0e #.0e .0g #.3g 0.0 010.3 +010.3 16.8 ,.3
#.3 #
""".split() + ["", " ", " d", "# 5", " #x"]
for v in VALUES:
    for spec in SPECS:
        show(f"{v!r} {spec!r}", format, v, spec)

CONVERSIONS = """
%d %i %u %5d %-5d| %05d %+d %.3d %8.3d %08.3d %-08d| %x %X %#x %#X %o %#o %08x %#010x %+x %.5x %e %.2e
%E %f %.0f %.3f %10.2f %-10.2f| %+.1f %010.2f %g %G %.3g %#g %#.0f %s %10s %-10s| %.2s %10.2s %r %10r
%.3r %a %c %5c %-5c| %05c %% %5% %ld %hd %Lf %b %z %q %05s %+s %F %05e %
""".split() + ["% d", "% f"]
for v in (0, -1, 12345, 10**20, True, 1.5, -0.0, 1e10, 1e-10, float("inf"), float("nan"), "a", "héllo",
          "", None, [1, 2], b"x", 65, 1114112, 300, 2.999):
    for conversion in CONVERSIONS:
        show(f"{conversion!r} {v!r}", lambda: conversion % (v,))
        show(f"b{conversion!r} {v!r}", lambda: conversion.encode() % (v,))

for template, args in [
    ("%s %s", (1,)), ("%s", (1, 2)), ("%s", ()), ("", ()), ("", (1,)), ("", 1), ("", {}), ("", []),
    ("abc", {"a": 1}), ("%(a)s", {"a": 1}), ("%(a)s %(b)d", {"a": 1, "b": 2}), ("%(a)s", {}),
    ("%(a)s", 1), ("%(a)s", (1,)), ("%(a", {}), ("%()s", {"": 5}), ("%(a(b)c)s", {"a(b)c": 3}),
    ("%*d", (5, 3)), ("%-*d|", (5, 3)), ("%*d|", (-5, 3)), ("%.*f", (2, 3.14159)), ("%*d", (3,)),
    ("%*.*f", (8, 2, 3.14159)), ("%*d", ("a", 3)), ("%.*s|", (-1, "abc")), ("%(a)*d", {"a": 1}),
    ("%(a)s %s", {"a": 1}), ("%s", {"a": 1}), ("%s", [1, 2]), ("%s%%", 5), ("%%", ()),
    ("%s", ((1, 2),)), ("ü%s€%d", ("ß", 3)), ("%ü", 1), ("ab%€", 1), ("%.99999999999d", 1), ("%-", 1),
]:
    show(f"{template!r} {args!r}", lambda: template % args)


class Thing:
    x = 5

    def __getitem__(self, key):
        return ("item", key)

    def __format__(self, spec):
        return f"<{spec}>"

    def __str__(self):
        return "a thing"

    def __repr__(self):
        return "Thing()"


FIELDS = """
{} {0} {1} {2} {}{} {0}{} {}{0} {a} {b} {0.x} {0.y} {0[a]} {0[1]} {0[-1]} {0.x.real} {a!r} {a!s} {a!a}
{a!x} {a!} {a!r:>9} {a!rr} { } {{ }} {{}} {{{}}} {0 {0! {0!r {0: {0:{ {0:{}} {:{}} {:{}{}} {:{a}} {0:{1}}
{:{:{}}} {0:}} {0:{} {a.x} {a[b]} {0[} {0[]} {0.} {0..x} {.x} {[k]} {!r} {:>{w}.{p}f} {0]} {0[a]b} {0[a][b]}
{99999999999999999999} {0[99999999999999999999]} a{b a}b {0:é^9} {a:€>5} 日{}本 {0.__class__.__name__}
{-1} {01} {a-b} {0!s:{w}} {a{b}}
""".split()
thing = Thing()
for field in FIELDS:
    show(f"{field!r}", field.format, thing, 6, a="é", w=7, p=2)
    show(f"{field!r} of a number", field.format, 3.14159, 8, w=9, p=3, a=thing)
    show(f"{field!r} of a mapping", field.format_map, {"a": 1, "w": 3})
    show(f"{field!r} of nothing", field.format)

w, p, name = 10, 3, "x'y"
print(f"{3.14159:{w}.{p}}|{3.14159:>{w}}|{name!r:>8}|{name=}|{w = :>5}|{w+1=}|{name!s:^7}|{{}}")
print(f"{'a' 'b'}|{[1, 2][0]:03d}|{thing}|{thing:abc}|{thing!r}|{thing!s:>8}|{None}|{True:5}|{1e3:,}")
