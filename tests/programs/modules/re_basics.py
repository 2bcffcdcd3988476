# re: match, search, fullmatch, groups, findall, sub, split, flags, named groups, errors.
import re

m = re.match(r"(\w+) (\w+)", "hello world again")
print(m.group(), m.group(1), m.group(1, 2), m.groups(), m[2], m.start(), m.end(2), m.span(1),
      m.string, bool(m))
print(re.match("b", "abc"), re.search("b", "abc").span(), re.fullmatch(r"\d+", "123").group(),
      re.fullmatch(r"\d", "12"))
print(m)
print(re.findall(r"\d+", "a1 bb22 c333"), re.findall(r"(\w)(\d)", "a1 b2"),
      re.findall(r"(\w)\d", "a1 b2"), re.findall("x", ""))
print([(x.group(), x.start()) for x in re.finditer(r"[aeiou]", "education")])
print(re.sub(r"\d", "#", "a1b22"), re.sub(r"(\w+)@(\w+)", r"\2 at \1", "me@home"),
      re.sub("a", "b", "aaa", count=2))
print(re.sub(r"\d+", lambda m: str(int(m.group()) * 2), "3 and 10"), re.subn("a", "", "banana"),
      re.sub("x*", "-", "abc"))
print(re.split(r"[,;]\s*", "a, b;c,d"), re.split(r"(-)", "a-b-c"), re.split(r"\s+", " a b "),
      re.split("x", "axbxc", 1))
d = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)", "on 2024-05-17")
print(d.group("year"), d["month"], d.groupdict(), d.lastgroup, d.start("month"),
      re.sub(r"(?P<a>\w)", r"<\g<a>>", "xy"))
print(re.findall("A", "aAa", re.I), re.findall(r"^\w+", "one\ntwo", re.M),
      re.search("a.b", "a\nb", re.S).group())
print(re.search(r"(?i)HELLO", "say hello").group(), re.findall(r"\bcat\b", "cat concat cat's"))
pattern = re.compile(r"""
    (\d+)      # number
    \s*
    ([a-z]+)?  # unit
""", re.VERBOSE)
print([p.groups() for p in pattern.finditer("5 kg, 7, 12cm")], pattern.groups, pattern.match("x"))
print(re.match(r"(a)|(b)", "b").groups(), re.match(r"(a)?b", "b").group(1),
      re.match(r"(a)?b", "b").groups("default"))
print(re.findall(r"a+?", "aaa"), re.findall(r"<.*?>", "<a><b>"), re.findall(r"<.*>", "<a><b>"),
      re.findall(r"a{2,3}", "aaaaa"))
print(re.findall(r"\w+(?=!)", "hi! there wow!"), re.findall(r"(?<=\$)\d+", "$5 6 $70"),
      re.findall(r"q(?!u)", "qa qu"))
print(re.findall(r"(?:ab)+", "ababab ab"), re.search(r"(\w)\1", "hello").group(),
      re.match(r"\Aab\Z", "ab") is not None)
print(re.escape("a.b*c"), re.findall(r"[^\s,]+", "a, b c"), re.findall(r"[a-c-]", "a-d"),
      re.findall(r"é\w", "été"))
print(re.findall(r"\w+", "naïve café 日本"), re.findall(r"\w+", "naïve", re.ASCII),
      re.findall(rb"\d", b"a1b2"))
print(pattern.pattern == re.compile(pattern.pattern, re.X).pattern,
      re.compile("a") == re.compile("a"), bool(re.I & re.compile("a", re.I).flags))
p = re.compile("b")
print(p.search("abab", 2).start(), p.match("ab", 1).span(), p.findall("bbb", 1, 2),
      p.sub("x", "abc"), p.split("abc"))
print(m.expand(r"\2-\1"), m.re.pattern, m.pos, m.endpos, m.lastindex,
      re.match("(a(b))", "ab").groups())

TOKENS = re.compile(r"(?P<num>\d+(\.\d*)?)|(?P<name>[A-Za-z_]\w*)|(?P<op>[-+*/=()])|(?P<skip>\s+)|(?P<bad>.)")


def tokens(text):
    for match in TOKENS.finditer(text):
        if match.lastgroup != "skip":
            yield match.lastgroup, match.group()


print(list(tokens("x = 3.14*(y1+2) ?")))
email = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
print([bool(email.fullmatch(e)) for e in ("a@b.co", "a.b+c@d-e.org", "@x.y", "a@b", "a b@c.d")])
log = '127.0.0.1 - - [10/Oct/2000:13:55:36] "GET /index.html HTTP/1.0" 200 2326'
print(re.match(r'(\S+) \S+ \S+ \[([^\]]+)\] "(\w+) (\S+) [^"]*" (\d+) (\d+)', log).groups())
for bad in ("(", "[a", "*a", "a{2,1}", "(?P<1>a)", r"\1", "(?P<a>x)(?P<a>y)", "(?z)", "a**", ")"):
    try:
        re.compile(bad)
        print("compiled", bad)
    except re.error as error:
        print(repr(bad), "->", error, error.pos)
for action in (lambda: m.group(5), lambda: m.group("none"), lambda: re.match("a", 5),
               lambda: re.sub("a", r"\9", "a")):
    try:
        action()
    except (IndexError, TypeError, re.error) as error:
        print(type(error).__name__, error)
