# re: the rest of its interface: bytes, flags as objects, templates, iterators, errors of types.
import copy
import re
from re import Match, Pattern

print(re.I, re.I | re.M, repr(re.X), re.NOFLAG, re.RegexFlag.DOTALL, re.I & re.M, int(re.A | re.S), ~re.I & re.M)
print(re.compile("a"), re.compile("a", re.I | re.M), re.compile(b"a\n", re.S), re.compile("x", re.A),
      re.compile("(?ix) a b"), re.compile("\"'"))
print(re.compile("a").flags, re.compile(b"a").flags, re.compile("(?s)a", re.I).flags, re.compile("a", 2).flags)
p = re.compile(r"(?P<word>\w+)-(?P<num>\d+)")
print(p.groups, p.groupindex, dict(p.groupindex), p.pattern, isinstance(p, Pattern), type(p), type(p.match("a-1")))
m = p.search("see abc-12, é-3")
print(m, m.regs, m.span("num"), m.group("word", 2, 0), m["num"], m[1], m.lastindex, m.lastgroup, m.pos, m.endpos)
print(m.groupdict(), m.start(), m.end(), m.expand(r"\g<num>\1\n\\ \x".replace("\\x", "")), isinstance(m, Match))
print([x.group() for x in p.finditer("a-1 b-2")], type(p.finditer("")).__name__, next(p.finditer("zz"), "none"))
print(p.sub(lambda m: m["word"].upper(), "a-1 b-2 c-3", 2), p.subn(r"\2-\1", "a-1 b-2"), p.sub("", "a-1"))
print(re.sub(rb"(\d)", rb"<\1>", b"a1b2"), re.split(rb",", b"a,b"), re.findall(b"..", b"abcde"), re.search(b"\xff", b"a\xffb").span())
print(re.match(b"a(.)", bytearray(b"abc")).group(1), re.sub(b"a", b"b", bytearray(b"aa")))
print(re.split(r"(a)|b", "1a2b3"), re.split("", "abc"), re.split("x*", "axbc"), re.split(r"\b", "hi there"))
print(re.escape("a+b (c) é\n#"), re.escape(b"a-b"), re.escape("a_b!%,/:;<=>@`'\""))
print(re.fullmatch("a|ab", "ab"), re.match("a|ab", "ab").group(), re.fullmatch("(a*)(a*)", "aaa").groups())
print(p.match("xx a-1", 3).span(), p.match("a-12", 0, 3).group(), p.search("a-1", 5), p.search("a-1", -5, 100).endpos)
print(re.compile("^b").search("ab", 1), re.compile("b$").search("abc", 0, 2).span(), re.compile("(?<=a)b").search("ab", 1).span())
print(copy.copy(p) is p, copy.deepcopy(m) is m, hash(p) == hash(re.compile(p.pattern)), p == re.compile(p.pattern, re.I), p != 5)
print(re.compile(p) is p, re.purge(), {p: 1}[re.compile(r"(?P<word>\w+)-(?P<num>\d+)")])
print("Straße İı ſK".lower() == "x", re.findall("(?i)ß|k|s", "ẞ SſsKkK"), re.findall("(?i)[k-s]", "KS\u017f\u212aé"))
print(re.findall("(?i)\u00e9+", "éÉ"), re.findall("(?ia)\u00e9+", "éÉ"), re.findall(r"\w\W", "日!x-"), re.findall(r"\d", "1٣x"), re.findall(r"(?a)\d", "1٣x"))
print(re.sub("(a)|(b)", r"[\1\2]", "abc"), re.sub("a", r"\\", "a"), re.sub("a", r"\t\.", "a"), re.sub("(?P<q>a)", r"\g<q>\g<1>\g<0>", "a"))
print([re.sub(r"(?<!\d)(\d)(?!\d)", r"0\1", s) for s in ("1 22 3", "a1b")])


def doubled(match: re.Match[str]) -> str:
    return match[0] * 2


print(re.sub("[aeiou]", doubled, "education"), re.Pattern[str])
for action in (lambda: re.match("a", 5), lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.compile(5),
               lambda: re.compile(p, re.I), lambda: re.sub("a", 5, "a"), lambda: re.sub("a", lambda m: 5, "aa"),
               lambda: re.compile("a", re.L), lambda: re.compile("a", re.A | re.U), lambda: re.compile(b"a", re.U),
               lambda: m.group(3), lambda: m["x"], lambda: m.group(-1), lambda: m.start("q"), lambda: m.expand(r"\3"),
               lambda: re.sub("(a)", r"\g<x>", "a"), lambda: re.sub("a", b"b", "a"), lambda: re.sub("a", None, "a"),
               lambda: Pattern(), lambda: p.search("a", "b"), lambda: re.compile("a\n\n(b"), lambda: re.compile("a{99999999999}"),
               lambda: re.compile("(?<=a+)b"), lambda: re.compile("(?i)a|(?m)b"), lambda: re.escape(3), lambda: setattr(m, "x", 1)):
    try:
        print(action())
    except (TypeError, ValueError, IndexError, re.error, OverflowError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    re.compile("ab(c\n[")
except re.error as e:
    print(e.msg, e.pos, e.lineno, e.colno, repr(e.pattern), e.args, repr(e), isinstance(e, Exception))
e = re.error("mine")
print(e, e.msg, e.pos, e.pattern, re.error("m", "a\nb", 3), re.error.__name__, re.error.__module__)
if (found := re.search(r"(\d+)(?:\.(\d+))?", "v3")) and found[2] is None:
    print("major only", found[1], found.groups("0"))
match re.match(r"(\w)=(\d)", "a=1"):
    case None:
        print("no")
    case found:
        print("yes", *found.groups())
deep = re.compile("(" * 60 + "a" + ")" * 60)
print(deep.groups, deep.match("a").lastindex)
print(len(re.match("(?:a|b)*", "ab" * 50000).group()), len(re.findall("(a+)+$", "a" * 20 + "b")))
