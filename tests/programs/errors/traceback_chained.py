# Chained tracebacks: a cause, a context and a suppressed one, as the interpreter prints them.
# exit: 1
# stderr: compare
def load(key):
    try:
        return {}[key]
    except KeyError as error:
        raise ValueError(f"no {key!r}") from error


def start():
    try:
        load("port")
    except ValueError:
        try:
            int("x")
        except ValueError:
            raise LookupError("clean") from None


try:
    start()
except LookupError:
    raise RuntimeError("while handling the clean one")
