# A tiny Lisp: reader, environments with closures, special forms, tail of errors with messages.
class LispError(Exception):
    pass


class Symbol(str):
    pass


def tokens(source):
    return source.replace("(", " ( ").replace(")", " ) ").replace("'", " ' ").split()


def read(stream):
    if not stream:
        raise LispError("unexpected end")
    token = stream.pop(0)
    if token == "(":
        items = []
        while stream and stream[0] != ")":
            items.append(read(stream))
        if not stream:
            raise LispError("missing )")
        stream.pop(0)
        return items
    if token == ")":
        raise LispError("unexpected )")
    if token == "'":
        return [Symbol("quote"), read(stream)]
    for kind in (int, float):
        try:
            return kind(token)
        except ValueError:
            pass
    return {"#t": True, "#f": False}.get(token, Symbol(token))


def show(value):
    if value is True:
        return "#t"
    if value is False:
        return "#f"
    if isinstance(value, list):
        return "(" + " ".join(map(show, value)) + ")"
    if callable(value):
        return "<function>"
    return str(value)


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f"unbound {name}")


class Lambda:
    def __init__(self, names, body, env):
        self.names, self.body, self.env = names, body, env

    def __call__(self, *args):
        if len(args) != len(self.names):
            raise LispError(f"expected {len(self.names)} arguments, got {len(args)}")
        return evaluate(self.body, Env(self.names, args, self.env))


def product(*args):
    result = 1
    for a in args:
        result *= a
    return result


GLOBAL = Env()
GLOBAL.update({
    "+": lambda *a: sum(a), "*": product, "-": lambda a, *b: a - sum(b) if b else -a, "/": lambda a,
    b: a / b,
    "=": lambda a, b: a == b, "<": lambda a, b: a < b, ">": lambda a, b: a > b,
    "list": lambda *a: list(a),
    "car": lambda x: x[0], "cdr": lambda x: x[1:], "cons": lambda a, b: [a] + b,
    "null?": lambda x: x == [],
    "length": len, "map": lambda f, xs: [f(x) for x in xs], "not": lambda x: not x,
})


def evaluate(x, env=GLOBAL):
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, list):
            return x
        if not x:
            return []
        head, *rest = x
        if head == "quote":
            return rest[0]
        if head == "if":
            test, then, *other = rest
            x = then if evaluate(test, env) is not False else (other[0] if other else False)
        elif head == "define":
            name, value = rest
            if isinstance(name, list):
                name, value = name[0], [Symbol("lambda"), name[1:], value]
            env[name] = evaluate(value, env)
            return Symbol(name)
        elif head == "set!":
            env.find(rest[0])[rest[0]] = evaluate(rest[1], env)
            return Symbol("ok")
        elif head == "lambda":
            return Lambda(rest[0], rest[1], env)
        elif head == "let":
            names, values = [b[0] for b in rest[0]], [evaluate(b[1], env) for b in rest[0]]
            x, env = rest[1], Env(names, values, env)
        elif head == "begin":
            for part in rest[:-1]:
                evaluate(part, env)
            x = rest[-1]
        else:
            function, *args = [evaluate(part, env) for part in x]
            if isinstance(function, Lambda) and len(args) == len(function.names):
                x, env = function.body, Env(function.names, args, function.env)
            elif callable(function):
                return function(*args)
            else:
                raise LispError(f"{show(function)} is not a function")


PROGRAM = """
(+ 1 2 (* 3 4))
(define (square x) (* x x))
(map square '(1 2 3))
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(fact 25)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n))))
(loop 2000 0)
(define counter (let ((n 0)) (lambda () (begin (set! n (+ n 1)) n))))
(begin (counter) (counter) (counter))
(let ((x 2) (y 3)) (list x y (+ x y)))
(cons 1 (cdr '(9 8 7)))
(if (null? '()) 'empty 'full)
(define (compose f g) (lambda (x) (f (g x))))
((compose square (lambda (x) (- x 1))) 5)
(/ 7 2)
(not #f)
square
'(a (b c) 1.5 #t)
(undefined 1)
(square 1 2)
(1 2)
(car '())
(/ 1 0)
(+ 1 'a)
(unclosed (list
)
"""
for line in PROGRAM.strip().splitlines():
    try:
        print(line, "=>", show(evaluate(read(tokens(line)))))
    except LispError as error:
        print(line, "!!", error)
    except (TypeError, IndexError, ZeroDivisionError, ValueError) as error:
        print(line, "!!", type(error).__name__)
