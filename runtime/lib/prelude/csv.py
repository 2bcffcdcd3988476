"""csv: rows of fields in lines of text."""

from io import StringIO

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'Error', 'Dialect', 'excel', 'excel_tab',
           'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects', 'Sniffer',
           'unregister_dialect', 'DictReader', 'DictWriter', 'unix_dialect']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = range(4)


class Error(Exception):
    pass


class Dialect:
    _name = ''
    _valid = False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        if self.__class__ != Dialect:
            self._valid = True
        try:
            _Rules(self, {})
        except TypeError as error:
            raise Error(str(error))


class excel(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(excel):
    lineterminator = '\n'
    quoting = QUOTE_ALL


_defaults = {'delimiter': ',', 'doublequote': True, 'escapechar': None, 'lineterminator': '\r\n',
             'quotechar': '"', 'quoting': QUOTE_MINIMAL, 'skipinitialspace': False, 'strict': False}


class _Rules:
    """A dialect as readers and writers use it: checked, and what is not said is excel's way."""

    def __init__(self, dialect, options):
        for name in options:
            if name not in _defaults:
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        values = {}
        for name, default in _defaults.items():
            own = getattr(dialect, name, None) if name not in options else options[name]
            missing = name not in options and (dialect is None or not hasattr(dialect, name))
            values[name] = default if missing else own
        self.delimiter = _one_character('delimiter', values['delimiter'], False)
        self.quotechar = _one_character('quotechar', values['quotechar'], True)
        self.escapechar = _one_character('escapechar', values['escapechar'], True)
        self.lineterminator = values['lineterminator']
        if self.lineterminator is not None and not isinstance(self.lineterminator, str):
            raise TypeError(f'"lineterminator" must be a string, not {type(self.lineterminator).__name__}')
        self.doublequote = bool(values['doublequote'])
        self.skipinitialspace = bool(values['skipinitialspace'])
        self.strict = bool(values['strict'])
        self.quoting = values['quoting']
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= 3:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and 'quoting' not in options and not hasattr(dialect, 'quoting'):
            self.quoting = QUOTE_NONE
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            raise TypeError('quotechar must be set if quoting enabled')
        if self.lineterminator is None:
            raise TypeError('lineterminator must be set')


def _one_character(name, value, optional):
    if value is None and optional:
        return None
    if not isinstance(value, str):
        raise TypeError(f'"{name}" must be {"string or None" if optional else "string"}, not {type(value).__name__}')
    if len(value) != 1:
        raise TypeError(f'"{name}" must be a 1-character string')
    return value


def _rules(dialect, options):
    if isinstance(dialect, str):
        dialect = get_dialect(dialect) if dialect != 'excel' or not options else None
    return dialect if isinstance(dialect, _Rules) and not options else _Rules(dialect, options)


_dialects = {}


def register_dialect(name, dialect=None, **fmtparams):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _rules(dialect, fmtparams)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    return list(_dialects)


_dialects['excel'] = _Rules(excel, {})
_dialects['excel-tab'] = _Rules(excel_tab, {})
_dialects['unix'] = _Rules(unix_dialect, {})

_limit = 131072


def field_size_limit(limit=None):
    global _limit
    before = _limit
    if limit is not None:
        if not isinstance(limit, int):
            raise TypeError('limit must be an integer')
        _limit = limit
    return before


# ---- reading

class _Reader:
    """`_state` says where in a record the next character stands."""

    def __init__(self, lines, dialect):
        self._lines = lines
        self.dialect = dialect
        self.line_num = 0
        self._reset()

    def _reset(self):
        self._fields = []
        self._start_field()
        self._state = self._start_of_record

    def _start_field(self):
        self._pieces = []
        self._length = 0
        self._numeric = False

    def __iter__(self):
        return self

    def __next__(self):
        self._reset()
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not self._length and self._state != self._in_quotes:
                    raise
                if self.dialect.strict:
                    raise Error('unexpected end of data')
                self._save()
                break
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} '
                            '(the file should be opened in text mode)')
            self.line_num += 1
            self._take_line(line)
            if self._state == self._start_of_record:
                break
        return self._fields

    def _take_line(self, line):
        place = 0
        while place < len(line):
            if self._state == self._in_quotes or self._state == self._in_field:
                place = self._take_plain(line, place)
                if place == len(line):
                    break
            self._state(line[place])
            place += 1
        self._state('')

    def _take_plain(self, line, place):
        """The run of characters that mean nothing."""
        rules = self.dialect
        special = (rules.quotechar, rules.escapechar) if self._state == self._in_quotes else (
            rules.delimiter, rules.escapechar, '\n', '\r')
        end = len(line)
        for c in special:
            if c is not None:
                found = line.find(c, place, end)
                if found >= 0:
                    end = found
        if end > place:
            self._add(line[place:end])
        return end

    def _add(self, text):
        self._length += len(text)
        if self._length > _limit:
            raise Error(f'field larger than field limit ({_limit})')
        self._pieces.append(text)

    def _save(self):
        text = ''.join(self._pieces)
        self._fields.append(float(text) if self._numeric else text)
        self._start_field()

    # ---- states: each takes a character, or '' for the end of a line

    def _start_of_record(self, c):
        if c == '':
            return
        if c in '\n\r':
            self._state = self._after_line
        else:
            self._start_of_field(c)

    def _start_of_field(self, c):
        rules = self.dialect
        if c == '' or c in '\n\r':
            self._save()
            self._state = self._start_of_record if c == '' else self._after_line
        elif c == rules.quotechar and rules.quoting != QUOTE_NONE:
            self._state = self._in_quotes
        elif c == rules.escapechar:
            self._state = self._escaped
        elif c == ' ' and rules.skipinitialspace:
            self._state = self._start_of_field
        elif c == rules.delimiter:
            self._save()
            self._state = self._start_of_field
        else:
            self._numeric = rules.quoting == QUOTE_NONNUMERIC
            self._add(c)
            self._state = self._in_field

    def _escaped(self, c):
        if c == '' or c in '\n\r':
            self._add(c or '\n')
            self._state = self._after_escaped_line
            if c == '':
                return
        else:
            self._add(c)
            self._state = self._in_field

    def _after_escaped_line(self, c):
        if c != '':
            self._in_field(c)

    def _in_field(self, c):
        rules = self.dialect
        if c == '' or c in '\n\r':
            self._save()
            self._state = self._start_of_record if c == '' else self._after_line
        elif c == rules.escapechar:
            self._state = self._escaped
        elif c == rules.delimiter:
            self._save()
            self._state = self._start_of_field
        else:
            self._add(c)
            self._state = self._in_field

    def _in_quotes(self, c):
        rules = self.dialect
        if c == '':
            return
        if c == rules.escapechar:
            self._state = self._escaped_in_quotes
        elif c == rules.quotechar and rules.quoting != QUOTE_NONE:
            self._state = self._quote_in_quotes if rules.doublequote else self._in_field
        else:
            self._add(c)

    def _escaped_in_quotes(self, c):
        self._add(c or '\n')
        self._state = self._in_quotes

    def _quote_in_quotes(self, c):
        rules = self.dialect
        if rules.quoting != QUOTE_NONE and c == rules.quotechar:
            self._add(c)
            self._state = self._in_quotes
        elif c == rules.delimiter:
            self._save()
            self._state = self._start_of_field
        elif c == '' or c in '\n\r':
            self._save()
            self._state = self._start_of_record if c == '' else self._after_line
        elif not rules.strict:
            self._add(c)
            self._state = self._in_field
        else:
            raise Error(f"'{rules.delimiter}' expected after '{rules.quotechar}'")

    def _after_line(self, c):
        if c == '':
            self._state = self._start_of_record
        elif c not in '\n\r':
            raise Error('new-line character seen in unquoted field - do you need to open the file in '
                        'universal-newline mode?')


def reader(csvfile, dialect='excel', **fmtparams):
    return _Reader(iter(csvfile), _rules(dialect, fmtparams))


# ---- writing

class _Writer:
    def __init__(self, file, dialect):
        if not callable(getattr(file, 'write', None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = file.write
        self.dialect = dialect
        special = dialect.delimiter + dialect.lineterminator + '\n\r' + (dialect.quotechar or '') + (dialect.escapechar or '')
        self._special = frozenset(special)

    def writerow(self, row):
        try:
            fields = iter(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        rules = self.dialect
        texts = []
        for field in fields:
            texts.append(self._text(field))
        if len(texts) == 1 and texts[0] == '':
            if rules.quoting == QUOTE_NONE:
                raise Error('single empty field record must be quoted')
            texts[0] = rules.quotechar * 2
        return self._write(rules.delimiter.join(texts) + rules.lineterminator)

    def _text(self, field):
        rules = self.dialect
        text = '' if field is None else field if isinstance(field, str) else str(field)
        quoted = rules.quoting == QUOTE_ALL or rules.quoting == QUOTE_NONNUMERIC and not isinstance(field, (int, float))
        if not any(c in self._special for c in text):
            return rules.quotechar + text + rules.quotechar if quoted else text
        pieces = []
        for c in text:
            if c in self._special:
                wants_escape = rules.quoting == QUOTE_NONE
                if not wants_escape and c == rules.quotechar:
                    if rules.doublequote:
                        pieces.append(c)
                    else:
                        wants_escape = True
                elif c == rules.escapechar:
                    wants_escape = True
                if wants_escape:
                    if rules.escapechar is None:
                        raise Error('need to escape, but no escapechar set')
                    pieces.append(rules.escapechar)
                else:
                    quoted = True
            pieces.append(c)
        text = ''.join(pieces)
        return rules.quotechar + text + rules.quotechar if quoted else text

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect='excel', **fmtparams):
    return _Writer(csvfile, _rules(dialect, fmtparams))


# ---- rows as dicts

class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        found = dict(zip(names, row))
        if len(names) < len(row):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        if extrasaction.lower() not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = [name for name in rowdict.keys() if name not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(name) for name in wrong]))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._row(each) for each in rowdicts])


# ---- guessing

class Sniffer:
    """Guesses the dialect of a sample from how regularly characters stand in its lines."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        quotechar, doublequote, delimiter, skips = self._by_quotes(sample, delimiters)
        if not delimiter:
            delimiter, skips = self._by_counts(sample, delimiters)
        if not delimiter:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doublequote
        dialect.delimiter = delimiter
        dialect.quotechar = quotechar or '"'
        dialect.skipinitialspace = skips
        return dialect

    def _by_quotes(self, data, delimiters):
        import re
        forms = (r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?P=delim)',
                 r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?P<delim>[^\w\n"\'])(?P<space> ?)',
                 r'(?P<delim>[^\w\n"\'])(?P<space> ?)(?P<quote>["\']).*?(?P=quote)(?:$|\n)',
                 r'(?:^|\n)(?P<quote>["\']).*?(?P=quote)(?:$|\n)')
        for form in forms:
            found = [match.groupdict() for match in re.finditer(form, data, re.DOTALL | re.MULTILINE)]
            if found:
                break
        else:
            return '', False, None, 0
        quotes, delims = {}, {}
        spaces = 0
        for match in found:
            quotes[match['quote']] = quotes.get(match['quote'], 0) + 1
            delim = match.get('delim')
            if delim and (delimiters is None or delim in delimiters):
                delims[delim] = delims.get(delim, 0) + 1
            if match.get('space'):
                spaces += 1
        quote = max(quotes, key=quotes.get)
        delim = max(delims, key=delims.get) if delims else ''
        skips = bool(delims) and delims[delim] == spaces
        if delim == '\n':
            delim = ''
        doubled = re.search(rf'(({re.escape(delim)})|^)\W*{quote}[^{re.escape(delim)}\n]*{quote}'
                            rf'[^{re.escape(delim)}\n]*{quote}\W*(({re.escape(delim)})|$)', data, re.MULTILINE)
        return quote, bool(doubled and doubled.group(1) is not None and doubled.group(3)), delim, skips

    def _by_counts(self, data, delimiters):
        lines = [line for line in data.split('\n') if line]
        letters = [chr(code) for code in range(127)]
        chunk = min(10, len(lines))
        tables, modes, delims = {}, {}, {}
        start, end, done = 0, chunk, 0
        while start < len(lines):
            done += 1
            for line in lines[start:end]:
                for c in letters:
                    table = tables.setdefault(c, {})
                    count = line.count(c)
                    table[count] = table.get(count, 0) + 1
            for c, table in tables.items():
                items = list(table.items())
                if len(items) == 1 and items[0][0] == 0:
                    continue
                if len(items) > 1:
                    best = max(items, key=lambda item: item[1])
                    items.remove(best)
                    modes[c] = best[0], best[1] - sum([item[1] for item in items])
                else:
                    modes[c] = items[0]
            total = float(min(chunk * done, len(lines)))
            consistency = 1.0
            while not delims and consistency >= 0.9:
                for c, (frequency, count) in modes.items():
                    if frequency > 0 and count > 0 and count / total >= consistency:
                        if delimiters is None or c in delimiters:
                            delims[c] = frequency, count
                consistency -= 0.01
            if len(delims) == 1:
                return self._with_skips(next(iter(delims)), lines)
            start, end = end, end + chunk
        if not delims:
            return '', 0
        for c in self.preferred:
            if c in delims:
                return self._with_skips(c, lines)
        return self._with_skips(max([(value, c) for c, value in delims.items()])[1], lines)

    def _with_skips(self, delim, lines):
        return delim, lines[0].count(delim) == lines[0].count(f'{delim} ')

    def has_header(self, sample):
        """Whether the first row is unlike the columns below it."""
        rows = reader(StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))
        checked = 0
        for row in rows:
            if checked > 20:
                break
            checked += 1
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = _kind_of(row[column])
                if kind != kinds[column]:
                    if kinds[column] is None:
                        kinds[column] = kind
                    else:
                        del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[column]) != kind else -1
            else:
                try:
                    kind(header[column])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0


def _kind_of(text):
    try:
        complex(text)
        return complex
    except (ValueError, OverflowError):
        return len(text)
