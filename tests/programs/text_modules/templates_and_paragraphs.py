"""string and textwrap in full."""
import string
import textwrap
from string import Formatter, Template

print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, string.octdigits, len(string.printable), string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
t = Template("Hi $name, you owe $$${amount} for ${item}s; $other")
print(t.safe_substitute(name="Bob", amount=5), t.template)
for f in (lambda: t.substitute(name="x"), lambda: Template("$").substitute(), lambda: Template("a\n b ${x").substitute(x=1), lambda: t.substitute({"name": 1}, amount=2, item=3, other=4), lambda: Template("$x $y").substitute({"x": 1}, y=2), lambda: Template("$ä").substitute()):
    try:
        print(f())
    except (KeyError, ValueError) as e:
        print(type(e).__name__, e)
print(Template("$a $b ${c} $$").get_identifiers(), Template("$a").is_valid(), Template("$1").is_valid())


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+_[a-z]+"


print(Percent("%with_under $x %% %{and_brace}").substitute(with_under="1", and_brace=2))
f = Formatter()
print(f.format("{0} {name!r:>8} {1:.2f} {2[k]} {3.real}", "x", 3.14159, {"k": "v"}, 5, name="n"), list(f.parse("a{b!r:c}d{{}}{0.x[1]}")), f.vformat("{} {}", (1, 2), {}), f.get_field("0.real", (3,), {}), f.convert_field(5, "r"), f.format_field(3, "04d"))


class Def(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, f"<{key}>")
        return super().get_value(key, args, kwargs)

    def check_unused_args(self, used_args, args, kwargs):
        print("used", sorted(map(str, used_args)))


print(Def().format("{a} {b} {0} {w:{width}}", 1, a=2, w=3, width=5))
for bad in ("{", "}", "{0", "{!z}", "{} {0}", "{0} {}"):
    try:
        print(f.format(bad, 1, 2))
    except (ValueError, IndexError, KeyError) as e:
        print(bad, type(e).__name__, e)
text = """The quick brown fox -- who was very-quick -- jumped over the lazy dog's back.  It
was a sunny day; "Hello," said the\tfox. Supercalifragilisticexpialidocious-words are long."""
for kw in ({}, {"width": 20}, {"width": 30, "initial_indent": "* ", "subsequent_indent": "  "}, {"width": 15, "break_long_words": False}, {"width": 25, "break_on_hyphens": False}, {"width": 40, "fix_sentence_endings": True}, {"width": 30, "expand_tabs": False, "replace_whitespace": False}, {"width": 30, "drop_whitespace": False}, {"width": 25, "max_lines": 2}, {"width": 25, "max_lines": 3, "placeholder": "~"}, {"width": 18, "tabsize": 4}):
    print(kw, textwrap.wrap(text, **kw))
print(textwrap.fill(text, 33)); print(textwrap.shorten(text, 40), textwrap.shorten("a b", 10), textwrap.shorten("hello world out there", width=12, placeholder="..."))
print(repr(textwrap.dedent("""
    first
      second
    \tthird

      fourth
   """)), repr(textwrap.dedent("\tx\n\ty\n\t  z")), repr(textwrap.dedent("a\n  b")), textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb\n", "> ", lambda line: True))
for bad in (lambda: textwrap.wrap("x", 0), lambda: textwrap.wrap("x y z", 3, max_lines=1), lambda: textwrap.shorten("hello", 2)):
    try:
        print(bad())
    except ValueError as e:
        print(e)
w = textwrap.TextWrapper(width=12, initial_indent="- "); w.width = 10
print(w.wrap("some words to wrap here"), w.fill("x"), textwrap.wrap(""), textwrap.wrap("   "), textwrap.wrap("a" * 25, 10), textwrap.wrap("foo-bar baz--qux e-mail x-y-z 1-2 --option -o", 8), textwrap.wrap("wörd größe naïve", 7))
