"""textwrap: paragraphs of a given width, and common indentation."""

_blank = '\t\n\x0b\x0c\r '


def _is_word(c):
    return c.isalnum() or c == '_'


def _chunks(text, on_hyphens):
    """The text as words and the blanks between them; words may end after hyphens inside."""
    chunks = []
    at = 0
    while at < len(text):
        end = at
        blank = text[at] in _blank
        while end < len(text) and (text[end] in _blank) == blank:
            end += 1
        word = text[at:end]
        chunks.extend(_hyphen_parts(word) if on_hyphens and not blank else [word])
        at = end
    return chunks


def _hyphen_parts(word):
    """Breaks after a hyphen between a letter pair and a letter, and around dashes of two or more hyphens."""
    parts = []
    start = place = 0
    while place < len(word):
        if word[place] != '-':
            place += 1
            continue
        end = place
        while end < len(word) and word[end] == '-':
            end += 1
        if end - place >= 2:
            if place > start and _is_word(word[place - 1]) and end < len(word):
                parts += [word[start:place], word[place:end]]
                start = end
        elif _breaks_after(word, place):
            parts.append(word[start:end])
            start = end
        place = end
    if start < len(word):
        parts.append(word[start:])
    return parts


def _is_letter(c):
    return _is_word(c) and not c.isdigit()


def _breaks_after(word, hyphen):
    before, after = word[:hyphen], word[hyphen + 1:]
    if len(before) < 2 or not _is_letter(before[-1]) or not (_is_letter(before[-2]) or before[-2] == '-'):
        return False
    return len(after) >= 2 and _is_letter(after[0]) and (_is_letter(after[1]) or after[1] == '-' and len(after) > 2)


class TextWrapper:
    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=' [...]'):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _prepared(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            for c in _blank:
                text = text.replace(c, ' ')
        chunks = [chunk for chunk in _chunks(text, self.break_on_hyphens) if chunk]
        if self.fix_sentence_endings:
            for place in range(len(chunks) - 1):
                word = chunks[place].rstrip('"\')')
                if chunks[place + 1] == ' ' and len(word) > 1 and word[-1] in '.!?' and word[-2].islower():
                    chunks[place + 1] = '  '
        return chunks

    def wrap(self, text):
        if self.width <= 0:
            raise ValueError(f'invalid width {self.width!r} (must be > 0)')
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError('placeholder too large for max width')
        chunks = self._prepared(text)
        chunks.reverse()
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == '' and lines:
                chunks.pop()
            line = self._take_line(chunks, width)
            if not line:
                continue
            if self._fits(lines, chunks, line, width):
                lines.append(indent + ''.join(line))
            else:
                self._end(lines, line, indent, width)
                break
        return lines

    def _take_line(self, chunks, width):
        """As many chunks, off the end of the reversed list, as the width holds."""
        line, length = [], 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._break_long(chunks, line, length, width)
        if self.drop_whitespace and line and line[-1].strip() == '':
            line.pop()
        return line

    def _break_long(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            word = chunks[-1]
            end = space
            if self.break_on_hyphens and len(word) > space:
                hyphen = word.rfind('-', 0, space)
                if hyphen > 0 and any(c != '-' for c in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def _fits(self, lines, chunks, line, width):
        if self.max_lines is None or len(lines) + 1 < self.max_lines:
            return True
        at_end = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
        return at_end and sum([len(chunk) for chunk in line]) <= width

    def _end(self, lines, line, indent, width):
        """The last line allowed, which says that there would be more."""
        length = sum([len(chunk) for chunk in line])
        while line:
            if line[-1].strip() and length + len(self.placeholder) <= width:
                line.append(self.placeholder)
                lines.append(indent + ''.join(line))
                return
            length -= len(line.pop())
        if lines:
            before = lines[-1].rstrip()
            if len(before) + len(self.placeholder) <= self.width:
                lines[-1] = before + self.placeholder
                return
        lines.append(indent + self.placeholder.lstrip())

    def fill(self, text):
        return '\n'.join(self.wrap(text))


def wrap(text, width=70, **options):
    return TextWrapper(width=width, **options).wrap(text)


def fill(text, width=70, **options):
    return TextWrapper(width=width, **options).fill(text)


def shorten(text, width, **options):
    return TextWrapper(width=width, max_lines=1, **options).fill(' '.join(text.strip().split()))


def dedent(text):
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
    margin = None
    for line in lines:
        if line:
            own = line[:len(line) - len(line.lstrip(' \t'))]
            margin = own if margin is None else _common_start(margin, own)
    return '\n'.join([line[len(margin):] if line else line for line in lines]) if margin else '\n'.join(lines)


def _common_start(a, b):
    end = 0
    while end < len(a) and end < len(b) and a[end] == b[end]:
        end += 1
    return a[:end]


def indent(text, prefix, predicate=None):
    return ''.join([prefix + line if (predicate(line) if predicate else line.strip()) else line
                    for line in text.splitlines(True)])
