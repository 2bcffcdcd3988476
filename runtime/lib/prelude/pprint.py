"""pprint: values over several lines, so that they can be read."""

import re
import sys
from collections import ChainMap, Counter, OrderedDict, UserDict, UserList, UserString, defaultdict, deque
from dataclasses import fields, is_dataclass
from io import StringIO
from types import MappingProxyType, SimpleNamespace

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _Key:
    """Orders what has no order: by the type's name and the address."""

    __slots__ = ('obj',)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return ((str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj)))


def _key_of_item(item):
    return _Key(item[0]), _Key(item[1])


def _recursion(object):
    return f'<Recursion on {type(object).__name__} with id={id(object)}>'


def _has_own_repr(cls, base):
    return cls.__repr__ is base.__repr__


def _is_plain_dataclass(object):
    """A dataclass whose __repr__ is the one that the decorator made."""
    if not is_dataclass(object) or isinstance(object, type):
        return False
    return hasattr(type(object).__repr__, '_of_dataclass')


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._format(object, self._stream, 0, 0, {}, 0)
            self._stream.write('\n')

    def pformat(self, object):
        stream = StringIO()
        self._format(object, stream, 0, 0, {}, 0)
        return stream.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    # ---- over several lines

    def _format(self, object, stream, indent, allowance, context, level):
        key = id(object)
        if key in context:
            stream.write(_recursion(object))
            return
        text = self._repr(object, context, level)
        write = self._writer(object) if len(text) > self._width - indent - allowance else None
        if write is None:
            stream.write(text)
            return
        context[key] = 1
        write(self, object, stream, indent, allowance, context, level + 1)
        del context[key]

    def _writer(self, object):
        method = type(object).__repr__
        for cls, write in _writers:
            if method is cls.__repr__ and isinstance(object, cls):
                return write
        return PrettyPrinter._pprint_dataclass if _is_plain_dataclass(object) else None

    def _pprint_dataclass(self, object, stream, indent, allowance, context, level):
        name = type(object).__name__
        indent += len(name) + 1
        items = [(f.name, getattr(object, f.name)) for f in fields(object) if f.repr]
        stream.write(name + '(')
        self._format_namespace_items(items, stream, indent, allowance, context, level)
        stream.write(')')

    def _pprint_dict(self, object, stream, indent, allowance, context, level):
        stream.write('{')
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        if object:
            items = sorted(object.items(), key=_key_of_item) if self._sort_dicts else object.items()
            self._format_dict_items(items, stream, indent, allowance + 1, context, level)
        stream.write('}')

    def _pprint_ordered_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + '(')
        self._format(list(object.items()), stream, indent + len(name) + 1, allowance + 1, context, level)
        stream.write(')')

    def _pprint_list(self, object, stream, indent, allowance, context, level):
        stream.write('[')
        self._format_items(object, stream, indent, allowance + 1, context, level)
        stream.write(']')

    def _pprint_tuple(self, object, stream, indent, allowance, context, level):
        stream.write('(')
        end = ',)' if len(object) == 1 else ')'
        self._format_items(object, stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _pprint_set(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        cls = type(object)
        if cls is set:
            start, end = '{', '}'
        else:
            start, end = cls.__name__ + '({', '})'
            indent += len(cls.__name__) + 1
        stream.write(start)
        self._format_items(sorted(object, key=_Key), stream, indent, allowance + len(end), context, level)
        stream.write(end)

    def _pprint_str(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        if level == 1:
            indent += 1
            allowance += 1
        chunks = self._string_chunks(object, self._width - indent, allowance)
        if len(chunks) == 1:
            stream.write(repr(object))
            return
        text = ('\n' + ' ' * indent).join(chunks)
        stream.write(f'({text})' if level == 1 else text)

    def _string_chunks(self, object, width, allowance):
        """Lines as strings of their own; those too long broken between words."""
        chunks = []
        lines = object.splitlines(True)
        for number, line in enumerate(lines):
            longest = width - allowance if number == len(lines) - 1 else width
            if len(repr(line)) <= longest:
                chunks.append(repr(line))
                continue
            words = re.findall(r'\S*\s*', line)
            words.pop()
            current = ''
            for place, word in enumerate(words):
                room = longest if place == len(words) - 1 else width
                if len(repr(current + word)) > room:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current += word
            if current:
                chunks.append(repr(current))
        return chunks

    def _pprint_bytes(self, object, stream, indent, allowance, context, level):
        if len(object) <= 4:
            stream.write(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            stream.write('(')
        between = ''
        for chunk in _bytes_chunks(object, self._width - indent, allowance):
            stream.write(between + chunk)
            between = '\n' + ' ' * indent
        if parens:
            stream.write(')')

    def _pprint_bytearray(self, object, stream, indent, allowance, context, level):
        stream.write('bytearray(')
        self._pprint_bytes(bytes(object), stream, indent + 10, allowance + 1, context, level + 1)
        stream.write(')')

    def _pprint_mappingproxy(self, object, stream, indent, allowance, context, level):
        stream.write('mappingproxy(')
        self._format(object.copy(), stream, indent + 13, allowance + 1, context, level)
        stream.write(')')

    def _pprint_simplenamespace(self, object, stream, indent, allowance, context, level):
        name = 'namespace' if type(object) is SimpleNamespace else type(object).__name__
        stream.write(name + '(')
        self._format_namespace_items(object.__dict__.items(), stream, indent + len(name) + 1, allowance, context, level)
        stream.write(')')

    def _pprint_default_dict(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        factory = self._repr(object.default_factory, context, level)
        name = type(object).__name__
        indent += len(name) + 1
        stream.write(f'{name}({factory},\n{" " * indent}')
        self._pprint_dict(object, stream, indent, allowance + 1, context, level)
        stream.write(')')

    def _pprint_counter(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + '({')
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        self._format_dict_items(object.most_common(), stream, indent + len(name) + 1, allowance + 2, context, level)
        stream.write('})')

    def _pprint_chain_map(self, object, stream, indent, allowance, context, level):
        if not object.maps:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + '(')
        indent += len(name) + 1
        for number, each in enumerate(object.maps):
            if number == len(object.maps) - 1:
                self._format(each, stream, indent, allowance + 1, context, level)
                stream.write(')')
            else:
                self._format(each, stream, indent, 1, context, level)
                stream.write(',\n' + ' ' * indent)

    def _pprint_deque(self, object, stream, indent, allowance, context, level):
        if not object:
            stream.write(repr(object))
            return
        name = type(object).__name__
        stream.write(name + '(')
        indent += len(name) + 1
        stream.write('[')
        if object.maxlen is None:
            self._format_items(object, stream, indent, allowance + 2, context, level)
            stream.write('])')
        else:
            self._format_items(object, stream, indent, 2, context, level)
            bound = self._repr(object.maxlen, context, level)
            stream.write(f'],\n{" " * indent}maxlen={bound})')

    def _pprint_user_data(self, object, stream, indent, allowance, context, level):
        self._format(object.data, stream, indent, allowance, context, level - 1)

    # ---- items

    def _format_dict_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        items = list(items)
        between = ',\n' + ' ' * indent
        for number, (key, value) in enumerate(items):
            last = number == len(items) - 1
            shown = self._repr(key, context, level)
            stream.write(shown + ': ')
            self._format(value, stream, indent + len(shown) + 2, allowance if last else 1, context, level)
            if not last:
                stream.write(between)

    def _format_namespace_items(self, items, stream, indent, allowance, context, level):
        items = list(items)
        between = ',\n' + ' ' * indent
        for number, (key, value) in enumerate(items):
            last = number == len(items) - 1
            stream.write(key + '=')
            if id(value) in context:
                stream.write('...')
            else:
                self._format(value, stream, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                stream.write(between)

    def _format_items(self, items, stream, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            stream.write((self._indent_per_level - 1) * ' ')
        between = line_end = ',\n' + ' ' * indent
        separator = ''
        width = longest = self._width - indent + 1
        items = list(items)
        for number, item in enumerate(items):
            last = number == len(items) - 1
            if last:
                longest -= allowance
                width -= allowance
            if self._compact:
                text = self._repr(item, context, level)
                size = len(text) + 2
                if width < size:
                    width = longest
                    if separator:
                        separator = line_end
                if width >= size:
                    width -= size
                    stream.write(separator + text)
                    separator = ', '
                    continue
            stream.write(separator)
            separator = between
            self._format(item, stream, indent, allowance if last else 1, context, level)

    # ---- on one line

    def _safe_repr(self, object, context, maxlevels, level):
        """The text, whether it can be read back, whether the object contains itself."""
        cls = type(object)
        if cls in (str, bytes, bytearray, float, complex, bool, type(None)):
            return repr(object), True, False
        if issubclass(cls, int) and cls.__repr__ is int.__repr__:
            return (f'{object:_d}' if self._underscore_numbers else repr(object)), True, False
        if issubclass(cls, dict) and cls.__repr__ is dict.__repr__:
            return self._safe_repr_dict(object, context, maxlevels, level)
        for base, empty, form in ((list, '[]', '[%s]'), (tuple, '()', '(%s)')):
            if issubclass(cls, base) and cls.__repr__ is base.__repr__:
                if not object:
                    return empty, True, False
                if base is tuple and len(object) == 1:
                    form = '(%s,)'
                return self._safe_repr_items(object, form, context, maxlevels, level)
        text = repr(object)
        return text, bool(text) and not text.startswith('<'), False

    def _safe_repr_dict(self, object, context, maxlevels, level):
        if not object:
            return '{}', True, False
        key = id(object)
        if maxlevels and level >= maxlevels:
            return '{...}', False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable, recursive = True, False
        pieces = []
        for pair in sorted(object.items(), key=_key_of_item) if self._sort_dicts else object.items():
            shown = []
            for each in pair:
                text, is_readable, is_recursive = self.format(each, context, maxlevels, level + 1)
                shown.append(text)
                readable, recursive = readable and is_readable, recursive or is_recursive
            pieces.append(': '.join(shown))
        del context[key]
        return '{' + ', '.join(pieces) + '}', readable, recursive

    def _safe_repr_items(self, object, form, context, maxlevels, level):
        key = id(object)
        if maxlevels and level >= maxlevels:
            return form % '...', False, key in context
        if key in context:
            return _recursion(object), False, True
        context[key] = 1
        readable, recursive = True, False
        pieces = []
        for each in object:
            text, is_readable, is_recursive = self.format(each, context, maxlevels, level + 1)
            pieces.append(text)
            readable, recursive = readable and is_readable, recursive or is_recursive
        del context[key]
        return form % ', '.join(pieces), readable, recursive


def _bytes_chunks(object, width, allowance):
    """By four bytes, as many as fit on a line."""
    current = b''
    end = len(object) // 4 * 4
    for place in range(0, len(object), 4):
        part = object[place:place + 4]
        longer = current + part
        if place == end:
            width -= allowance
        if len(repr(longer)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current = longer
    if current:
        yield repr(current)


_writers = [
    (dict, PrettyPrinter._pprint_dict), (list, PrettyPrinter._pprint_list), (tuple, PrettyPrinter._pprint_tuple),
    (str, PrettyPrinter._pprint_str), (set, PrettyPrinter._pprint_set), (frozenset, PrettyPrinter._pprint_set),
    (OrderedDict, PrettyPrinter._pprint_ordered_dict), (bytes, PrettyPrinter._pprint_bytes),
    (bytearray, PrettyPrinter._pprint_bytearray), (MappingProxyType, PrettyPrinter._pprint_mappingproxy),
    (SimpleNamespace, PrettyPrinter._pprint_simplenamespace), (defaultdict, PrettyPrinter._pprint_default_dict),
    (Counter, PrettyPrinter._pprint_counter), (ChainMap, PrettyPrinter._pprint_chain_map),
    (deque, PrettyPrinter._pprint_deque), (UserDict, PrettyPrinter._pprint_user_data),
    (UserList, PrettyPrinter._pprint_user_data), (UserString, PrettyPrinter._pprint_user_data),
]
