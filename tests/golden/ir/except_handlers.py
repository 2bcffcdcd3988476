# Handlers: types in order, the name that ends with the handler, else, exceptions in handlers.
def guarded(f):
    try:
        value = f()
    except (ValueError, TypeError) as error:
        return error
    except OSError:
        raise RuntimeError("no") from None
    else:
        value += 1
    return value


def grouped(f):
    try:
        f()
    except* ValueError as group:
        print(group)
