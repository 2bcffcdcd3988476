"""csv and difflib: rows of fields; differences of sequences and of texts."""
import csv
import difflib
import io
import os
import tempfile


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


t(lambda: list(csv.reader(["a\rb"])))
t(lambda: list(csv.reader(['"a"b'], strict=True)))
t(lambda: csv.writer(3))
t(lambda: csv.reader([], delimiter=''))
t(lambda: csv.reader([], delimiter=1))
t(lambda: csv.reader([], delimiter=None))
t(lambda: list(csv.reader(["a,\"b"], quotechar=None)))
t(lambda: csv.reader([], quotechar=5))
t(lambda: csv.reader([], lineterminator=None))
t(lambda: csv.reader([], quoting='x'))
t(lambda: csv.reader([], foo=1))
t(lambda: csv.reader([], dialect="zz"))
t(lambda: csv.reader([], quoting=7))
class D1(csv.Dialect):
    delimiter = ','
t(lambda: D1())
class D2(csv.Dialect):
    delimiter = ','
    quotechar = '"'
t(lambda: D2())
t(lambda: list(csv.reader([b'x'])))
t(lambda: list(csv.reader(['"abc'], strict=True)))
t(lambda: list(csv.reader(['"abc'])))
t(lambda: list(csv.reader(['a\\'], escapechar='\\')))
t(csv.list_dialects)
t(lambda: csv.excel().delimiter)
rows = [["a", 1, 2.5, None, True], ["x,y", 'say "hi"', "line\nbreak", "", " sp "], [""], [], ["é", b"b", (1, 2)], ["'", "\t", "#", "a\\b", "0"]]
for kw in ({}, {"delimiter": ";"}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"lineterminator": "\n"}, {"dialect": "excel-tab"}, {"dialect": "unix"}, {"quotechar": "'"}, {"doublequote": False, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE}):
    out = io.StringIO()
    w = csv.writer(out, **kw)
    for row in rows:
        try:
            n = w.writerow(row)
        except csv.Error as e:
            print("Error", e)
    print(kw, repr(out.getvalue()), n)
text = 'name,age,note\r\n"Smith, J",42,"said ""yes"""\r\n\r\nAda,36,"multi\nline"\n,,\n"q"x,y z, lead\n'
for kw in ({}, {"skipinitialspace": True}, {"quoting": csv.QUOTE_NONE}, {"delimiter": " "}, {"quotechar": "'"}):
    r = csv.reader(io.StringIO(text, newline=""), **kw)
    print(kw, list(r), r.line_num)
print(list(csv.reader(["1,2.5,\"x\"", "3,\"4\",5"], quoting=csv.QUOTE_NONNUMERIC)))
t(lambda: list(csv.reader(["abc,1"], quoting=csv.QUOTE_NONNUMERIC)))
print(list(csv.reader("a,b\nc,d".splitlines())), list(csv.reader(["a\\,b,c", '"a\\"b",c'], escapechar="\\")))
t(lambda: csv.writer(io.StringIO()).writerow(5))
r = csv.DictReader(io.StringIO("id,name\n1,bob\n2,al,extra,more\n\n3\n"), restkey="rest", restval="?")
print(r.fieldnames, list(r), r.line_num)
print(list(csv.DictReader(io.StringIO("1|2\n"), fieldnames=["x", "y"], delimiter="|")))
out = io.StringIO()
w = csv.DictWriter(out, fieldnames=["a", "b"], restval="-", lineterminator="\n")
w.writeheader(); w.writerow({"a": 1}); w.writerows([{"a": 2, "b": 3}, {"b": "x,y"}])
print(out.getvalue())
t(lambda: w.writerow({"zz": 1}))
csv.DictWriter(out, ["a"], extrasaction="ignore").writerow({"a": 1, "zz": 2})
t(lambda: csv.DictWriter(out, ["a"], extrasaction="what"))
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL, lineterminator="\n")
out = io.StringIO(); csv.writer(out, "pipes").writerows([[1, 2], ["a", "b"]]); print(out.getvalue(), csv.list_dialects(), csv.get_dialect("pipes").delimiter)
csv.unregister_dialect("pipes"); t(lambda: csv.get_dialect("pipes"))
with tempfile.TemporaryDirectory() as d:
    p = os.path.join(d, "f.csv")
    with open(p, "w", newline="") as f:
        csv.writer(f).writerows([["h1", "h2"], ["ü", "2\r\n3"]])
    with open(p, newline="") as f:
        print(list(csv.reader(f)), open(p, "rb").read())
for sample in ("a;b;c\n1;2;3\n4;5;6\n", "name\tage\nbob\t3\nal\t44\n", "'a','b'\n'c','d'\n", "x, y, z\n1, 2, 3\n", '"a","b"\n"1","2"\n'):
    try:
        dl = csv.Sniffer().sniff(sample)
        print(repr(dl.delimiter), repr(dl.quotechar), dl.doublequote, dl.skipinitialspace, csv.Sniffer().has_header(sample))
    except csv.Error as e:
        print("Error", e)
t(lambda: csv.field_size_limit(10)); t(lambda: list(csv.reader(["x" * 20]))); csv.field_size_limit(131072)

a = "one two three four five six seven".split()
b = "zero one tree four five sixty seven eight".split()
s = difflib.SequenceMatcher(None, a, b)
print(s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.get_matching_blocks(), s.get_opcodes())
s = difflib.SequenceMatcher(lambda x: x == " ", " abcd abcd", "abcd abcd abcd")
print(s.find_longest_match(0, 5, 0, 9), s.ratio(), s.get_opcodes(), s.bjunk, list(s.get_grouped_opcodes(1)))
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy", "applet"]), difflib.get_close_matches("x", []), difflib.get_close_matches("wheel", "while for try wheat".split(), n=1, cutoff=0.4))
t(lambda: difflib.get_close_matches("a", ["b"], n=0)); t(lambda: difflib.get_close_matches("a", ["b"], cutoff=2))
old = "first line\nsecond line\n\tthird with tab\nfourth\nfifth\nsixth\nseventh\neighth\nninth\ntenth\n".splitlines(True)
new = "first line\nsecond lime\n\tthird with the tab\nfourth\nfifth\nsixth\nseventh\neighth!\nextra\nninth\n".splitlines(True)
print("".join(difflib.unified_diff(old, new, "old.txt", "new.txt", "yesterday", "today")))
print("\n".join(difflib.unified_diff([x.rstrip() for x in old], [x.rstrip() for x in new], lineterm="", n=0)))
print("".join(difflib.context_diff(old, new, fromfile="a", tofile="b")))
print("".join(difflib.ndiff(old, new)))
d = list(difflib.ndiff(old, new)); print("".join(difflib.restore(d, 1)) == "".join(old), "".join(difflib.restore(d, 2)) == "".join(new))
print(list(difflib.unified_diff(old, old)), list(difflib.diff_bytes(difflib.unified_diff, [b"a\n"], [b"b\n"], b"x", b"y")))
print(list(difflib.Differ().compare(["same\n", "abcdef\n", "zzz\n"], ["abcxef\n", "same\n", "yyy\n", "qqq\n"])))
t(lambda: list(difflib.unified_diff([1], ["a"])))
big = [str(i % 7) for i in range(300)]
print(difflib.SequenceMatcher(None, big, big[5:] + ["x"]).ratio(), difflib.SequenceMatcher(None, "", "").ratio())
