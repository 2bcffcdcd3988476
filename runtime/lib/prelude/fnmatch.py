"""fnmatch: file names against patterns with *, ?, [seq] and [!seq]."""

from os.path import normcase

_any, _one = object(), object()  # what * and ? become; others become characters or pairs (inverted, ranges)


def _class_at(pattern, start):
    """The class whose '[' stands before `start`, and the place behind its ']'; (None, start) for a lone '['."""
    at = start
    if pattern[at:at + 1] == '!':
        at += 1
    end = pattern.find(']', at + 1 if pattern[at:at + 1] == ']' else at)
    if end < 0:
        return None, start
    ranges = []
    while at < end:
        if at + 2 < end and pattern[at + 1] == '-':
            ranges.append((pattern[at], pattern[at + 2]))
            at += 3
        else:
            ranges.append((pattern[at], pattern[at]))
            at += 1
    return (pattern[start] == '!', ranges), end + 1


def _parse(pattern):
    items = []
    at = 0
    while at < len(pattern):
        c = pattern[at]
        at += 1
        if c == '*':
            if not items or items[-1] is not _any:
                items.append(_any)
        elif c == '?':
            items.append(_one)
        elif c == '[':
            found, at = _class_at(pattern, at)
            items.append('[' if found is None else found)
        else:
            items.append(c)
    return items


def _fits(item, c):
    if item is _one or item == c:
        return True
    if not isinstance(item, tuple):
        return False
    inverted, ranges = item
    for low, high in ranges:
        if low <= c <= high:
            return not inverted
    return inverted


def _match(items, name):
    """Each * takes as little as it can; where the rest fails, the last one takes one character more."""
    i = at = 0
    star = taken = -1
    while at < len(name):
        if i < len(items) and items[i] is _any:
            star, taken = i, at
            i += 1
        elif i < len(items) and _fits(items[i], name[at]):
            i += 1
            at += 1
        elif star >= 0:
            taken += 1
            i, at = star + 1, taken
        else:
            return False
    while i < len(items) and items[i] is _any:
        i += 1
    return i == len(items)


def _matcher(pattern):
    """A function that tells whether a name fits; of str or bytes as the pattern is."""
    if isinstance(pattern, bytes):
        items = _parse(pattern.decode('latin-1'))
        return lambda name: _match(items, name.decode('latin-1'))
    items = _parse(pattern)
    return lambda name: _match(items, name)


def fnmatch(name, pat):
    return fnmatchcase(normcase(name), normcase(pat))


def fnmatchcase(name, pat):
    return _matcher(pat)(name)


def filter(names, pat):
    fits = _matcher(normcase(pat))
    return [name for name in names if fits(normcase(name))]
