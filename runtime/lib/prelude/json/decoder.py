"""json's decoder: one function a kind of value, each given the text and a place, each giving back the value
and the place behind it."""


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno


_blank = ' \t\n\r'
_digits = '0123456789'
_escapes = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
_constants = (('null', None), ('true', True), ('false', False))
_odd_floats = ('NaN', 'Infinity', '-Infinity')


def _skip(text, at):
    end = len(text)
    while at < end and text[at] in _blank:
        at += 1
    return at


def _code_unit(text, at):
    """The four hexadecimal digits at `at`, which is after the u of an escape."""
    digits = text[at:at + 4]
    if len(digits) == 4 and all([c in '0123456789abcdefABCDEF' for c in digits]):
        return int(digits, 16)
    raise JSONDecodeError('Invalid \\uXXXX escape', text, at - 1)


def _escaped(text, at):
    """What the backslash before `at` begins, and the place behind it."""
    c = text[at]
    if c != 'u':
        if c not in _escapes:
            raise JSONDecodeError('Invalid \\escape', text, at - 1)
        return _escapes[c], at + 1
    code = _code_unit(text, at + 1)
    at += 5
    if 0xd800 <= code <= 0xdbff and text.startswith('\\u', at):
        low = _code_unit(text, at + 2)
        if 0xdc00 <= low <= 0xdfff:
            return chr(0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)), at + 6
    return chr(code), at


def _scan_string(text, begin, strict):
    """`begin` is behind the opening quote."""
    parts = []
    start = at = begin
    end = len(text)
    while at < end:
        c = text[at]
        if c == '"':
            parts.append(text[start:at])
            return ''.join(parts), at + 1
        if c == '\\':
            parts.append(text[start:at])
            if at + 1 == end:
                break
            made, at = _escaped(text, at + 1)
            parts.append(made)
            start = at
        elif c < ' ' and strict:
            raise JSONDecodeError('Invalid control character at', text, at)
        else:
            at += 1
    raise JSONDecodeError('Unterminated string starting at', text, begin - 1)


def _skip_digits(text, at):
    end = len(text)
    while at < end and text[at] in _digits:
        at += 1
    return at


def _number_end(text, at):
    """Where the number that starts at `at` ends, and whether it is an int; `at` itself when there is none."""
    start = at
    if text.startswith('-', at):
        at += 1
    whole = at + 1 if text.startswith('0', at) else _skip_digits(text, at)
    if whole == at:
        return start, True
    end = whole
    if text.startswith('.', end):
        fraction = _skip_digits(text, end + 1)
        if fraction > end + 1:
            end = fraction
    if text[end:end + 1] in ('e', 'E'):
        sign = 1 if text[end + 1:end + 2] in ('+', '-') else 0
        exponent = _skip_digits(text, end + 1 + sign)
        if exponent > end + 1 + sign:
            end = exponent
    return end, end == whole


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or float
        self.strict = strict

    def decode(self, s):
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        return self._value(s, idx)

    def _value(self, text, at):
        c = text[at:at + 1]
        if c == '"':
            return _scan_string(text, at + 1, self.strict)
        if c == '{':
            return self._object(text, at + 1)
        if c == '[':
            return self._array(text, at + 1)
        end, is_int = _number_end(text, at)
        if end > at:
            number = text[at:end]
            return (self.parse_int(number) if is_int else self.parse_float(number)), end
        return self._word(text, at)

    def _word(self, text, at):
        for word, value in _constants:
            if text.startswith(word, at):
                return value, at + len(word)
        for word in _odd_floats:
            if text.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        raise JSONDecodeError('Expecting value', text, at)

    def _array(self, text, at):
        values = []
        at = _skip(text, at)
        if text.startswith(']', at):
            return values, at + 1
        while True:
            value, at = self._value(text, at)
            values.append(value)
            at = _skip(text, at)
            if text.startswith(']', at):
                return values, at + 1
            if not text.startswith(',', at):
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at = _skip(text, at + 1)

    def _object(self, text, at):
        pairs = []
        at = _skip(text, at)
        if text.startswith('}', at):
            return self._made(pairs), at + 1
        while True:
            if not text.startswith('"', at):
                raise JSONDecodeError('Expecting property name enclosed in double quotes', text, at)
            key, at = _scan_string(text, at + 1, self.strict)
            at = _skip(text, at)
            if not text.startswith(':', at):
                raise JSONDecodeError("Expecting ':' delimiter", text, at)
            value, at = self._value(text, _skip(text, at + 1))
            pairs.append((key, value))
            at = _skip(text, at)
            if text.startswith('}', at):
                return self._made(pairs), at + 1
            if not text.startswith(',', at):
                raise JSONDecodeError("Expecting ',' delimiter", text, at)
            at = _skip(text, at + 1)

    def _made(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        made = dict(pairs)
        return made if self.object_hook is None else self.object_hook(made)
