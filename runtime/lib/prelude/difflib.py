"""difflib: what two sequences have in common, and their difference as text."""

from collections import namedtuple
from heapq import nlargest

__all__ = ['get_close_matches', 'ndiff', 'restore', 'SequenceMatcher', 'Differ', 'IS_CHARACTER_JUNK', 'IS_LINE_JUNK',
           'context_diff', 'unified_diff', 'diff_bytes', 'Match']

Match = namedtuple('Match', 'a b size')


def _ratio(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    """Finds the longest block that both have, then those on its left and on its right.

    `b2j` tells where each element of b stands; junk and, in long sequences, what is everywhere is not in it.
    """

    def __init__(self, isjunk=None, a='', b='', autojunk=True):
        self.isjunk = isjunk
        self.a = self.b = None
        self.autojunk = autojunk
        self.set_seqs(a, b)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if a is not self.a:
            self.a = a
            self.matching_blocks = self.opcodes = None

    def set_seq2(self, b):
        if b is not self.b:
            self.b = b
            self.matching_blocks = self.opcodes = self.fullbcount = None
            self._index()

    def _index(self):
        places = {}
        for place, element in enumerate(self.b):
            if element in places:
                places[element].append(place)
            else:
                places[element] = [place]
        self.b2j = places
        self.bjunk = {element for element in places if self.isjunk(element)} if self.isjunk else set()
        for element in self.bjunk:
            del places[element]
        self.bpopular = set()
        count = len(self.b)
        if self.autojunk and count >= 200:
            self.bpopular = {element for element, found in places.items() if len(found) > count // 100 + 1}
            for element in self.bpopular:
                del places[element]

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        ahi = len(self.a) if ahi is None else ahi
        bhi = len(self.b) if bhi is None else bhi
        best_a, best_b, size = self._longest_run(alo, ahi, blo, bhi)
        for takes_junk in (False, True):
            best_a, best_b, size = self._extended(best_a, best_b, size, alo, ahi, blo, bhi, takes_junk)
        return Match(best_a, best_b, size)

    def _longest_run(self, alo, ahi, blo, bhi):
        """`lengths` has by place in b how long the run is that ends there and at the last element of a."""
        a, places, nothing = self.a, self.b2j, []
        best_a, best_b, size = alo, blo, 0
        lengths = {}
        for i in range(alo, ahi):
            longer = {}
            for j in places.get(a[i], nothing):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                run = longer[j] = lengths.get(j - 1, 0) + 1
                if run > size:
                    best_a, best_b, size = i - run + 1, j - run + 1, run
            lengths = longer
        return best_a, best_b, size

    def _extended(self, i, j, size, alo, ahi, blo, bhi, takes_junk):
        a, b, junk = self.a, self.b, self.bjunk
        while i > alo and j > blo and (b[j - 1] in junk) == takes_junk and a[i - 1] == b[j - 1]:
            i, j, size = i - 1, j - 1, size + 1
        while i + size < ahi and j + size < bhi and (b[j + size] in junk) == takes_junk and a[i + size] == b[j + size]:
            size += 1
        return i, j, size

    def get_matching_blocks(self):
        if self.matching_blocks is None:
            self.matching_blocks = self._joined(self._found_blocks())
        return self.matching_blocks

    def _found_blocks(self):
        waiting = [(0, len(self.a), 0, len(self.b))]
        found = []
        while waiting:
            alo, ahi, blo, bhi = waiting.pop()
            i, j, size = block = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(block)
                if alo < i and blo < j:
                    waiting.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    waiting.append((i + size, ahi, j + size, bhi))
        return sorted(found)

    def _joined(self, found):
        """Blocks that touch become one; the last is empty, at the end."""
        i, j, size = 0, 0, 0
        blocks = []
        for i2, j2, size2 in found:
            if i + size == i2 and j + size == j2:
                size += size2
            else:
                if size:
                    blocks.append(Match(i, j, size))
                i, j, size = i2, j2, size2
        if size:
            blocks.append(Match(i, j, size))
        blocks.append(Match(len(self.a), len(self.b), 0))
        return blocks

    def get_opcodes(self):
        if self.opcodes is None:
            self.opcodes = opcodes = []
            i = j = 0
            for ai, bj, size in self.get_matching_blocks():
                if i < ai or j < bj:
                    tag = 'replace' if i < ai and j < bj else 'delete' if i < ai else 'insert'
                    opcodes.append((tag, i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    opcodes.append(('equal', ai, i, bj, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """Changes with n equal elements around; where more lie between, a new group begins."""
        codes = list(self.get_opcodes()) or [('equal', 0, 1, 0, 1)]
        tag, i1, i2, j1, j2 = codes[0]
        if tag == 'equal':
            codes[0] = tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        tag, i1, i2, j1, j2 = codes[-1]
        if tag == 'equal':
            codes[-1] = tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)
        group = []
        for tag, i1, i2, j1, j2 in codes:
            if tag == 'equal' and i2 - i1 > 2 * n:
                group.append((tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)))
                yield group
                group = []
                i1, j1 = max(i1, i2 - n), max(j1, j2 - n)
            group.append((tag, i1, i2, j1, j2))
        if group and not (len(group) == 1 and group[0][0] == 'equal'):
            yield group

    def ratio(self):
        matches = sum([block[2] for block in self.get_matching_blocks()])
        return _ratio(matches, len(self.a) + len(self.b))

    def quick_ratio(self):
        if self.fullbcount is None:
            self.fullbcount = {}
            for element in self.b:
                self.fullbcount[element] = self.fullbcount.get(element, 0) + 1
        left = {}
        matches = 0
        for element in self.a:
            count = left[element] if element in left else self.fullbcount.get(element, 0)
            left[element] = count - 1
            if count > 0:
                matches += 1
        return _ratio(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        return _ratio(min(len(self.a), len(self.b)), len(self.a) + len(self.b))


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    if not n > 0:
        raise ValueError(f'n must be > 0: {n!r}')
    if not 0.0 <= cutoff <= 1.0:
        raise ValueError(f'cutoff must be in [0.0, 1.0]: {cutoff!r}')
    found = []
    matcher = SequenceMatcher()
    matcher.set_seq2(word)
    for x in possibilities:
        matcher.set_seq1(x)
        if matcher.real_quick_ratio() >= cutoff and matcher.quick_ratio() >= cutoff and matcher.ratio() >= cutoff:
            found.append((matcher.ratio(), x))
    return [x for _, x in nlargest(n, found)]


# ---- lines with the places of changes below them

def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ('', '#')


def IS_CHARACTER_JUNK(ch, ws=' \t'):
    return ch in ws


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == 'replace':
                yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
            elif tag == 'delete':
                yield from _marked('-', a, alo, ahi)
            elif tag == 'insert':
                yield from _marked('+', b, blo, bhi)
            else:
                yield from _marked(' ', a, alo, ahi)

    def _best_pair(self, a, alo, ahi, b, blo, bhi):
        """The two lines that are most alike without being the same, and the first two that are the same."""
        best, cutoff = 0.74, 0.75
        pair = same = None
        matcher = SequenceMatcher(self.charjunk)
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    same = same or (i, j)
                    continue
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, pair = matcher.ratio(), (i, j)
        return pair if best >= cutoff else None, same

    def _fancy_replace(self, a, alo, ahi, b, blo, bhi):
        pair, same = self._best_pair(a, alo, ahi, b, blo, bhi)
        if pair is None and same is None:
            yield from _plain_replace(a, alo, ahi, b, blo, bhi)
            return
        i, j = pair or same
        yield from self._fancy_helper(a, alo, i, b, blo, j)
        if pair is None:
            yield '  ' + a[i]
        else:
            yield from self._changed_line(a[i], b[j])
        yield from self._fancy_helper(a, i + 1, ahi, b, j + 1, bhi)

    def _changed_line(self, old, new):
        marks_old = marks_new = ''
        for tag, i1, i2, j1, j2 in SequenceMatcher(self.charjunk, old, new).get_opcodes():
            before, after = i2 - i1, j2 - j1
            if tag == 'replace':
                marks_old += '^' * before
                marks_new += '^' * after
            elif tag == 'delete':
                marks_old += '-' * before
            elif tag == 'insert':
                marks_new += '+' * after
            else:
                marks_old += ' ' * before
                marks_new += ' ' * after
        yield from _with_marks(old, new, marks_old, marks_new)

    def _fancy_helper(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._fancy_replace(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from _marked('-', a, alo, ahi)
        elif blo < bhi:
            yield from _marked('+', b, blo, bhi)


def _marked(mark, lines, start, end):
    for line in lines[start:end]:
        yield f'{mark} {line}'


def _plain_replace(a, alo, ahi, b, blo, bhi):
    """The shorter side first."""
    if bhi - blo < ahi - alo:
        yield from _marked('+', b, blo, bhi)
        yield from _marked('-', a, alo, ahi)
    else:
        yield from _marked('-', a, alo, ahi)
        yield from _marked('+', b, blo, bhi)


def _keeps_blanks(line, marks):
    """Where nothing is marked, the line's own blanks stand: tabs stay tabs."""
    return ''.join([c if mark == ' ' and c.isspace() else mark for c, mark in zip(line, marks)]).rstrip()


def _with_marks(old, new, marks_old, marks_new):
    marks_old, marks_new = _keeps_blanks(old, marks_old), _keeps_blanks(new, marks_new)
    yield '- ' + old
    if marks_old:
        yield f'? {marks_old}\n'
    yield '+ ' + new
    if marks_new:
        yield f'? {marks_new}\n'


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    marks = {1: ('- ', '  '), 2: ('+ ', '  ')}.get(int(which))
    if marks is None:
        raise ValueError(f'unknown delta choice (must be 1 or 2): {which!r}')
    for line in delta:
        if line[:2] in marks:
            yield line[2:]


# ---- unified and context

def _check_types(a, b, *args):
    if a and not isinstance(a[0], str):
        raise TypeError(f'lines to compare must be str, not {type(a[0]).__name__} ({a[0]!r})')
    if b and not isinstance(b[0], str):
        raise TypeError(f'lines to compare must be str, not {type(b[0]).__name__} ({b[0]!r})')
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError(f'all arguments must be str, not: {arg!r}')


def _unified_range(start, stop):
    length = stop - start
    if length == 1:
        return str(start + 1)
    return f'{start + 1 if length else start},{length}'


def _context_range(start, stop):
    length = stop - start
    first = start + 1 if length else start
    return str(first) if length <= 1 else f'{first},{first + length - 1}'


def _file_line(mark, name, date, lineterm):
    tab = '\t' + date if date else ''
    return f'{mark} {name}{tab}{lineterm}'


def unified_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _file_line('---', fromfile, fromfiledate, lineterm)
            yield _file_line('+++', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield f'@@ -{_unified_range(first[1], last[2])} +{_unified_range(first[3], last[4])} @@{lineterm}'
        for tag, i1, i2, j1, j2 in group:
            if tag == 'equal':
                for line in a[i1:i2]:
                    yield ' ' + line
                continue
            if tag in ('replace', 'delete'):
                for line in a[i1:i2]:
                    yield '-' + line
            if tag in ('replace', 'insert'):
                for line in b[j1:j2]:
                    yield '+' + line


_context_marks = {'insert': '+ ', 'delete': '- ', 'replace': '! ', 'equal': '  '}


def context_diff(a, b, fromfile='', tofile='', fromfiledate='', tofiledate='', n=3, lineterm='\n'):
    _check_types(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    started = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not started:
            started = True
            yield _file_line('***', fromfile, fromfiledate, lineterm)
            yield _file_line('---', tofile, tofiledate, lineterm)
        first, last = group[0], group[-1]
        yield '***************' + lineterm
        yield f'*** {_context_range(first[1], last[2])} ****{lineterm}'
        if any(tag in ('replace', 'delete') for tag, _, _, _, _ in group):
            for tag, i1, i2, _, _ in group:
                if tag != 'insert':
                    for line in a[i1:i2]:
                        yield _context_marks[tag] + line
        yield f'--- {_context_range(first[3], last[4])} ----{lineterm}'
        if any(tag in ('replace', 'insert') for tag, _, _, _, _ in group):
            for tag, _, _, j1, j2 in group:
                if tag != 'delete':
                    for line in b[j1:j2]:
                        yield _context_marks[tag] + line


def diff_bytes(dfunc, a, b, fromfile=b'', tofile=b'', fromfiledate=b'', tofiledate=b'', n=3, lineterm=b'\n'):
    def text(s):
        try:
            return s.decode('ascii', 'surrogateescape')
        except AttributeError as error:
            raise TypeError(f'all arguments must be bytes, not {type(s).__name__} ({s!r})') from error

    lines = dfunc([text(line) for line in a], [text(line) for line in b], text(fromfile), text(tofile),
                  text(fromfiledate), text(tofiledate), n, text(lineterm))
    for line in lines:
        yield line.encode('ascii', 'surrogateescape')
