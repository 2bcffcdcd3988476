# An uncaught exception: what was printed before stands, the exit code is 1.
# exit: 1
# Its traceback goes to stderr.
print("before")


def parse(text):
    return int(text)


def outer(items):
    for item in items:
        print("parsed", parse(item))


try:
    outer(["1", "2"])
finally:
    print("finally one")
try:
    outer(["3", "x", "4"])
finally:
    print("finally two")
print("never printed")
