"""Annotations that are texts: what they mean.

In: the text of an annotation and the names it may use. Out: the value. What annotations are made of is
understood: names, attributes, subscripts, unions, tuples, lists, calls, and constants.
"""

import sys
from _module import variables

_builtins = {kind.__name__: kind for kind in (
    object, int, float, complex, bool, str, bytes, bytearray, memoryview, list, tuple, dict, set, frozenset, range,
    slice, type, property, staticmethod, classmethod, BaseException, Exception, ArithmeticError, AssertionError,
    AttributeError, ImportError, IndexError, KeyError, LookupError, NameError, NotImplementedError, OSError, RuntimeError,
    StopIteration, TimeoutError, TypeError, ValueError, ZeroDivisionError)}
_builtins.update(callable=callable, any=any, all=all, Ellipsis=..., NotImplemented=NotImplemented)
_constants = {'None': None, 'True': True, 'False': False}
_escapes = {'n': '\n', 't': '\t', 'r': '\r', '\\': '\\', "'": "'", '"': '"', '0': '\0'}


def names_of_module(name):
    """The variables of a module of the program."""
    module = sys.modules.get(name)
    return {} if module is None else variables(module)


class _Reader:
    """One token after the other: `token` is the present one, `kind` what it is."""

    def __init__(self, text, names):
        self.text = text
        self.at = 0
        self.names = names
        self.step()

    def fail(self):
        raise SyntaxError(f'Forward reference must be an expression -- got {self.text!r}')

    def step(self):
        text, at = self.text, self.at
        while at < len(text) and text[at] in ' \t\n\\':
            at += 1
        start = at
        char = text[at:at + 1]
        if char.isidentifier() or char.isdigit():
            self.kind = 'name' if char.isidentifier() else 'number'
            while at < len(text) and (text[at].isidentifier() or text[at].isdigit()):
                at += 1
        elif char in ('"', "'"):
            self.kind = 'text'
            at += 1
            while text[at:at + 1] not in ('', char):
                at += 2 if text[at] == '\\' else 1
            if at >= len(text):
                self.fail()
            at += 1
        else:
            self.kind = 'sign' if char else 'end'
            at += 3 if text.startswith('...', at) else 1 if char else 0
        self.token = text[start:at]
        self.at = at

    def take(self, sign):
        if self.kind != 'sign' or self.token != sign:
            return False
        self.step()
        return True

    def whole(self):
        value = self.items('')
        if self.kind != 'end':
            self.fail()
        return value

    def items(self, end):
        """Several values with commas between them are a tuple."""
        if end and self.take(end):
            return ()
        first = self.union()
        if self.token != ',':
            if end and not self.take(end):
                self.fail()
            return first
        return (first, *self.rest(end))

    def rest(self, end):
        found = []
        while self.take(','):
            if self.token == end:
                break
            found.append(self.union())
        if end and not self.take(end):
            self.fail()
        return found

    def union(self):
        value = self.primary()
        while self.take('|'):
            value = value | self.primary()
        return value

    def primary(self):
        value = self.atom()
        while self.kind == 'sign':
            if self.take('.'):
                value = getattr(value, self.token)
                self.step()
            elif self.take('['):
                value = value[self.items(']')]
            elif self.take('('):
                value = self.call(value)
            else:
                break
        return value

    def call(self, function):
        args, keywords = [], {}
        while not self.take(')'):
            value = None if self.kind == 'name' and self.text[self.at:].lstrip()[:1] == '=' else self.union()
            if self.kind == 'name':
                name = self.token
                self.step()
                self.take('=')
                keywords[name] = self.union()
            else:
                args.append(value)
            if not self.take(',') and self.token != ')':
                self.fail()
        return function(*args, **keywords)

    def atom(self):
        token, kind = self.token, self.kind
        self.step()
        if kind == 'name':
            return self.prefixed(token) if self.kind == 'text' and self.at else self.look_up(token)
        if kind == 'number':
            return self.number(token)
        if kind == 'text':
            return self.joined(token)
        if token == '...':
            return ...
        if token == '-':
            return -self.primary()
        if token == '(':
            return self.items(')')
        if token == '[':
            return self.list_items()
        self.fail()

    def list_items(self):
        if self.take(']'):
            return []
        return [self.union(), *self.rest(']')]

    def number(self, token):
        if self.take('.'):
            token += '.' + (self.token if self.kind == 'number' else '')
            if self.kind == 'number':
                self.step()
            return float(token)
        return int(token, 0)

    def prefixed(self, prefix):
        if prefix not in ('b', 'r', 'u', 'B', 'R', 'U'):
            self.fail()
        token = self.token
        self.step()
        if prefix in 'rR':
            return token[1:-1]
        return self.joined(token).encode('latin-1') if prefix in 'bB' else self.joined(token)

    def joined(self, token):
        text = _unescaped(token[1:-1])
        while self.kind == 'text':
            text += _unescaped(self.token[1:-1])
            self.step()
        return text

    def look_up(self, name):
        if name in _constants:
            return _constants[name]
        for names in (*self.names, _builtins):
            if name in names:
                return names[name]
        raise NameError(f'name {name!r} is not defined', name=name)


def _unescaped(text):
    if '\\' not in text:
        return text
    parts = iter(text)
    return ''.join([_escapes.get(following := next(parts), '\\' + following) if char == '\\' else char
                    for char in parts])


def value_of(text, *names):
    """What the text means; `names` are mappings, the first one first."""
    return _Reader(text, names).whole()
