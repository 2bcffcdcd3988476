# try/except/else/finally in all shapes: with return, break, continue, raise, nesting, loops.
def shape(action):
    log = []
    try:
        log.append("try")
        if action == "raise":
            raise ValueError("v")
        if action == "key":
            raise KeyError("k")
        if action == "return":
            return log
        if action == "type":
            1 + "a"
    except ValueError as error:
        log.append(f"except {error}")
    except (KeyError, IndexError) as error:
        log.append(f"lookup {error}")
        return log
    else:
        log.append("else")
    finally:
        log.append("finally")
        print(action, "finally sees", log)
    log.append("after")
    return log


for action in ("none", "raise", "key", "return"):
    print(shape(action))
try:
    shape("type")
except TypeError as error:
    print("outer", error)


def finally_return():
    try:
        return "try"
    finally:
        return "finally"


def finally_swallows():
    try:
        raise ValueError("lost")
    finally:
        return "swallowed"


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def list_changed():
    x = [1]
    try:
        return x
    finally:
        x.append(2)


print(finally_return(), finally_swallows(), value_kept(), list_changed())


def loops():
    out = []
    for i in range(6):
        try:
            if i == 1:
                continue
            if i == 4:
                break
            out.append(i)
        finally:
            out.append(f"f{i}")
    else:
        out.append("else")
    while True:
        try:
            break
        finally:
            out.append("w")
    return out


print(loops())


def finally_break():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            break
    return i


def finally_continue():
    seen = []
    for i in range(3):
        try:
            return "never"
        finally:
            seen.append(i)
            continue
    return seen


print(finally_break(), finally_continue())


def nested():
    log = []
    try:
        try:
            try:
                raise KeyError("deep")
            finally:
                log.append(1)
        except ValueError:
            log.append("no")
        finally:
            log.append(2)
    except KeyError as error:
        log.append(error.args)
    finally:
        log.append(3)
    return log


print(nested())


def else_raises():
    try:
        pass
    except ValueError:
        return "not here"
    else:
        raise ValueError("from else")
    finally:
        print("cleanup")


try:
    else_raises()
except ValueError as error:
    print(error)


def return_in_all(n):
    try:
        if n == 0:
            return "try"
        raise [ValueError, KeyError, TypeError][n % 3]("x")
    except ValueError:
        return "value"
    except KeyError:
        return "key"
    except:
        return "bare"
    finally:
        print("n", n, end=" ")


print([return_in_all(n) for n in (0, 1, 2, 3)])


def retry(times):
    attempts = 0
    while True:
        attempts += 1
        try:
            if attempts < times:
                raise OSError(attempts)
            return f"ok after {attempts}"
        except OSError as error:
            if error.args[0] >= 3:
                return "gave up"
            continue
        finally:
            print("attempt", attempts)


print(retry(2))
print(retry(9))


def deep_return():
    for i in range(3):
        try:
            for j in range(3):
                try:
                    if i + j == 2:
                        return i, j
                finally:
                    print("inner", i, j)
        finally:
            print("outer", i)


print(deep_return())
