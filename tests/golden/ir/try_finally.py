# One copy of a finally body, whatever the way in.
def first(items):
    for item in items:
        try:
            if item is None:
                continue
            return item()
        finally:
            print("done")


def replaced():
    try:
        raise ValueError
    finally:
        return 1
