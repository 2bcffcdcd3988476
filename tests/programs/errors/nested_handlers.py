# Handlers inside handlers: which one catches, what is current in each, leaving by every way.
import sys


def current():
    kind = sys.exc_info()[0]
    return kind.__name__ if kind else None


def nested():
    seen = [current()]
    try:
        raise ValueError("outer")
    except ValueError:
        seen.append(current())
        try:
            raise KeyError("inner")
        except KeyError:
            seen.append(current())
        seen.append(current())
        try:
            pass
        finally:
            seen.append(current())
    seen.append(current())
    return seen


def function_in_handler():
    def helper():
        before = current()
        try:
            raise TypeError
        except TypeError:
            inside = current()
        return before, inside, current()

    try:
        raise ValueError
    except ValueError:
        return helper(), current()


def loop_in_handler():
    out = []
    for i in range(3):
        try:
            if i % 2:
                raise IndexError(i)
            raise KeyError(i)
        except KeyError as e:
            out.append(("key", e.args[0]))
            continue
        except IndexError as e:
            out.append(("index", e.args[0]))
            break
        finally:
            out.append(current())
    return out


def generator():
    try:
        yield current()
        raise ValueError("in generator")
    except ValueError:
        yield current()
    yield current()


def generators_keep_their_own():
    g = generator()
    out = [next(g)]
    try:
        raise KeyError("outside")
    except KeyError:
        out.append(next(g))
        out.append(current())
        out.append(next(g))
    out.append(current())
    return out


def reraise_outer():
    try:
        try:
            raise ValueError("first")
        except ValueError:
            try:
                raise KeyError("second")
            except KeyError:
                pass
            raise
    except Exception as e:
        return repr(e), repr(e.__context__)


def variable_rebinding():
    e = "before"
    try:
        raise ValueError("x")
    except ValueError as e:
        inside = repr(e)
        e = "rebound"
        after = e
    try:
        return inside, after, e
    except UnboundLocalError as error:
        return inside, after, str(error)


def exception_in_except_clause():
    def bad():
        raise RuntimeError("while choosing")
    try:
        try:
            raise ValueError("v")
        except bad():
            return "no"
    except RuntimeError as e:
        return repr(e), repr(e.__context__)


def with_and_except():
    class Manager:
        def __enter__(self):
            return self

        def __exit__(self, kind, value, tb):
            self.seen = current(), kind.__name__ if kind else None
            return kind is ValueError

    m = Manager()
    with m:
        raise ValueError
    first = m.seen
    try:
        with m:
            raise KeyError
    except KeyError:
        return first, m.seen, current()


for function in (nested, function_in_handler, loop_in_handler, generators_keep_their_own,
                 reraise_outer,
                 variable_rebinding, exception_in_except_clause, with_and_except):
    print(function.__name__, function())
