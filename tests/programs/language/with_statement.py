# with: enter and exit, several managers, suppression, exceptions in each place, targets, loops.
class Manager:
    def __init__(self, name, suppress=False, fail_enter=False, fail_exit=False):
        self.name = name
        self.suppress = suppress
        self.fail_enter = fail_enter
        self.fail_exit = fail_exit

    def __enter__(self):
        print("enter", self.name)
        if self.fail_enter:
            raise RuntimeError(f"enter {self.name}")
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        shown = None if kind is None else kind.__name__
        print("exit", self.name, shown, value, traceback is not None)
        if self.fail_exit:
            raise RuntimeError(f"exit {self.name}")
        return self.suppress


with Manager("a") as a:
    print("body", a)
with Manager("plain"):
    pass
with Manager("x") as x, Manager("y") as y:
    print("both", x, y)
with (
    Manager("p") as p,
    Manager("q"),
    Manager("r") as r,
):
    print(p, r)

with Manager("s", suppress=True):
    raise ValueError("suppressed")
print("went on")
try:
    with Manager("t"):
        raise ValueError("passes")
except ValueError as error:
    print("caught", error)
try:
    with Manager("outer"), Manager("inner", fail_enter=True):
        print("never")
except RuntimeError as error:
    print("caught", error)
try:
    with Manager("outer2", suppress=True), Manager("inner2", fail_exit=True):
        print("body")
    print("the outer one suppressed it")
    with Manager("e", fail_exit=True):
        raise KeyError("first")
except RuntimeError as error:
    print("caught", error, "context", repr(error.__context__))


def returns():
    with Manager("ret"):
        return "value"


def loops():
    for i in range(4):
        with Manager(f"loop{i}"):
            if i == 0:
                continue
            if i == 2:
                break
            print("in loop", i)
    return i


def swallow_return():
    with Manager("sw", suppress=True):
        raise ValueError("gone")
    return "after"


print(returns(), loops(), swallow_return())


class Pair:
    def __enter__(self):
        return (1, [2, 3])

    def __exit__(self, *info):
        return None


class Holder:
    pass


holder, items = Holder(), [0, 0]
with Pair() as (first, [second, third]):
    print(first, second, third)
with Pair() as holder.pair, Pair() as items[1]:
    print(holder.pair, items)


class Transaction:
    def __init__(self, data):
        self.data = data

    def __enter__(self):
        self.saved = dict(self.data)
        return self.data

    def __exit__(self, kind, value, tb):
        if kind:
            self.data.clear()
            self.data.update(self.saved)
        return kind is ValueError


store = {"a": 1}
with Transaction(store) as t:
    t["b"] = 2
with Transaction(store) as t:
    t["c"] = 3
    raise ValueError
print(store)
for thing in (5, object(), Holder()):
    try:
        with thing:
            pass
    except TypeError as error:
        print(error)


class NoExit:
    def __enter__(self):
        return 1


try:
    with NoExit():
        pass
except TypeError as error:
    print(error)
