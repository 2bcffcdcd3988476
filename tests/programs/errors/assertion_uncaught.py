# assert: passing, failing with and without messages, caught; the last one is not caught.
# exit: 1
# Its traceback goes to stderr.
def check(value, *message):
    try:
        if message:
            assert value, message[0]
        else:
            assert value
        return "passed"
    except AssertionError as error:
        return f"failed {error!r} {str(error)!r}"


print(check(True), check(1, "unused"), check([0]))
print(check(False), check(0, "zero"), check([], ["a", 1]), check(None, 5), check("", ("t", 1)))


def lazy():
    print("message evaluated")
    return "lazy message"


assert True, lazy()
try:
    assert False, lazy()
except AssertionError as error:
    print("caught", error)
assert (1, "a tuple is always true")
x = 5
assert 0 < x < 10 and x != 7, f"x is {x}"
try:
    assert x == 6, f"x is {x}, not {6}"
except AssertionError as error:
    print(error)
assert x > 100, "the end"
