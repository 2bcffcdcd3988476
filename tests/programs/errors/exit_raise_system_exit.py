# raise SystemExit with odd values; a big code is cut to a byte by the system.
# exit: 44
def attempt(value):
    try:
        raise SystemExit(value)
    except SystemExit as error:
        print(repr(error.code), str(error), error.args)


attempt(0)
attempt("bye")
attempt(None)
try:
    raise SystemExit
except SystemExit as error:
    print(error.code)
try:
    raise SystemExit(1, 2)
except SystemExit as error:
    print(error.code, error.args)
try:
    try:
        raise SystemExit(2)
    finally:
        raise ValueError("replaces the exit")
except ValueError as error:
    print(error, repr(error.__context__))
raise SystemExit(300)
