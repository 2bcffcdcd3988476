"""Hostile input: whatever the bytes, `asyncc check` says yes or no, soon, and does not crash."""
import tempfile
from pathlib import Path

from .case import Case, Failure, describe_exit, run, tail

SECONDS = 20
MANY = 10_000

INPUTS = {
    "nothing": b"",
    "only a byte-order mark": b"\xef\xbb\xbf",
    "NUL bytes": b"x = 1\x00\nprint(x)\x00",
    "invalid UTF-8": b"x = '\xff\xfe\xc0\x80'\n\xf5 = 1\n",
    "random bytes": bytes((i * 7919 + (i >> 3) * 31) & 255 for i in range(50_000)),
    "only carriage returns": b"x = 1\r\ry = 2\r",
    "no final newline": b"if 1:\n  pass",
    "open brackets": b"(" * MANY,
    "closed brackets": b")" * MANY,
    "nested lists": b"[" * MANY + b"]" * MANY,
    "nested calls": b"f(" * MANY + b")" * MANY,
    "nested blocks": b"".join(b" " * i + b"if 1:\n" for i in range(1000)) + b" " * 1000 + b"pass\n",
    "nested functions": b"".join(b" " * i + b"def f():\n" for i in range(150)) + b" " * 150 + b"pass\n",
    "unary operators": b"x = " + b"-" * MANY + b"1\n",
    "nots": b"x = " + b"not " * MANY + b"1\n",
    "lambdas": b"x = " + b"lambda: " * MANY + b"1\n",
    "attribute chain": b"x = a" + b".b" * MANY + b"\n",
    "sum": b"x = 1" + b" + 1" * MANY + b"\n",
    "powers": b"x = 2" + b" ** 2" * MANY + b"\n",
    "conditionals": b"x = " + b"1 if x else " * MANY + b"2\n",
    "elifs": b"if x: pass\n" + b"elif x: pass\n" * MANY,
    "assignments": b"a = " * MANY + b"1\n",
    "ands": b"x = a" + b" and a" * MANY + b"\n",
    "decorators": b"@a\n" * 2000 + b"def f(): pass\n",
    "comparisons": b"x = 1" + b" < 2" * MANY + b"\n",
    "a line of 1 MB": b"x = '" + b"a" * 1_000_000 + b"'\n",
    "an int of 1 MB": b"x = " + b"9" * 1_000_000 + b"\n",
    "a name of 1 MB": b"x" * 1_000_000 + b" = 1\n",
    "a comment of 1 MB": b"# " + b"a" * 1_000_000 + b"\n",
    "100,000 lines": b"x = 1\n" * 100_000,
    "nested f-strings": b"x = " + b"f'{" * 500 + b"1" + b"}'" * 500 + b"\n",
    "open f-string": b"x = f'{a:{b:{c\n",
    "open string": b'x = """' + b"a\n" * MANY,
    "backslashes": b"\\\n" * MANY,
    "dedents to nowhere": b"if 1:\n        if 1:\n                x\n    y\n  z\n",
    "errors on every line": b")x = = 1 +\n" * MANY,
}


def check_input(context, data):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "input.py")
        file.write_bytes(data)
        output = run(context, [context.asyncc, "check", file], timeout=SECONDS)
        if output.exit_code not in (0, 2):
            raise Failure(f"{describe_exit(output.exit_code)}\n{tail(output.stderr)[-4000:]}")
        if output.exit_code == 2 and b"error" not in output.stderr:
            raise Failure("refused without a word")
        if len(output.stderr) > 1_000_000:
            raise Failure(f"{len(output.stderr)} bytes of diagnostics")


def cases(context):
    for name, data in INPUTS.items():
        yield Case(f"hostile/{name}", lambda data=data: check_input(context, data))
