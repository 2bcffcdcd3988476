"""json's encoder: pieces of text are gathered in one list, which recursion passes on."""

_escapes = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f'}


def _escape(c, ensure_ascii):
    short = _escapes.get(c)
    if short is not None:
        return short
    code = ord(c)
    if code < 32 or ensure_ascii and 126 < code < 0x10000:
        return f'\\u{code:04x}'
    if code < 127 or not ensure_ascii:
        return c
    code -= 0x10000
    return f'\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}'


def _quote(text, ensure_ascii):
    if text.isprintable() and '"' not in text and '\\' not in text and (not ensure_ascii or text.isascii()):
        return f'"{text}"'
    return '"' + ''.join([_escape(c, ensure_ascii) for c in text]) + '"'


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        if isinstance(o, str):
            return _quote(o, self.ensure_ascii)
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        parts = []
        step = self.indent
        if step is not None and not isinstance(step, str):
            step = ' ' * step
        self._add(o, parts, None if step is None else '\n', step, set())
        return iter(parts)

    def _add(self, o, parts, line, step, open_):
        """`line`: a line end with the indentation around `o`, or None for one line; `open_`: ids of what is
        being written."""
        text = self._scalar(o)
        if text is not None:
            parts.append(text)
            return
        if id(o) in open_:
            if self.check_circular:
                raise ValueError('Circular reference detected')
            raise RecursionError('maximum recursion depth exceeded while encoding a JSON object')
        open_.add(id(o))
        if isinstance(o, (list, tuple)):
            self._add_list(o, parts, line, step, open_)
        elif isinstance(o, dict):
            self._add_dict(o, parts, line, step, open_)
        else:
            self._add(self.default(o), parts, line, step, open_)
        open_.discard(id(o))

    def _scalar(self, o):
        if isinstance(o, str):
            return _quote(o, self.ensure_ascii)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _float(self, o):
        if o != o:
            text = 'NaN'
        elif o in (float('inf'), float('-inf')):
            text = 'Infinity' if o > 0 else '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            shown = '' if self.indent is None else f': {o!r}'
            raise ValueError('Out of range float values are not JSON compliant' + shown)
        return text

    def _add_list(self, o, parts, line, step, open_):
        if not o:
            parts.append('[]')
            return
        inner = None if line is None else line + step
        separator = self.item_separator if inner is None else self.item_separator + inner
        before = '[' if inner is None else '[' + inner
        for item in o:
            parts.append(before)
            self._add(item, parts, inner, step, open_)
            before = separator
        parts.append(']' if line is None else line + ']')

    def _add_dict(self, o, parts, line, step, open_):
        if not o:
            parts.append('{}')
            return
        inner = None if line is None else line + step
        separator = self.item_separator if inner is None else self.item_separator + inner
        before = '{' if inner is None else '{' + inner
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            name = self._key(key)
            if name is None:
                continue
            parts.append(before)
            parts.append(_quote(name, self.ensure_ascii) + self.key_separator)
            self._add(value, parts, inner, step, open_)
            before = separator
        if before != separator:  # every key was skipped
            parts.append('{}' if line is None else before + line + '}')
        else:
            parts.append('}' if line is None else line + '}')

    def _key(self, key):
        if isinstance(key, str):
            return key
        text = self._scalar(key)
        if text is None and not self.skipkeys:
            raise TypeError('keys must be str, int, float, bool or None, '
                            f'not {key.__class__.__name__}')
        return text
