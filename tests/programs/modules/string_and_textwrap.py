# string constants, Template, capwords; textwrap's wrap, fill, dedent, indent, shorten.
import string
import textwrap
from string import Template

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits,
      string.octdigits)
print(string.punctuation, repr(string.whitespace), len(string.printable),
      string.ascii_letters[25:27])
print(string.capwords("hello wORLD  foo"), string.capwords("a-b c", "-"))
t = Template("$who owes ${amount} to $other, $$5")
print(t.substitute(who="ann", amount=3, other="bob"), t.safe_substitute(who="x"), t.template)
for label, action in [
    ("missing", lambda: t.substitute(who="x")),
    ("invalid", lambda: Template("cost: $ 5").substitute()),
]:
    try:
        print(action())
    except (KeyError, ValueError) as error:
        print(label, type(error).__name__, error)
text = ("The quick brown fox jumps over the lazy dog, and then it runs away; "
        "an extraordinarilylongwordthatdoesnotfit ends it.")
for line in textwrap.wrap(text, 24):
    print("|" + line + "|")
print(textwrap.fill(text, width=40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("short"), textwrap.wrap(""), textwrap.wrap("a b c", 1))
print(textwrap.wrap(text, 30, break_long_words=False)[-3:])
print(textwrap.wrap("well-known hyphen-ated words", 12),
      textwrap.wrap("tabs\tand\nlines  here", 10))
print(textwrap.shorten(text, 30), "|", textwrap.shorten("fits", 30), "|",
      textwrap.shorten(text, 25, placeholder="..."))
code = """
    def f():
        return 1

    print(f())
"""
print(textwrap.dedent(code).strip())
print(repr(textwrap.dedent("  a\n    b\n\n  c")), repr(textwrap.dedent("\tx\n\ty")),
      repr(textwrap.dedent("a\n b")))
print(textwrap.indent("one\n\ntwo\n", "> "), textwrap.indent("a\n\nb", "--", lambda line: True))
paragraphs = ["First paragraph is here.", "Second, longer paragraph follows it with more words."]
print("\n\n".join(textwrap.fill(p, 26) for p in paragraphs))


def rot13(s):
    lower, upper = string.ascii_lowercase, string.ascii_uppercase
    return s.translate(str.maketrans(lower + upper,
                                     lower[13:] + lower[:13] + upper[13:] + upper[:13]))


print(rot13("Hello, World"), rot13(rot13("Hello, World")))
print(len([c for c in "a1!B " if c in string.ascii_letters + string.digits]))
