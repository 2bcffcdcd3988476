"""urllib.parse and shlex: addresses, queries, quoting, shell words."""
from urllib.parse import *
import urllib.parse
import shlex

for u in ("http://user:pa%40ss@Example.COM:8080/a/b;p=1?q=1&r=2#frag", "https://[::1]:443/x", "mailto:bob@x.org", "//host/path",
          "/just/path?x", "file:///etc/passwd", "HTTP://A.B", "", "a:b:c", "http://h:99999/", "http://h:x1/", "  http://x/\n y", "svn+ssh://h/p;q",
          "http://[fe80::1%25eth0]/", "tel:+1;ext=2", "http://h/p#f?q", "x-y.z+1:rest", "1http://a"):
    r = urlparse(u)
    print(r, r.geturl() == u, r.hostname, r.username, r.password)
    try:
        print(r.port)
    except ValueError as e:
        print("ValueError", e)
    print(urlsplit(u))
print(urlsplit("www.a.b/c", scheme="https"), urlsplit("http://a/#x", allow_fragments=False))
print(urlparse(b"http://h:80/p?q"), urlsplit(b"//u:p@h:1/x").username, urlsplit(b"//u:p@h:1/x").port)
for bad in ("http://[::1/", "http://a]b/", "http://[1.2.3.4]/", "http://\uff03x/"):
    try:
        print(urlsplit(bad))
    except ValueError as e:
        print("bad", e)
base = "http://a/b/c/d;p?q"
for rel in ("g:h", "g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", "g?y#s", ";x", "g;x", "", ".", "./", "..", "../", "../g", "../..",
            "../../g", "../../../g", "/./g", "/../g", "g.", ".g", "g..", "./../g", "./g/.", "g/./h", "g/../h", "http:g", "a//b"):
    print(rel, "->", urljoin(base, rel))
print(urljoin("", "x"), urljoin("http://x/y", ""), urljoin("mailto:a", "b"), urljoin("file:///a/b", "c"))
print(urlunparse(("http", "h", "p", "x", "q=1", "f")), urlunsplit(("", "", "a", "b", "")), urlunsplit(["file", "", "/x", "", ""]))
print(urldefrag("http://a/b#c"), urldefrag("x").fragment == "")
p = urlparse("http://h/p?q")
print(p._replace(netloc="other:1", query=""), p[1], list(p), p == ("http", "h", "/p", "", "q", ""), p.scheme)
print(parse_qs("a=1&b=2&a=3&c=&d"), parse_qs("a=1&c=&d", keep_blank_values=True), parse_qsl("x=%C3%A9+y&z=%zz;q=1"))
print(parse_qsl("a=1;b=2", separator=";"), parse_qs(b"a=1&b=%20"), parse_qsl(""))
for kw in ({"strict_parsing": True}, {"max_num_fields": 1}):
    try:
        parse_qsl("a&b=1", **kw)
    except ValueError as e:
        print(e)
print(urlencode({"a": 1, "b c": "d&e", "é": [1, 2], "n": None}), urlencode([("x", "1"), ("x", "2")]), urlencode({"l": [1, "b c"], "s": "st"}, doseq=True))
print(urlencode({"p": "a/b c"}, safe="/"), urlencode({"p": "a b"}, quote_via=quote), urlencode({b"k": b"\xff v"}))
try:
    urlencode("abc")
except TypeError as e:
    print(e)
print(quote("a b/c?d=é~-_."), quote("/x y", safe=""), quote_plus("a b+c/é"), quote(b"\x00\xff"), quote("a:b", safe=":"), quote("ü", encoding="latin-1"))
print(unquote("a%20b%C3%A9%zz%4"), unquote_plus("a+b%2Bc"), unquote("%FF"), unquote("%E9", "latin-1"), unquote("é%20x"), unquote_to_bytes("a%ffb"), quote_from_bytes(b"a b"))
print(urllib.parse.urlsplit("http://x.y:12").port)
try:
    urljoin("http://a", b"b")
except TypeError as e:
    print(e)

for text in ("ls -l 'my file' \"other $x\" a\\ b", "a=1 b='x'y\"z\" # comment", "", "  ", "''", "cmd \"a\\\"b\" 'c\\d'", "x&&y|z > out", "é ü", "a'b c'd"):
    print(shlex.split(text), shlex.split(text, comments=True), shlex.split(text, posix=False))
for bad in ("'open", "a \\", '"x'):
    try:
        shlex.split(bad)
    except ValueError as e:
        print(bad, e)
print(shlex.quote("simple-1.0_x@%+=:,./"), shlex.quote("has space"), shlex.quote("it's"), shlex.quote(""), shlex.quote("é"), shlex.join(["a b", "c", "$d"]))
lex = shlex.shlex("a && b || c; d >'abc' (def \"ghi\")", punctuation_chars=True)
print(list(lex))
lex = shlex.shlex("one,two = 'three four'\n# note\nfive.six", posix=True)
lex.whitespace += ","
print(list(lex), lex.lineno)
lex = shlex.shlex("x y z"); print(lex.get_token(), lex.get_token()); lex.push_token("back"); print(lex.get_token(), lex.get_token(), repr(lex.get_token()), lex.error_leader("f", 3))
