# The traceback of an uncaught exception: files, lines, functions and source lines, on stderr.
# exit: 1
# stderr: compare
def inner(x):
    return 10 // x


def middle(items):
    for item in items:
        print(inner(item))


class Thing:
    def method(self, items):
        middle(items)


print("start")
Thing().method([5, 2, 0])
