"""The source of functions, methods and classes, from the texts that the program carries."""

from _inspect import isclass, isfunction, ismethod, source_text
from _types import CodeType, FrameType, TracebackType
from inspect._signature import unwrap


def _code_of(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if isinstance(object, TracebackType):
        object = object.tb_frame
    if isinstance(object, FrameType):
        object = object.f_code
    return object if isinstance(object, CodeType) else None


def _code_of_class(cls):
    """The code of one of its own functions."""
    for value in cls.__dict__.values():
        for part in (value, getattr(value, '__func__', None), getattr(value, 'fget', None)):
            if part is not None and isfunction(unwrap(part)):
                return unwrap(part).__code__
    return None


def getfile(object):
    code = _code_of(object) or (_code_of_class(object) if isclass(object) else None)
    if code is not None:
        return code.co_filename
    if isclass(object):
        raise TypeError(f'{object!r} is a built-in class')
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, '
                    f'got {type(object).__name__}')


getsourcefile = getfile


def findsource(object):
    """All lines of the file, and the index of the one where the object begins."""
    code = _code_of(object)
    if code is not None:
        return source_text(code).splitlines(keepends=True), code.co_firstlineno - 1
    if not isclass(object) or object.__module__ == 'builtins':
        getfile(object)
    code = _code_of_class(object)
    if code is None:
        raise OSError('could not find class definition')
    lines = source_text(code).splitlines(keepends=True)
    return lines, _line_of_class(lines, object.__qualname__)


def _line_of_class(lines, qualname):
    """By the names of the blocks around each `class`; with its decorators."""
    around = []  # (indentation, name)
    decorators = None
    reader = _Text()
    for place, line in enumerate(lines):
        text = line.lstrip()
        continues = reader.inside()
        reader.read(line)
        if continues or not text or text[0] == '#':
            continue
        indent = len(line) - len(text)
        while around and around[-1][0] >= indent:
            around.pop()
        words = text.replace('(', ' ').replace(':', ' ').split()
        if text[0] == '@':
            decorators = place if decorators is None else decorators
            continue
        if words[0] == 'async':
            words.pop(0)
        if words[0] in ('class', 'def') and len(words) > 1:
            around.append((indent, words[1] if words[0] == 'class' else words[1] + '.<locals>'))
            if words[0] == 'class' and '.'.join([name for _, name in around]) == qualname:
                return place if decorators is None else decorators
        decorators = None
    raise OSError('could not find class definition')


class _Text:
    """Follows brackets and strings, so as to know which lines only continue others."""

    def __init__(self):
        self.depth = 0
        self.quote = None

    def inside(self):
        return self.depth > 0 or self.quote is not None

    def read(self, line):
        place = 0
        while place < len(line):
            char = line[place]
            if self.quote is not None:
                if char == '\\':
                    place += 1
                elif line.startswith(self.quote, place):
                    place += len(self.quote) - 1
                    self.quote = None
            elif char in '"\'':
                self.quote = char * 3 if line.startswith(char * 3, place) else char
                place += len(self.quote) - 1
            elif char == '#':
                break
            elif char in '([{':
                self.depth += 1
            elif char in ')]}':
                self.depth -= 1
            place += 1
        if self.quote is not None and len(self.quote) == 1:
            self.quote = None


def _block(lines):
    """The lines of the definition that begins at the first one."""
    text = _Text()
    indent = len(lines[0]) - len(lines[0].lstrip())
    in_header = True
    last = 0
    for place, line in enumerate(lines):
        bare = line.strip()
        if not text.inside() and bare and bare[0] != '#':
            if not in_header and len(line) - len(line.lstrip()) <= indent:
                break
        text.read(line)
        if bare and (bare[0] != '#' or text.inside()):
            last = place
        if in_header and not text.inside() and bare and bare[0] not in '@#':
            in_header = False
            if not lines[0].lstrip().startswith(('def ', 'class ', 'async ', '@')):
                break
    return lines[:last + 1]


def getsourcelines(object):
    object = unwrap(object)
    lines, first = findsource(object)
    return _block(lines[first:]), first + 1


def getsource(object):
    return ''.join(getsourcelines(object)[0])


def getcomments(object):
    """The comment right above the definition, or None."""
    try:
        lines, first = findsource(object)
    except (OSError, TypeError):
        return None
    start = first
    while start > 0 and lines[start - 1].lstrip().startswith('#'):
        start -= 1
    return ''.join([line.strip() + '\n' for line in lines[start:first]]) or None
