# sys.exit with a number: the code of the process, finally blocks run, the rest does not.
# exit: 7
import sys


def stop(code):
    try:
        print("stopping with", code)
        sys.exit(code)
    except Exception:
        print("SystemExit is no Exception")
    finally:
        print("finally in stop")


try:
    stop(3)
except SystemExit as error:
    print("caught", error.code, error.args, repr(error))
for value in (None, 0, True, "text", [1], -1):
    try:
        sys.exit(value)
    except SystemExit as error:
        print(repr(error.code), repr(error))
try:
    sys.exit()
except SystemExit as error:
    print(error.code, error.args)
try:
    raise SystemExit(5)
except BaseException as error:
    print(type(error).__name__, error.code, isinstance(error, Exception))
try:
    stop(7)
finally:
    print("outer finally")
print("never printed")
