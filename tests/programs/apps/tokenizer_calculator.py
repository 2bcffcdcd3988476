# A calculator: hand-written tokenizer, precedence climbing, variables, functions, error messages.
import math


class CalcError(Exception):
    pass


def tokenize(text):
    tokens = []
    i = 0
    while i < len(text):
        c = text[i]
        if c.isspace():
            i += 1
        elif c.isdigit() or c == ".":
            start = i
            while i < len(text) and (text[i].isdigit() or text[i] == "."):
                i += 1
            number = text[start:i]
            try:
                tokens.append(("num", float(number) if "." in number else int(number)))
            except ValueError:
                raise CalcError(f"bad number {number!r}") from None
        elif c.isalpha() or c == "_":
            start = i
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            tokens.append(("name", text[start:i]))
        elif text[i:i + 2] in ("**", "//"):
            tokens.append(("op", text[i:i + 2]))
            i += 2
        elif c in "+-*/%(),=":
            tokens.append(("op", c))
            i += 1
        else:
            raise CalcError(f"unexpected {c!r} at {i}")
    tokens.append(("end", None))
    return tokens


OPERATORS = {
    "+": (1, "left", lambda a, b: a + b),
    "-": (1, "left", lambda a, b: a - b),
    "*": (2, "left", lambda a, b: a * b),
    "/": (2, "left", lambda a, b: a / b),
    "//": (2, "left", lambda a, b: a // b),
    "%": (2, "left", lambda a, b: a % b),
    "**": (4, "right", lambda a, b: a ** b),
}
FUNCTIONS = {"sqrt": math.sqrt, "max": max, "min": min, "abs": abs, "sum": lambda *xs: sum(xs)}


class Calculator:
    def __init__(self):
        self.variables = {"pi": math.pi}

    def evaluate(self, text):
        self.tokens = tokenize(text)
        self.at = 0
        if len(self.tokens) > 2 and self.tokens[0][0] == "name" and self.tokens[1] == ("op", "="):
            name = self.tokens[0][1]
            self.at = 2
            self.variables[name] = value = self.expression(0)
        else:
            value = self.expression(0)
        kind, found = self.tokens[self.at]
        if kind != "end":
            raise CalcError(f"unexpected {found!r}")
        return value

    def next(self):
        token = self.tokens[self.at]
        self.at += 1
        return token

    def expect(self, symbol):
        kind, found = self.next()
        if found != symbol:
            raise CalcError(f"expected {symbol!r}, got {'end' if kind == 'end' else repr(found)}")

    def expression(self, lowest):
        left = self.unary()
        while True:
            kind, symbol = self.tokens[self.at]
            if kind != "op" or symbol not in OPERATORS:
                return left
            level, side, function = OPERATORS[symbol]
            if level < lowest:
                return left
            self.next()
            right = self.expression(level + (side == "left"))
            left = function(left, right)

    def unary(self):
        kind, value = self.next()
        if (kind, value) == ("op", "-"):
            return -self.expression(3)
        if kind == "num":
            return value
        if (kind, value) == ("op", "("):
            inner = self.expression(0)
            self.expect(")")
            return inner
        if kind == "name":
            if self.tokens[self.at] == ("op", "("):
                return self.call(value)
            if value not in self.variables:
                raise CalcError(f"unknown name {value!r}")
            return self.variables[value]
        raise CalcError("unexpected end" if kind == "end" else f"unexpected {value!r}")

    def call(self, name):
        if name not in FUNCTIONS:
            raise CalcError(f"unknown function {name!r}")
        self.next()
        arguments = []
        if self.tokens[self.at] != ("op", ")"):
            arguments.append(self.expression(0))
            while self.tokens[self.at] == ("op", ","):
                self.next()
                arguments.append(self.expression(0))
        self.expect(")")
        return FUNCTIONS[name](*arguments)


calc = Calculator()
for line in ["1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "10 - 4 - 3", "7 // 2 + 7 % 2",
             "1 / 4",
             "x = 5", "y = x * 2 + 1", "x + y", "sqrt(16) + max(1, y, 3)", "sum()", "abs(-3.5)",
             "2 * pi",
             "10 ** 20 + 1", "1 +", "(1 + 2", "1 2", "z + 1", "foo(1)", "1 $ 2", "1.2.3", "1 / 0",
             "sqrt(-1)",
             "max()", ")", ""]:
    try:
        print(f"{line:<24} = {calc.evaluate(line)}")
    except CalcError as error:
        print(f"{line:<24} ! {error}")
    except (ArithmeticError, ValueError, TypeError) as error:
        print(f"{line:<24} ! {type(error).__name__}: {error}")
