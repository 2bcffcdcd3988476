"""ast: literal_eval. Programs are compiled; at run time there is a reader of literals, and no parser of Python."""

_escapes = {'n': '\n', 't': '\t', 'r': '\r', 'a': '\a', 'b': '\b', 'f': '\f', 'v': '\v', '\\': '\\', "'": "'", '"': '"',
            '\n': ''}
_closing = {'(': ')', '[': ']', '{': '}'}
_names = {'None': None, 'True': True, 'False': False}


class _Reader:
    """One token after the other: `token` is the present one, `kind` what it is."""

    def __init__(self, text):
        self.text = text
        self.at = 0
        self.depth = 0
        self.step()

    def malformed(self, what='Name'):
        line = self.text.count('\n', 0, self.start) + 1
        raise ValueError(f'malformed node or string on line {line}: <ast.{what} object at {id(self):#x}>')

    def invalid(self, message='invalid syntax'):
        before = self.text[:self.start]
        line = before.count('\n') + 1
        lines = self.text.split('\n')
        raise SyntaxError(message, ('<unknown>', line, self.start - before.rfind('\n'), lines[line - 1], line, 0))

    def step(self):
        text, at = self.text, self.at
        while at < len(text) and (text[at] in ' \t\f' or text[at] == '\n' and (self.depth or not text[at:].strip())):
            at += 1
        if text[at:at + 1] == '#':
            self.at = text.find('\n', at) if '\n' in text[at:] else len(text)
            self.step()
            return
        self.start = at
        char = text[at:at + 1]
        if char.isdigit() or char == '.' and text[at + 1:at + 2].isdigit():
            self.kind = 'number'
            at = self.end_of_number(at)
        elif char.isidentifier():
            self.kind = 'name'
            while at < len(text) and (text[at].isidentifier() or text[at].isdigit()):
                at += 1
            if text[at:at + 1] in ("'", '"') and text[self.start:at].lower() in ('b', 'r', 'u', 'br', 'rb'):
                self.kind = 'text'
                at = self.end_of_text(at)
        elif char in ("'", '"') and char:
            self.kind = 'text'
            at = self.end_of_text(at)
        else:
            self.kind = 'sign' if char else 'end'
            at += len(char)
        self.token = text[self.start:at]
        self.at = at

    def end_of_number(self, at):
        text = self.text
        while at < len(text) and (text[at].isalnum() or text[at] in '._' or
                                  text[at] in '+-' and text[at - 1] in 'eE' and text[self.start:self.start + 2] not in
                                  ('0x', '0X')):
            at += 1
        return at

    def end_of_text(self, at):
        text = self.text
        quote = text[at:at + 3] if text[at:at + 3] in ("'''", '"""') else text[at]
        at += len(quote)
        while not text.startswith(quote, at):
            if at >= len(text) or text[at] == '\n' and len(quote) == 1:
                self.invalid(f'unterminated string literal (detected at line {text.count(chr(10), 0, at) + 1})')
            at += 2 if text[at] == '\\' else 1
        return at + len(quote)

    def whole(self):
        value = self.value()
        if self.token == ',':
            value = (value, *self.rest(''))
        if self.kind != 'end':
            if self.kind == 'sign' and self.token in '+-*/%@&|^<>.([':
                other = 'Constant' if isinstance(value, (str, bytes)) else 'BinOp'
                self.malformed({'(': 'Call', '[': 'Subscript', '.': 'Attribute'}.get(self.token, other))
            self.invalid()
        return value

    def rest(self, closing):
        found = []
        while self.token == ',':
            self.step()
            if self.token == closing or self.kind == 'end':
                break
            found.append(self.value())
        return found

    def value(self):
        """A complex number is written as a sum."""
        value = self.signed()
        if self.kind == 'sign' and self.token in ('+', '-') and type(value) in (int, float):
            minus = self.token == '-'
            self.step()
            imaginary = self.signed()
            if type(imaginary) is not complex:
                self.malformed('BinOp')
            return value - imaginary if minus else value + imaginary
        return value

    def signed(self):
        if self.kind == 'sign' and self.token in ('+', '-'):
            sign = self.token
            self.step()
            value = self.signed()
            if type(value) not in (int, float, complex):
                self.malformed('Constant' if isinstance(value, (str, bytes)) else 'UnaryOp')
            return -value if sign == '-' else +value
        return self.atom()

    def atom(self):
        kind, token = self.kind, self.token
        if kind == 'number':
            self.step()
            return self.number(token)
        if kind == 'text':
            return self.joined()
        if kind == 'name':
            return self.named(token)
        if token in _closing:
            return self.bracketed(token)
        self.invalid()

    def named(self, token):
        if token == 'set' and self.text[self.at:].replace(' ', '')[:2] == '()':
            for _ in range(3):
                self.step()
            return set()
        if token not in _names:
            self.malformed({'(': 'Call', '.': 'Attribute', '[': 'Subscript'}.get(self.text[self.at:self.at + 1], 'Name'))
        self.step()
        return _names[token]

    def number(self, token):
        try:
            if token[-1] in 'jJ' and token[:2] not in ('0x', '0X'):
                return complex(0, float(token[:-1].replace('_', '')))
            if token[:2].lower() in ('0x', '0o', '0b'):
                return int(token, 0)
            if '.' in token or 'e' in token or 'E' in token:
                return float(token)
            return int(token, 0)
        except ValueError:
            self.invalid('invalid decimal literal')

    def joined(self):
        value = None
        while self.kind == 'text':
            part = self.one_text(self.token)
            value = part if value is None else value + part
            self.step()
        return value

    def one_text(self, token):
        quote = min([place for place in (token.find("'"), token.find('"')) if place >= 0])
        prefix, body = token[:quote].lower(), token[quote:]
        size = 3 if body[:3] in ("'''", '"""') else 1
        body = body[size:-size]
        if 'r' not in prefix:
            body = self.unescaped(body, 'b' in prefix)
        return body.encode('latin-1') if 'b' in prefix else body

    def unescaped(self, body, is_bytes):
        if '\\' not in body:
            return body
        made, at = [], 0
        while at < len(body):
            char = body[at]
            at += 1
            if char != '\\':
                made.append(char)
                continue
            char = body[at]
            at += 1
            digits = {'x': 2} if is_bytes else {'x': 2, 'u': 4, 'U': 8}
            if char in _escapes:
                made.append(_escapes[char])
            elif char in digits:
                made.append(chr(int(body[at:at + digits[char]], 16)))
                at += digits[char]
            elif char in '01234567':
                end = at
                while end < at + 2 and body[end:end + 1] in tuple('01234567'):
                    end += 1
                made.append(chr(int(body[at - 1:end], 8)))
                at = end
            else:
                made.append('\\' + char)
        return ''.join(made)

    def bracketed(self, opening):
        closing = _closing[opening]
        self.depth += 1
        self.step()
        if self.token == closing:
            value = {'(': (), '[': [], '{': {}}[opening]
        elif opening == '{':
            value = self.set_or_dict()
        else:
            first = self.value()
            single = opening == '(' and self.token == closing
            items = [first, *self.rest(closing)]
            value = first if single else tuple(items) if opening == '(' else items
        if self.kind == 'end':
            self.start = self.text.find(opening)
            self.invalid(f"'{opening}' was never closed")
        if self.token != closing:
            if self.kind == 'sign' and self.token in '+-*/%@&|^.([':
                self.malformed('Call' if self.token == '(' else 'BinOp')
            self.invalid("invalid syntax. Perhaps you forgot a comma?" if self.kind != 'sign' else 'invalid syntax')
        self.depth -= 1
        self.step()
        return value

    def set_or_dict(self):
        first = self.value()
        if self.token != ':':
            return set([first, *self.rest('}')])
        made = {}
        while True:
            self.step()
            made[first] = self.value()
            if self.token != ',':
                return made
            self.step()
            if self.token == '}':
                return made
            first = self.value()
            if self.token != ':':
                self.invalid()


def literal_eval(node_or_string):
    return _Reader(node_or_string.lstrip(' \t')).whole()
