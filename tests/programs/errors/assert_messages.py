# AssertionErrors as values: conditions, messages evaluated lazily, in methods, loops, coroutines.
import asyncio

evaluated = []


def message(text):
    evaluated.append(text)
    return text


def attempt(label, action):
    try:
        print(label, "passed", action())
    except AssertionError as error:
        print(label, repr(error), error.args, str(error) == "")


def positive(n):
    assert n > 0, message(f"{n} is not positive")
    return n


def typed(x):
    assert isinstance(x, int)
    return x


def both(a, b):
    assert a and b, (a, b)
    return a, b


class Account:
    def __init__(self, balance):
        self.balance = balance

    def check(self):
        assert self.balance >= 0, f"balance is {self.balance}"
        return "fine"


attempt("positive", lambda: positive(5))
attempt("negative", lambda: positive(-5))
attempt("int", lambda: typed(1))
attempt("str", lambda: typed("1"))
attempt("both", lambda: both(1, 2))
attempt("one", lambda: both(1, 0))
attempt("account", lambda: Account(5).check())
attempt("overdrawn", lambda: Account(-5).check())
print(evaluated)


def in_loop(items):
    for i, item in enumerate(items):
        try:
            assert item, f"item {i} is empty"
        except AssertionError as error:
            yield str(error)


print(list(in_loop(["a", "", None, 0, [1]])))


async def later(value):
    await asyncio.sleep(0)
    assert value, "checked after a pause"
    return value


async def main():
    results = await asyncio.gather(later(1), later(0), later([]), return_exceptions=True)
    print([repr(r) for r in results])
    try:
        assert await later(True) is False, await later("message by await")
    except AssertionError as error:
        print(error)


asyncio.run(main())
try:
    assert False, ValueError("an exception as the message")
except AssertionError as error:
    print(repr(error), type(error.args[0]).__name__)
