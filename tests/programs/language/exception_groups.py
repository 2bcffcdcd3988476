# Exception groups: construction, split, subgroup, derive, nesting, except*, notes.
def leaf(name, kind=ValueError):
    return kind(name)


group = ExceptionGroup("top",
                       [leaf("a"), leaf("b", TypeError),
                        ExceptionGroup("inner", [leaf("c"), leaf("d", OSError)])])
print(group, repr(group), group.message, len(group.exceptions), isinstance(group, Exception))
matched, rest = group.split(ValueError)
print(repr(matched), repr(rest))
print(group.subgroup(OSError), group.subgroup(KeyError), group.subgroup(lambda e: str(e) in "ab"))
print(group.split((ValueError, TypeError))[1], group.derive([leaf("x")]))


def show(error, depth=0):
    print("  " * depth + f"{type(error).__name__}: {error}")
    for child in getattr(error, "exceptions", ()):
        show(child, depth + 1)


show(group)


def handle(error):
    log = []
    try:
        try:
            raise error
        except* ValueError as g:
            log.append(("value", [str(e) for e in g.exceptions]))
        except* (TypeError, KeyError) as g:
            log.append(("type or key", [str(e) for e in g.exceptions]))
        else:
            log.append("else")
        finally:
            log.append("finally")
    except BaseException as left:
        log.append(("left", repr(left)))
    return log


print(handle(group))
print(handle(ExceptionGroup("only values", [leaf("a"), leaf("b")])))
print(handle(leaf("naked")))
print(handle(leaf("other", IndexError)))
print(handle(BaseExceptionGroup("base", [leaf("v"), KeyboardInterrupt("k")])))


def no_error():
    try:
        pass
    except* ValueError:
        print("no")
    else:
        print("else runs")
    finally:
        print("finally runs")


no_error()


def raises_in_handler():
    try:
        raise ExceptionGroup("g", [leaf("a"), leaf("b", TypeError)])
    except* ValueError:
        raise KeyError("from handler")
    except* TypeError:
        raise


try:
    raises_in_handler()
except BaseException as error:
    show(error)
try:
    try:
        raise leaf("single")
    except* ValueError as g:
        print(type(g).__name__, repr(g), g.exceptions)
        raise RuntimeError("new")
except RuntimeError as error:
    print(error, repr(error.__context__))
except BaseExceptionGroup as error:
    print("a group", repr(error))
error = leaf("noted")
error.add_note("first")
error.add_note("second")
print(error.__notes__, error)
for label, action in [
    ("empty", lambda: ExceptionGroup("m", [])),
    ("not exceptions", lambda: ExceptionGroup("m", [1])),
    ("not sequence", lambda: ExceptionGroup("m", 5)),
    ("base in group", lambda: ExceptionGroup("m", [KeyboardInterrupt()])),
    ("message", lambda: ExceptionGroup(5, [leaf("x")])),
    ("base group", lambda: type(BaseExceptionGroup("m", [leaf("x")])).__name__),
    ("note", lambda: error.add_note(5)),
]:
    try:
        print(label, action())
    except (TypeError, ValueError) as e:
        print(f"{label}: {type(e).__name__}: {e}")


def collect(*functions):
    errors = []
    for f in functions:
        try:
            f()
        except Exception as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup(f"{len(errors)} failed", errors)


try:
    collect(lambda: 1 / 0, lambda: int("x"), lambda: None, lambda: {}["k"])
except* ArithmeticError as g:
    print("arithmetic", [repr(e) for e in g.exceptions])
except* LookupError as g:
    print("lookup", [repr(e) for e in g.exceptions])
except* Exception as g:
    print("rest", [repr(e) for e in g.exceptions])


# What a handler does not match stays the very group that was raised.
group = ExceptionGroup('kept', [TypeError(1), OSError(2)])
try:
    raise group
except* ValueError:
    print('never')
except* Exception as found:
    print(found is group, found.__suppress_context__)
