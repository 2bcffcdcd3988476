"""string: sets of characters, templates, formatters."""

import re as _re

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


class _PatternOfTemplate:
    """The pattern of a class of templates, made of its other attributes by the first who asks."""

    def __init__(self):
        self._made = {}

    def __get__(self, instance, owner):
        if owner not in self._made:
            delimiter = _re.escape(owner.delimiter)
            braced = owner.braceidpattern or owner.idpattern
            self._made[owner] = _re.compile(
                f'{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{owner.idpattern})|'
                f'{{(?P<braced>{braced})}}|(?P<invalid>))', owner.flags | _re.VERBOSE)
        return self._made[owner]


class Template:
    """$name, ${name} and $$ in a text."""

    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = _re.IGNORECASE
    pattern = _PatternOfTemplate()

    def __init_subclass__(cls):
        super().__init_subclass__()
        if 'pattern' in cls.__dict__:
            cls.pattern = _re.compile(cls.pattern, cls.flags | _re.VERBOSE)

    def __init__(self, template):
        self.template = template

    def _raise_invalid(self, at):
        lines = self.template[:at].splitlines(keepends=True)
        column = at - len(''.join(lines[:-1])) if lines else 1
        raise ValueError(f'Invalid placeholder in string: line {max(len(lines), 1)}, col {column}')

    def _raise_unnamed(self):
        raise ValueError('Unrecognized named group in pattern', self.pattern)

    def substitute(self, mapping={}, /, **keywords):
        def replacement(found):
            name = found.group('named') or found.group('braced')
            if name is not None:
                return str(keywords[name] if name in keywords else mapping[name])
            if found.group('escaped') is not None:
                return self.delimiter
            if found.group('invalid') is not None:
                self._raise_invalid(found.start('invalid'))
            self._raise_unnamed()
        return self.pattern.sub(replacement, self.template)

    def safe_substitute(self, mapping={}, /, **keywords):
        def replacement(found):
            name = found.group('named') or found.group('braced')
            if name is not None:
                try:
                    return str(keywords[name] if name in keywords else mapping[name])
                except KeyError:
                    return found.group()
            if found.group('escaped') is not None:
                return self.delimiter
            if found.group('invalid') is not None:
                return found.group()
            self._raise_unnamed()
        return self.pattern.sub(replacement, self.template)

    def is_valid(self):
        for found in self.pattern.finditer(self.template):
            if found.group('invalid') is not None:
                return False
            if not (found.group('named') or found.group('braced') or found.group('escaped')):
                self._raise_unnamed()
        return True

    def get_identifiers(self):
        names = []
        for found in self.pattern.finditer(self.template):
            name = found.group('named') or found.group('braced')
            if name is not None and name not in names:
                names.append(name)
            elif name is None and found.group('invalid') is None and found.group('escaped') is None:
                self._raise_unnamed()
        return names


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
