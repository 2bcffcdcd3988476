# string and textwrap at their edges: templates by subclass, Formatter's steps, every option of wrapping.
import string, textwrap
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace), string.hexdigits, string.octdigits, len(string.printable))
print(string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
t = string.Template("$who owes ${what} $$5 to $who")
print(t.substitute(who="Bob", what="rent"), t.safe_substitute(who="A"), t.template)
print(t.get_identifiers() if hasattr(t, "get_identifiers") else "", t.is_valid() if hasattr(t, "is_valid") else "")
for bad in ("$who $nope", "$ x", "abc $1"):
    try: print(string.Template(bad).substitute({"who": 1}))
    except (KeyError, ValueError) as e: print(type(e).__name__, e)
class T2(string.Template):
    delimiter = "%"
print(T2("%a and %{b} and $c").substitute(a=1, b=2))
f = string.Formatter()
print(f.format("{0} {name!r:>8} {x[1]}", 1, name="n", x=[1, 2]), list(f.parse("a{b!r:c}d{{}}")))
class F(string.Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, "?") if isinstance(key, str) else args[key]
print(F().format("{a} {b} {0}", 9, a=1), F().vformat("{a}", (), {"a": 5}))
text = """The quick brown fox jumped over the lazy dog. It was a sunny-day, and the well-known e-mail arrived.  Really?"""
for w in (20, 30, 11): print(textwrap.wrap(text, w))
print(textwrap.fill(text, 40, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), textwrap.shorten("hello world", 8, placeholder="..."))
print(repr(textwrap.dedent("""
    a
      b

    c
    """)), repr(textwrap.indent("a\nb\n\nc", "> ")), repr(textwrap.indent("a\n\nb", "+", lambda l: True)))
print(textwrap.wrap("aaaaaaaaaaaaaaaaaaaa bbb", 7), textwrap.wrap("aaaaaaaaaaaaaaaaaaaa bbb", 7, break_long_words=False), textwrap.wrap("a b c d e f g", 5, max_lines=2))
w = textwrap.TextWrapper(width=25, drop_whitespace=False, fix_sentence_endings=True)
print(w.wrap(text), w.fill("x y"))
print(textwrap.wrap("tab\there and\nnewline  double", 12, expand_tabs=True, tabsize=4, replace_whitespace=False))
print(textwrap.wrap("foo--bar baz---qux a-b-c--d (hello-world) --option-name", 10))
