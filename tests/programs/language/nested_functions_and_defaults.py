# Nested functions: factories, recursion inside, defaults that capture.
def make_polynomial(*coefficients):
    def evaluate(x):
        total = 0
        for c in coefficients:
            total = total * x + c
        return total

    def derivative():
        n = len(coefficients) - 1
        return make_polynomial(*[c * (n - i) for i, c in enumerate(coefficients[:-1])])

    evaluate.derivative = derivative
    evaluate.degree = len(coefficients) - 1
    return evaluate


p = make_polynomial(2, 0, -3, 1)
print(p(0), p(1), p(2), p.degree, p.derivative()(2), p.derivative().derivative()(1))


def flatten(tree):
    out = []

    def walk(node):
        if isinstance(node, list):
            for child in node:
                walk(child)
        else:
            out.append(node)

    walk(tree)
    return out


print(flatten([1, [2, [3, 4], []], 5]))


def counter_pair():
    hits = misses = 0

    def hit():
        nonlocal hits
        hits += 1
        return hits

    def miss():
        nonlocal misses
        misses += 1
        return misses

    def report(label="total", *, detail=False):
        return f"{label}: {hits + misses}" + (f" ({hits}/{misses})" if detail else "")

    return hit, miss, report


hit, miss, report = counter_pair()
hit(), hit(), miss()
print(report(), report("both", detail=True))


def compose(*fs):
    if not fs:
        return lambda x: x
    first, *rest = fs
    inner = compose(*rest)
    return lambda x: first(inner(x))


print(compose(lambda x: x + 1, lambda x: x * 2, abs)(-5), compose()(7))


def debounce(n):
    seen = []

    def decorate(f):
        def wrapper(*args, **kwargs):
            seen.append((f.__name__, args))
            if len(seen) % n == 0:
                return f(*args, **kwargs)
            return None
        return wrapper
    return decorate


@debounce(2)
def ping(x):
    return x


print([ping(i) for i in range(5)])


def defaults(a, b=[], c={}, *, d=(), e=None):
    b.append(a)
    c[a] = len(b)
    return b, c, d, e


print(defaults(1), defaults(2), defaults(3, [], {}), defaults.__defaults__)


def outer_variable_shadow(x):
    def same(x):
        x = x + 1
        return x

    def other():
        return x

    return same(10), other(), x


print(outer_variable_shadow(5))


def permutations(items):
    result = []

    def extend(prefix, rest):
        if not rest:
            result.append("".join(prefix))
        for i, item in enumerate(rest):
            extend(prefix + [item], rest[:i] + rest[i + 1:])

    extend([], list(items))
    return result


print(permutations("abc"))
functions = {}
for name, op in (("add", lambda a, b: a + b), ("sub", lambda a, b: a - b)):
    def call(a, b, op=op, name=name):
        return f"{name}({a}, {b}) = {op(a, b)}"
    functions[name] = call
print(functions["add"](5, 3), functions["sub"](5, 3))


def state_machine():
    def idle(event):
        return (running, "started") if event == "start" else (idle, "ignored")

    def running(event):
        return {"stop": (idle, "stopped"), "pause": (paused, "paused")}.get(event,
                                                                            (running, "busy"))

    def paused(event):
        return (running, "resumed") if event == "start" else (paused, "still paused")

    state, log = idle, []
    for event in "stop start start pause stop start stop".split():
        state, message = state(event)
        log.append(f"{event}:{message}:{state.__name__}")
    return log


print(state_machine())
