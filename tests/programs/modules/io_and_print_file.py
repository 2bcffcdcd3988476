# io.StringIO and BytesIO as files; print to them; reading lines; open of a temporary text file.
import io
import os
import tempfile

out = io.StringIO()
print("one", 1, file=out)
print("two", end="", file=out)
print(out.write("three\nfour"), out.tell(), repr(out.getvalue()))
source = io.StringIO("first\nsecond\n\nlast")
print(repr(source.readline()), repr(source.read(3)), repr(source.readline()), source.readlines(),
      repr(source.read()))
source.seek(0)
print([line.rstrip("\n") for line in source], source.read() == "", source.seek(2), source.read(4))
source.seek(0, 2)
source.write("\nappended")
print(source.getvalue().count("\n"), source.truncate(5), source.getvalue())
b = io.BytesIO(b"abc")
b.seek(0, io.SEEK_END)
b.write(b"\x00def")
print(b.getvalue(), b.tell(), b.seek(1), b.read(2), b.read(), b.read(), len(b.getbuffer()))
with io.StringIO() as temp:
    temp.writelines(["a\n", "b\n"])
    print(repr(temp.getvalue()), temp.closed)
print(temp.closed)
try:
    temp.write("x")
except ValueError as error:
    print(error)
try:
    io.StringIO().write(b"x")
except TypeError as error:
    print(error)
try:
    io.BytesIO().write("x")
except TypeError as error:
    print(error)

folder = tempfile.mkdtemp()
path = os.path.join(folder, "data.txt")
with open(path, "w", encoding="utf-8") as f:
    print(f.write("line 1\n"), f.writable(), f.readable())
    f.writelines(f"line {i}\n" for i in (2, 3))
    print("printed é", file=f)
with open(path, encoding="utf-8") as f:
    print(f.read())
with open(path, "a", encoding="utf-8") as f:
    f.write("end")
with open(path) as f:
    for number, line in enumerate(f, 1):
        print(number, repr(line))
with open(path, "rb") as f:
    data = f.read()
print(len(data), data[-4:], os.path.getsize(path), os.path.exists(path), os.path.basename(path),
      os.path.isdir(folder))
with open(path, "r+") as f:
    print(repr(f.readline()), f.tell(), f.seek(0), f.readlines()[-1])
with open(path) as first, open(path) as second:
    print(first.readline() == second.readline(), first is not second)
for label, action in [
    ("missing", lambda: open(os.path.join(folder, "none"))),
    ("directory", lambda: open(folder)),
    ("mode", lambda: open(path, "q")),
    ("exists", lambda: open(path, "x")),
    ("closed", lambda: f.read()),
    ("not readable", lambda: open(path, "a").read()),
]:
    try:
        action()
    except (OSError, ValueError) as error:
        print(label, type(error).__name__, str(error).replace(folder, "DIR"))
print(sorted(os.listdir(folder)))
os.remove(path)
os.rmdir(folder)
print(os.path.exists(folder))
