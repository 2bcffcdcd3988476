"""warnings: messages about what a program should not do, and filters that say what becomes of them.

A warning comes from where the program called: stacklevel makes no difference.
"""

import sys

import _caller

defaultaction = 'default'
onceregistry = {}
filters = [
    ('default', None, DeprecationWarning, '__main__', 0),
    ('ignore', None, DeprecationWarning, None, 0),
    ('ignore', None, PendingDeprecationWarning, None, 0),
    ('ignore', None, ImportWarning, None, 0),
    ('ignore', None, ResourceWarning, None, 0),
]

_actions = ('error', 'ignore', 'always', 'default', 'module', 'once')
_shown = set()


class WarningMessage:
    """A warning with what is known of its place."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f'{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, '
                f'lineno : {self.lineno}, line : {self.line!r}}}')


# -- filters ---------------------------------------------------------------------------------------

class _Pattern:
    """A regular expression; those without special characters need no re."""

    def __init__(self, text, ignore_case):
        self.text = text
        self.ignore_case = ignore_case

    def match(self, subject):
        if self.text.replace(' ', '').replace('_', '').isalnum():
            start = subject[:len(self.text)]
            return start.lower() == self.text.lower() if self.ignore_case else start == self.text
        try:
            import re
        except ImportError:
            raise NotImplementedError('warnings: regular expressions are not supported') from None
        return re.compile(self.text, re.I if self.ignore_case else 0).match(subject)


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=False):
    assert action in _actions, f'invalid action: {action!r}'
    assert isinstance(message, str), 'message must be a string'
    assert isinstance(category, type), 'category must be a class'
    assert issubclass(category, Warning), 'category must be a Warning subclass'
    assert isinstance(module, str), 'module must be a string'
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'
    _add_filter(append, (action, _Pattern(message, True) if message else None, category,
                         _Pattern(module, False) if module else None, lineno))


def simplefilter(action, category=Warning, lineno=0, append=False):
    assert action in _actions, f'invalid action: {action!r}'
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'
    _add_filter(append, (action, None, category, None, lineno))


def _add_filter(append, item):
    _shown.clear()
    if append:
        if item not in filters:
            filters.append(item)
        return
    if item in filters:
        filters.remove(item)
    filters.insert(0, item)


def resetwarnings():
    filters[:] = []
    _shown.clear()


def _matches(pattern, subject):
    return pattern is None or (subject == pattern if isinstance(pattern, str) else pattern.match(subject))


def _action_for(text, category, module, lineno):
    for action, message, kind, where, line in filters:
        if (_matches(message, text) and issubclass(category, kind) and _matches(where, module)
                and line in (0, lineno)):
            return action
    return defaultaction


# -- giving warnings -------------------------------------------------------------------------------

def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    if not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    path, line, _, module = _caller.place(max(stacklevel, 1) - 1) or ('sys', 1, None, 'sys')
    warn_explicit(message, category, path, line, module, source=source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    action = _action_for(text, category, module or filename, lineno)
    if action == 'ignore':
        return
    if action == 'error':
        raise message
    if action != 'always':
        key = (text, category)
        if action != 'once':
            key += (filename,) if action == 'module' else (filename, lineno)
        if key in _shown:
            return
        _shown.add(key)
    _show(WarningMessage(message, category, filename, lineno, source=source))


def formatwarning(message, category, filename, lineno, line=None):
    text = f'{filename}:{lineno}: {category.__name__}: {message}\n'
    line = _caller.source_line(filename, lineno) if line is None else line
    return f'{text}  {line.strip()}\n' if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    file = sys.stderr if file is None else file
    if file is not None:
        file.write(formatwarning(message, category, filename, lineno, line))


_showwarning = showwarning
_logs = []  # of the catch_warnings that are entered: a list, or None


def _show(warning):
    if showwarning is _showwarning and _logs and _logs[-1] is not None:
        _logs[-1].append(warning)
    else:
        showwarning(warning.message, warning.category, warning.filename, warning.lineno, warning.file, warning.line)


class catch_warnings:
    """Puts the filters back as they were; with record=True it gives the list of what was shown meanwhile."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        return 'catch_warnings(record=True)' if self._record else 'catch_warnings()'

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError(f'Cannot enter {self!r} twice')
        self._entered = True
        self._filters, self._showwarning = filters[:], showwarning
        _shown.clear()
        log = None
        if self._record:
            log, showwarning = [], _showwarning
        _logs.append(_logs[-1] if log is None and _logs else log)
        if self._filter is not None:
            simplefilter(*self._filter)
        return log

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError(f'Cannot exit {self!r} without entering first')
        filters[:], showwarning = self._filters, self._showwarning
        _logs.pop()
        _shown.clear()
