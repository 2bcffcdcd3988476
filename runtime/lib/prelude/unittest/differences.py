"""unittest: how two values that ought to be equal differ, as text."""

import difflib
import pprint

_WIDTH = 80  # of a value's repr; longer ones are cut
_BEGIN = _COMMON = _END = 5  # what stays at least: of the beginning, of what both have before a difference, of the end
_MARK = 12  # about what '[N chars]' takes
_DIFFERENCE = _WIDTH - (_BEGIN + _MARK + _COMMON + _MARK + _END)


def shown(obj):
    try:
        return repr(obj)
    except Exception:
        return object.__repr__(obj)


def _cut(text, begin, end):
    left_out = len(text) - begin - end
    return f'{text[:begin]}[{left_out} chars]{text[len(text) - end:]}' if left_out > _MARK else text


def _common_prefix(a, b):
    length = 0
    for x, y in zip(a, b):
        if x != y:
            break
        length += 1
    return length


def shown_pair(first, second):
    """Both reprs; of long ones, what is around the first difference."""
    pair = shown(first), shown(second)
    longest = max(len(pair[0]), len(pair[1]))
    if longest <= _WIDTH:
        return pair
    common = _common_prefix(*pair)
    prefix = pair[0][:common]
    room = _WIDTH - (longest - common + _BEGIN + _MARK)
    if room > _COMMON:
        prefix = _cut(prefix, _BEGIN, room)
        return prefix + pair[0][common:], prefix + pair[1][common:]
    prefix = _cut(prefix, _BEGIN, _COMMON)
    return (prefix + _cut(pair[0][common:], _DIFFERENCE, _END), prefix + _cut(pair[1][common:], _DIFFERENCE, _END))


def by_lines(first, second):
    """The difference of two values, line by line of their pretty forms."""
    return '\n' + '\n'.join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))


def of_texts(first, second):
    lines, other_lines = first.splitlines(True), second.splitlines(True)
    if len(lines) == 1 and first.strip('\r\n') == first:
        lines, other_lines = [first + '\n'], [second + '\n']
    return '\n' + ''.join(difflib.ndiff(lines, other_lines))
