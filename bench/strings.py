# Building strings: appended piece by piece, and joined.
import sys


def build(n):
    text = ""
    for i in range(n):
        text += "ab"
        if i % 3 == 0:
            text += ","
    return text


def join(n):
    parts = []
    for i in range(n):
        parts.append(str(i & 1023))
    return ",".join(parts)


n = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
print(len(build(n)), len(join(n)))
