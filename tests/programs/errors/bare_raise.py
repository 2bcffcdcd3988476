# stderr: compare
"""A bare raise with nothing to raise again, and with what the caller or a finally handles."""
import traceback


def some():
    raise


def again():
    try:
        1 / 0
    except ZeroDivisionError:
        helper()


def helper():
    raise


def fin():
    try:
        raise KeyError(1)
    finally:
        raise


for f in (some, again, fin):
    try:
        f()
    except Exception:
        traceback.print_exc()
some()
