"""Stacks of calls as lists: of a traceback's entries, or of the calls that are running."""

import sys

import _caller
from _traceback import entries, format_exception, format_exception_only

_REPEATS_SHOWN = 3


class FrameSummary:
    """One call: where it is. `_text` is how tracebacks show it, where that is known."""

    __slots__ = ('filename', 'lineno', 'name', '_line', 'locals', 'end_lineno', 'colno', 'end_colno', '_text')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = {key: repr(value) for key, value in locals.items()} if locals else None
        self.end_lineno = end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._text = None

    @property
    def line(self):
        if self._line is None and self.lineno is not None:
            self._line = _caller.source_line(self.filename, self.lineno).strip()
        return self._line

    def __eq__(self, other):
        if isinstance(other, (FrameSummary, tuple)):
            return tuple(self) == tuple(other)
        return NotImplemented

    def __getitem__(self, place):
        return (self.filename, self.lineno, self.name, self.line)[place]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def __len__(self):
        return 4


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        return cls(_limited([FrameSummary(frame.f_code.co_filename, line, frame.f_code.co_name)
                             for frame, line in frame_gen], limit))

    @classmethod
    def from_list(cls, a_list):
        return cls([item if isinstance(item, FrameSummary)
                    else FrameSummary(item[0], item[1], item[2], line=item[3]) for item in a_list])

    def format_frame_summary(self, frame_summary):
        if frame_summary._text is not None:
            return frame_summary._text
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            text += f'    {frame_summary.line.strip()}\n'
        for name, value in sorted((frame_summary.locals or {}).items()):
            text += f'    {name} = {value}\n'
        return text

    def format(self):
        pieces = []
        last = None
        times = 0
        for frame in self:
            place = (frame.filename, frame.lineno, frame.name)
            if place != last:
                pieces += _repeats(times)
                last, times = place, 0
            times += 1
            if times <= _REPEATS_SHOWN:
                pieces.append(self.format_frame_summary(frame))
        return pieces + _repeats(times)


def _repeats(times):
    more = times - _REPEATS_SHOWN
    return [f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n'] if more > 0 else []


def _limited(items, limit):
    """The first ones, or of a negative limit the last."""
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    if limit is None:
        return items
    return items[:limit] if limit >= 0 else items[limit:]


class TracebackException:
    """An exception as text, without the exception."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, _seen=None):
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback, limit)
        self._str = str(exc_value)
        self._only = format_exception_only(exc_value)
        self._texts = [format_exception(exc_value, limit=limit, chain=chain) for chain in (False, True)]
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = exc_value.__suppress_context__
        self.__cause__ = _summary_of(exc_value.__cause__)
        self.__context__ = _summary_of(exc_value.__context__)
        self.exceptions = ([_summary_of(error) for error in exc_value.exceptions]
                           if isinstance(exc_value, BaseExceptionGroup) else None)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def __eq__(self, other):
        return self._texts == other._texts if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self):
        yield from self._only

    def format(self, *, chain=True):
        yield from self._texts[bool(chain)]

    def print(self, *, file=None, chain=True):
        for piece in self.format(chain=chain):
            print(piece, file=sys.stderr if file is None else file, end='')


def _summary_of(error):
    return None if error is None else TracebackException.from_exception(error)


# ---- of tracebacks

def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_tb(tb, limit=None):
    frames = StackSummary()
    for filename, lineno, name, line, end_lineno, colno, end_colno, text in _limited(entries(tb), limit):
        frame = FrameSummary(filename, lineno, name, line=line, end_lineno=end_lineno, colno=colno,
                             end_colno=end_colno)
        frame._text = text
        frames.append(frame)
    return frames


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    for piece in format_list(extracted_list):
        print(piece, file=sys.stderr if file is None else file, end='')


def clear_frames(tb):
    """There is nothing to clear: tracebacks keep no variables here."""


# ---- of the calls that are running

def walk_stack(f):
    if f is None:
        f = _caller.frame()
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def extract_stack(f=None, limit=None):
    frames = list(walk_stack(f))
    if limit is not None:
        frames = frames[:limit] if limit >= 0 else frames[limit:]
    stack = StackSummary.extract(frames)
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(f, limit), file)
