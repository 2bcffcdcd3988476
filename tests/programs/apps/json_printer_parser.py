# A JSON-like printer and parser by hand: pretty printing, escapes, positions of errors.
class ParseError(ValueError):
    def __init__(self, message, text, at):
        line = text.count("\n", 0, at) + 1
        column = at - (text.rfind("\n", 0, at) + 1) + 1
        super().__init__(f"{message} at line {line}, column {column}")


ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
UNESCAPES = {v: k for k, v in ESCAPES.items() if k != "/"}


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def error(self, message):
        raise ParseError(message, self.text, self.at)

    def peek(self):
        while self.at < len(self.text) and self.text[self.at] in " \t\r\n":
            self.at += 1
        return self.text[self.at] if self.at < len(self.text) else ""

    def expect(self, char):
        if self.peek() != char:
            self.error(f"expected {char!r}")
        self.at += 1

    def parse(self):
        value = self.value()
        if self.peek():
            self.error("extra text")
        return value

    def value(self):
        char = self.peek()
        handlers = {"{": self.object, "[": self.array, '"': self.string}
        if char in handlers:
            return handlers[char]()
        for word, value in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        if char and char in "-0123456789":
            return self.number()
        self.error("unexpected end" if not char else f"unexpected {char!r}")

    def object(self):
        result = {}
        self.expect("{")
        if self.peek() == "}":
            self.at += 1
            return result
        while True:
            if self.peek() != '"':
                self.error("expected a key")
            key = self.string()
            self.expect(":")
            result[key] = self.value()
            if self.peek() == ",":
                self.at += 1
                continue
            self.expect("}")
            return result

    def array(self):
        result = []
        self.expect("[")
        if self.peek() == "]":
            self.at += 1
            return result
        while True:
            result.append(self.value())
            if self.peek() != ",":
                break
            self.at += 1
        self.expect("]")
        return result

    def string(self):
        self.at += 1
        out = []
        while True:
            if self.at >= len(self.text):
                self.error("unterminated string")
            char = self.text[self.at]
            self.at += 1
            if char == '"':
                return "".join(out)
            if char == "\\":
                code = self.text[self.at:self.at + 1]
                self.at += 1
                if code == "u":
                    out.append(chr(int(self.text[self.at:self.at + 4], 16)))
                    self.at += 4
                elif code in ESCAPES and code:
                    out.append(ESCAPES[code])
                else:
                    self.error("bad escape")
            else:
                out.append(char)

    def number(self):
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in "+-.eE0123456789":
            self.at += 1
        word = self.text[start:self.at]
        try:
            return float(word) if any(c in word for c in ".eE") else int(word)
        except ValueError:
            self.at = start
            self.error(f"bad number {word!r}")


def quote(text):
    out = ['"']
    for char in text:
        if char in UNESCAPES:
            out.append("\\" + UNESCAPES[char])
        elif ord(char) < 32 or ord(char) > 126:
            out.append(f"\\u{ord(char):04x}")
        else:
            out.append(char)
    return "".join(out) + '"'


def dump(value, indent=None, level=0):
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, float)):
        return repr(value)
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, dict):
        parts = [f"{quote(k)}: {dump(v, indent, level + 1)}" for k, v in value.items()]
        brackets = "{}"
    elif isinstance(value, (list, tuple)):
        parts = [dump(v, indent, level + 1) for v in value]
        brackets = "[]"
    else:
        raise TypeError(f"cannot dump {type(value).__name__}")
    if not parts:
        return brackets
    if indent is None:
        return brackets[0] + ", ".join(parts) + brackets[1]
    pad = "\n" + " " * indent * (level + 1)
    return brackets[0] + pad + ("," + pad).join(parts) + "\n" + " " * indent * level + brackets[1]


data = {"name": "Ann \"A\"", "tags": ["x", "é", "tab\t"], "n": [1, -2.5, 1e20, 0],
        "deep": {"a": {"b": []}, "c": {}}, "t": True, "z": None}
text = dump(data)
print(text)
print(dump(data, 2))
print(Parser(text).parse() == data, Parser(dump(data, 4)).parse() == data)
print(Parser(' [1, 2.5e3, "\\u0041\\n", {"k": [true, false, null]}] ').parse())
for bad in ("", "[1, 2", '{"a" 1}', '{a: 1}', "[1,]", '"open', '"\\x"', "tru", "1 2", "-",
            "[1\n, 2\n  ?]", '{"a": {"b": }}', "1.2.3"):
    try:
        print(Parser(bad).parse())
    except ParseError as error:
        print(repr(bad), "->", error)
try:
    dump({1, 2})
except TypeError as error:
    print(error)
