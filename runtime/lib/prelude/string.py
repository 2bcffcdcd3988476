"""string: sets of characters, templates, formatters."""

ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
whitespace = ' \t\n\r\v\f'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join([word.capitalize() for word in s.split(sep)])


def _is_identifier(text):
    return text.isascii() and text.isidentifier()


class Template:
    """$name, ${name} and $$ in a text."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _pieces(self):
        """(literal text, name or None, the placeholder as written, where it starts) for each placeholder; a name
        of '' is a delimiter that starts nothing."""
        text, mark = self.template, self.delimiter
        start = 0
        while True:
            at = text.find(mark, start)
            if at < 0:
                yield text[start:], None, '', len(text)
                return
            name, end = self._placeholder(at + len(mark))
            yield text[start:at], name, text[at:end], at
            start = end

    def _placeholder(self, at):
        """The name after a delimiter and where the placeholder ends; a doubled delimiter is its own name."""
        text, mark = self.template, self.delimiter
        if text.startswith(mark, at):
            return mark, at + len(mark)
        if text.startswith('{', at):
            close = text.find('}', at)
            if close > 0 and _is_identifier(text[at + 1:close]):
                return text[at + 1:close], close + 1
            return '', at
        end = at
        while end < len(text) and _is_identifier(text[at:end + 1]):
            end += 1
        return text[at:end], end

    def _raise_invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len(''.join(lines[:-1])) if lines else 0
        raise ValueError(f'Invalid placeholder in string: line {max(len(lines), 1)}, col {column + 1 if lines else 1}')

    def substitute(self, mapping={}, /, **keywords):
        parts = []
        for literal, name, written, at in self._pieces():
            parts.append(literal)
            if name == '':
                self._raise_invalid(at)
            if name == self.delimiter:
                parts.append(name)
            elif name is not None:
                parts.append(str(keywords[name] if name in keywords else mapping[name]))
        return ''.join(parts)

    def safe_substitute(self, mapping={}, /, **keywords):
        parts = []
        for literal, name, written, at in self._pieces():
            parts.append(literal)
            if name == self.delimiter:
                parts.append(name)
            elif name in keywords:
                parts.append(str(keywords[name]))
            elif name and name in mapping:
                parts.append(str(mapping[name]))
            else:
                parts.append(written)
        return ''.join(parts)

    def get_identifiers(self):
        found = []
        for _, name, _, _ in self._pieces():
            if name and name != self.delimiter and name not in found:
                found.append(name)
        return found

    def is_valid(self):
        return all(name != '' for _, name, _, _ in self._pieces())


_mixed = 'cannot switch from manual field specification to automatic field numbering'


class Formatter:
    """str.format, whose steps classes that derive from this can replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result = self._filled(format_string, args, kwargs, used, [0], 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _filled(self, format_string, args, kwargs, used, count, depth):
        """`count` holds the number of the next field without a name; None: fields have numbers of their own."""
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, field, spec, conversion in self.parse(format_string):
            parts.append(literal)
            if field is None:
                continue
            if field == '':
                if count[0] is None:
                    raise ValueError(_mixed)
                field = f'{count[0]}'
                count[0] += 1
            elif field.isdigit():
                if count[0]:
                    raise ValueError(_mixed)
                count[0] = None
            value, first = self.get_field(field, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            parts.append(self.format_field(value, self._filled(spec, args, kwargs, used, count, depth - 1)))
        return ''.join(parts)

    def parse(self, format_string):
        """(literal, field name, spec, conversion), the last three None where no field follows:
        after a doubled brace, and at the end."""
        literal, at, end = '', 0, len(format_string)
        while at < end:
            c = format_string[at]
            if c in '{}' and format_string[at + 1:at + 2] == c:
                yield literal + c, None, None, None
                literal, at = '', at + 2
            elif c == '{':
                close = _closing_brace(format_string, at)
                yield (literal, *_parts_of_field(format_string[at + 1:close]))
                literal, at = '', close + 1
            elif c == '}':
                raise ValueError("Single '}' encountered in format string")
            else:
                literal += c
                at += 1
        if literal:
            yield literal, None, None, None

    def get_field(self, field_name, args, kwargs):
        cut = min([field_name.find(mark) for mark in '.[' if mark in field_name], default=len(field_name))
        first, rest = field_name[:cut], field_name[cut:]
        first = int(first) if first.isdigit() else first
        value = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == '.':
                stop = min([rest.find(mark, 1) for mark in '.[' if rest.find(mark, 1) > 0], default=len(rest))
                value = getattr(value, rest[1:stop])
            else:
                stop = rest.index(']') + 1
                key = rest[1:stop - 1]
                value = value[int(key) if key.isdigit() else key]
            rest = rest[stop:]
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')


def _closing_brace(text, at):
    depth = 0
    for place in range(at, len(text)):
        if text[place] == '{':
            depth += 1
        elif text[place] == '}':
            depth -= 1
            if not depth:
                return place
    if at + 1 == len(text):
        raise ValueError("Single '{' encountered in format string")
    raise ValueError("expected '}' before end of string")


def _parts_of_field(text):
    name, _, spec = text.partition(':')
    name, mark, conversion = name.partition('!')
    return name, spec, conversion if mark else None
