"""configparser: sections, defaults, interpolation, conversions, errors, writing."""
import configparser
import io
import os
import tempfile

TEXT = """# comment
[DEFAULT]
base = /srv
Debug = yes

[server]
host = 0.0.0.0
port: 8080
root = %(base)s/www
timeout=2.5
desc = first line
    second line

    fourth line
; another comment
url = http://%(host)s:%(port)s/100%%
empty =

[paths]
log = %(base)s/log
"""
c = configparser.ConfigParser()
c.read_string(TEXT)
print(c.sections(), c.defaults(), c.options("server"), c.has_section("paths"), c.has_option("server", "HOST"), "DEFAULT" in c, len(c), list(c))
for k, v in c.items("server"):
    print(k, repr(v))
print(c.getint("server", "port"), c.getfloat("server", "timeout"), c.getboolean("server", "debug"), c["server"]["root"], c["server"].getint("port"), c["server"].get("nope"), c["server"].get("nope", "fb"), c.get("server", "nope", fallback=3), c["server"].getboolean("nope", fallback=True), c.get("server", "url", raw=True), c.get("server", "host", vars={"host": "v"}))
print(c["paths"], dict(c["paths"]), c["paths"].name, [s for s in c], "log" in c["paths"], len(c["paths"]))


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, e.args)


t(lambda: c.get("nosec", "x")); t(lambda: c.get("server", "nope")); t(lambda: c["zz"]); t(lambda: c["server"]["zz"]); t(lambda: c.getint("server", "host")); t(lambda: c.getboolean("server", "host")); t(lambda: c.add_section("server")); t(lambda: c.add_section("DEFAULT")); t(lambda: c.set("server", "x", 5)); t(lambda: c.set("zz", "x", "5")); t(lambda: c.set("server", "bad", "50%")); t(lambda: c.items("zz")); t(lambda: c.options("zz")); t(lambda: c.remove_option("zz", "a"))
for bad in ("x = 1", "[a]\nb = 1\nb = 2", "[a]\n[a]", "[a]\njust text\nmore", "[a]\n= 3", "[a]\nx = %(missing)s", "[a]\nx = %z", "[a]\nx = %(x)s", "[a]\nx = %(open", "[a\nb=1"):
    def run():
        p = configparser.ConfigParser()
        p.read_string(bad)
        return p.get("a", "x")
    t(run)
d = configparser.ConfigParser(allow_no_value=True, inline_comment_prefixes=("#",), delimiters=("=",), strict=False)
d.read_string("[s]\nflag\nkey = v # note\nk:x = 1\nv = a#b\nkey = again\n[s]\nmore = 1")
print({k: v for k, v in d["s"].items()})
d.optionxform = str
d["New"] = {"CamelCase": "1", "other": "two"}
d.set("New", "third", "line1\nline2")
d.remove_option("s", "flag"); d["s"]["added"] = "x"; del d["s"]["v"]
out = io.StringIO(); d.write(out); print(out.getvalue())
out = io.StringIO(); c.write(out, space_around_delimiters=False); print(out.getvalue())
e = configparser.ConfigParser(interpolation=configparser.ExtendedInterpolation())
e.read_dict({"common": {"home": "/h", "n": 3}, "user": {"dir": "${common:home}/u", "sub": "${dir}/s", "price": "$$5"}})
print(dict(e["user"]), e.getint("common", "n")); t(lambda: e.set("user", "q", "$x")); e.set("user", "q", "${nope}"); t(lambda: e.get("user", "q"))
r = configparser.RawConfigParser({"a": "1"}); r.read_string("[x]\nv = %(raw)s\n"); print(r.items("x"), r.get("x", "a"))
n = configparser.ConfigParser(interpolation=None, converters={"list": lambda v: [i.strip() for i in v.split(",")]}); n.read_string("[l]\nitems = a, b,c\npct = 5%"); print(n.getlist("l", "items"), n["l"].getlist("items"), n["l"].getlist("no"), n["l"].getlist("no", ["d"]), n.get("l", "pct"))
with tempfile.TemporaryDirectory() as dd:
    p = os.path.join(dd, "a.ini")
    with open(p, "w") as f:
        c.write(f)
    x = configparser.ConfigParser(); print([os.path.basename(q) for q in x.read([p, os.path.join(dd, "missing.ini")])], x == c, x.sections())
    with open(p) as f:
        y = configparser.ConfigParser(); y.read_file(f); print(y.get("paths", "log"))
print(c.remove_section("paths"), c.remove_section("paths"), c.popitem()[0], c.sections(), c.pop("zz", None))
m = configparser.ConfigParser(empty_lines_in_values=False); m.read_string("[a]\nk = 1\n  2\n\n  j = 3\n"); print(dict(m["a"]))
