# NameError and UnboundLocalError: globals, locals, closures, builtins shadowed, classes.
def missing():
    return undefined_thing


def local_before():
    print(value)
    value = 1


def branch(flag):
    if flag:
        name = "set"
    return name


def in_loop(items):
    for last in items:
        pass
    return last


def in_except():
    try:
        raise ValueError("x")
    except ValueError as error:
        pass
    return error


def deleted():
    x = 1
    del x
    return x


def free():
    def use():
        return cell

    if False:
        cell = 1
    return use()


def augmented():
    counter += 1


def comprehension():
    [inner for inner in range(3)]
    return inner


def del_unbound():
    del never_set
    never_set = 1


def in_finally(flag):
    try:
        if flag:
            result = 1
    finally:
        print("finally")
    return result


def with_target():
    import math
    if math.pi > 4:
        import random
    return random


counter = 10
for function, args in [(missing, ()), (local_before, ()), (branch, (False,)), (branch, (True,)),
                       (in_loop, ([],)),
                       (in_loop, ("ab",)), (in_except, ()), (deleted, ()), (free, ()),
                       (augmented, ()),
                       (comprehension, ()), (del_unbound, ()), (in_finally, (False,)),
                       (with_target, ())]:
    try:
        print(function.__name__, "=", function(*args))
    except NameError as error:
        print(f"{function.__name__}: {type(error).__name__}: {error}")


class Scope:
    attribute = 1

    def method(self):
        return attribute


try:
    Scope().method()
except NameError as error:
    print(error, error.name)
try:
    class Uses:
        value = not_there
except NameError as error:
    print(error)
try:
    print(later)
except NameError as error:
    print(error)
later = "now"
print(later)
del later
try:
    later
except NameError as error:
    print(error)
try:
    del later
except NameError as error:
    print(error)


def make():
    global made_global
    made_global = "made"


try:
    made_global
except NameError as error:
    print(error)
make()
print(made_global)
print(issubclass(UnboundLocalError, NameError), isinstance(UnboundLocalError("x"), NameError))
max = "shadow"
try:
    max(1, 2)
except TypeError as error:
    print(error)
del max
print(max(1, 2))
