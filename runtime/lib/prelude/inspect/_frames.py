"""The calls that are running, and those that a traceback tells, as FrameInfo."""

import sys

import _caller
from collections import namedtuple

from _types import TracebackType


class Traceback(namedtuple('_Traceback', 'filename lineno function code_context index')):
    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, filename, lineno, function, code_context, index)
        made.positions = positions
        return made


class FrameInfo(namedtuple('_FrameInfo', 'frame filename lineno function code_context index')):
    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        made.positions = positions
        return made


def currentframe():
    return _caller.frame()


def getframeinfo(frame, context=1):
    line = frame.f_lineno if not isinstance(frame, TracebackType) else frame.tb_lineno
    if isinstance(frame, TracebackType):
        frame = frame.tb_frame
    code = frame.f_code
    lines, index = None, None
    if context > 0:
        first = max(line - 1 - context // 2, 0)
        lines = _lines_of(code)
        first = max(0, min(first, len(lines) - context))
        lines, index = lines[first:first + context], line - 1 - first
    return Traceback(code.co_filename, line, code.co_name, lines, index)


def _lines_of(code):
    from _inspect import source_text
    return source_text(code).splitlines(keepends=True)


def _info(frame, place, context):
    return FrameInfo(frame, *getframeinfo(place, context))


def getouterframes(frame, context=1):
    frames = []
    while frame is not None:
        frames.append(_info(frame, frame, context))
        frame = frame.f_back
    return frames


def getinnerframes(tb, context=1):
    frames = []
    while tb is not None:
        frames.append(_info(tb.tb_frame, tb, context))
        tb = tb.tb_next
    return frames


def stack(context=1):
    return getouterframes(_caller.frame(), context)


def trace(context=1):
    error = sys.exception()
    return getinnerframes(error.__traceback__ if error else None, context)
