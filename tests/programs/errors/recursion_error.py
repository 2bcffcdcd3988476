# RecursionError in place of a crash: plain, mutual, methods, repr, comparison.
def plain(n):
    return plain(n + 1) + 1


def ping(n):
    return pong(n)


def pong(n):
    return ping(n)


class Node:
    def __init__(self):
        self.child = self

    def depth(self):
        return self.child.depth() + 1

    @property
    def loop(self):
        return self.loop


class Repr:
    def __repr__(self):
        return f"<{self!r}>"


class GetAttr:
    def __getattr__(self, name):
        return getattr(self, name + "x")


class Call:
    def __call__(self):
        return self()


def with_finally(counter):
    counter[0] += 1
    try:
        with_finally(counter)
    finally:
        counter[1] += 1


def generator(n):
    yield n
    yield from generator(n + 1)


def nested_lambda():
    f = lambda x: f(x)
    return f(1)


def first_words(error):
    return str(error).split(" while")[0]


for label, action in [
    ("plain", lambda: plain(0)),
    ("mutual", lambda: ping(0)),
    ("method", lambda: Node().depth()),
    ("property", lambda: Node().loop),
    ("repr", lambda: repr(Repr())),
    ("getattr", lambda: GetAttr().x),
    ("call", lambda: Call()()),
    ("lambda", nested_lambda),
    ("generator", lambda: sum(generator(0))),
]:
    try:
        action()
        print(label, "ended")
    except RecursionError as error:
        print(label, type(error).__name__, first_words(error))
counter = [0, 0]
try:
    with_finally(counter)
except RecursionError:
    print("every finally ran:", counter[0] == counter[1], counter[0] > 500)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(500), depth(800))
caught = 0
for _ in range(20):
    try:
        plain(0)
    except RecursionError:
        caught += 1
print("caught", caught)
try:
    plain(0)
except RuntimeError as error:
    print("a RecursionError is a RuntimeError:", type(error).__name__)


def recover(n):
    try:
        return recover(n + 1)
    except RecursionError:
        return "recovered at the bottom"


print(recover(0))
