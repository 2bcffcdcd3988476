# raise of every form: classes, instances, from, bare, in handlers; __cause__, __context__, args.
def describe(error):
    parts = []
    while error is not None:
        cause = error.__cause__
        context = error.__context__
        parts.append(f"{type(error).__name__}{error.args}")
        if cause is not None:
            parts.append("<- cause")
            error = cause
        elif context is not None and not error.__suppress_context__:
            parts.append("<- context")
            error = context
        else:
            error = None
    return " ".join(parts)


def plain():
    raise ValueError


def with_args():
    raise ValueError("text", 5)


def chained():
    try:
        int("x")
    except ValueError as error:
        raise RuntimeError("wrapped") from error


def implicit():
    try:
        {}["missing"]
    except KeyError:
        raise TypeError("while handling")


def suppressed():
    try:
        [][0]
    except IndexError:
        raise LookupError("clean") from None


def from_class():
    raise RuntimeError("x") from KeyError


def bare():
    try:
        1 / 0
    except ZeroDivisionError:
        raise


def reraised():
    try:
        plain()
    except ValueError as error:
        raise error


def in_finally():
    try:
        raise KeyError("first")
    finally:
        raise ValueError("second")


def three():
    try:
        implicit()
    except TypeError:
        raise OSError("third")


def nested_bare():
    try:
        raise KeyError("outer")
    except KeyError:
        try:
            raise ValueError("inner")
        except ValueError:
            pass
        raise


def in_else():
    try:
        pass
    except ValueError:
        pass
    else:
        raise ValueError("else has no context")


for function in (plain, with_args, chained, implicit, suppressed, from_class, bare, reraised,
                 in_finally, three, nested_bare, in_else):
    try:
        function()
    except Exception as error:
        print(function.__name__, "->", describe(error))

for value in ("text", 5, None, int, [ValueError]):
    try:
        raise value
    except TypeError as error:
        print("TypeError:", error)
try:
    raise ValueError("x") from 5
except TypeError as error:
    print("TypeError:", error)
try:
    raise
except RuntimeError as error:
    print("RuntimeError:", error)

error = ValueError("kept", 1)
print(repr(error), str(error), error.args, str(ValueError()), repr(ValueError()),
      str(ValueError("one")))
print(repr(KeyError("k")), str(KeyError("k")), str(KeyError()), repr(ValueError("it's")),
      str(ValueError(5)))
print(error.__cause__, error.__context__, error.__suppress_context__,
      error == ValueError("kept", 1))
same = None
try:
    try:
        raise error
    except ValueError as caught:
        same = caught is error
        raise caught
except ValueError as again:
    print(same, again is error, again.__context__)


def generator_of_errors():
    yield ValueError("first")
    yield KeyError("second")
    yield None


for item in generator_of_errors():
    try:
        if item:
            raise item
        print("nothing raised")
    except (ValueError, KeyError) as e:
        print("caught", type(e).__name__, e)
note = ValueError("with notes")
note.add_note("note one")
note.add_note("note two")
print(note.__notes__, isinstance(note, Exception), note.with_traceback(None) is note)
