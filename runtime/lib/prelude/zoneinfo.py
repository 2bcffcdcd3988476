"""zoneinfo: time zones of the system's tz database (files in TZif form, RFC 8536)."""

import os
import struct
from bisect import bisect_right
from datetime import datetime, timedelta, tzinfo

TZPATH = ('/usr/share/zoneinfo', '/usr/lib/zoneinfo', '/usr/share/lib/zoneinfo', '/etc/zoneinfo')

_EPOCH = datetime(1970, 1, 1)
_DAY = 86400


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


class _Span:
    """What holds between two transitions."""

    def __init__(self, offset, saving, name):
        self.offset = timedelta(seconds=offset)
        self.seconds = offset
        self.is_saving = saving
        self.name = name
        self.dst = timedelta(0)


# ---- the rule for times behind the last transition, as POSIX has it: "CET-1CEST,M3.5.0,M10.5.0/3"

def _take_name(text):
    if text[:1] == '<':
        name, _, rest = text[1:].partition('>')
        return name, rest
    end = 0
    while end < len(text) and text[end].isalpha():
        end += 1
    return text[:end], text[end:]


def _take_time(text):
    """Seconds of "[+-]hh[:mm[:ss]]"."""
    sign = -1 if text[:1] == '-' else 1
    if text[:1] in ('-', '+'):
        text = text[1:]
    seconds = 0
    unit = 3600
    while True:
        end = 0
        while end < len(text) and text[end].isdigit():
            end += 1
        seconds += int(text[:end]) * unit
        text = text[end:]
        if text[:1] != ':':
            return sign * seconds, text
        text = text[1:]
        unit //= 60


class _Day:
    """A day of each year, and the time at which the clock changes."""

    def __init__(self, text):
        day, _, time = text.partition('/')
        self.time = _take_time(time)[0] if time else 7200
        self.kind = day[0] if day[0] in 'MJ' else 'N'
        self.numbers = [int(part) for part in day.lstrip('MJ').split('.')]

    def seconds(self, year):
        """Since 1970, by the clock on the wall."""
        if self.kind == 'M':
            month, week, weekday = self.numbers
            first = datetime(year, month, 1)
            day = (weekday - first.isoweekday()) % 7 + 7 * (week - 1)
            ahead = datetime(year + month // 12, month % 12 + 1, 1)
            while first + timedelta(day) >= ahead:
                day -= 7
            date = first + timedelta(day)
        else:
            day = self.numbers[0]
            if self.kind == 'J':
                leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
                day -= 0 if leap and day > 59 else 1
            date = datetime(year, 1, 1) + timedelta(day)
        return (date - _EPOCH).days * _DAY + self.time


class _Rule:
    def __init__(self, text):
        name, rest = _take_name(text)
        offset, rest = _take_time(rest)
        self.standard = _Span(-offset, False, name)
        self.saving = None
        if not rest:
            return
        name, rest = _take_name(rest)
        offset_saving = -offset + 3600
        if rest[:1] != ',':
            offset_saving, rest = _take_time(rest)
            offset_saving = -offset_saving
        self.saving = _Span(offset_saving, True, name)
        self.saving.dst = self.saving.offset - self.standard.offset
        start, end = rest[1:].split(',')
        self.start, self.end = _Day(start), _Day(end)

    def of_utc(self, seconds, year):
        """The span of a moment, and whether the clock shows its time for the second time."""
        if self.saving is None:
            return self.standard, 0
        start = self.start.seconds(year) - self.standard.seconds
        end = self.end.seconds(year) - self.saving.seconds
        saving = start <= seconds < end if start < end else not end <= seconds < start
        gap = abs(self.saving.seconds - self.standard.seconds)
        back = end if self.saving.seconds > self.standard.seconds else start
        fold = 1 if back <= seconds < back + gap else 0
        return self.saving if saving else self.standard, fold

    def of_wall(self, seconds, year, fold):
        if self.saving is None:
            return self.standard
        difference = self.saving.seconds - self.standard.seconds
        start, end = self.start.seconds(year), self.end.seconds(year)
        if fold == (difference >= 0):
            end -= difference
        else:
            start += difference
        saving = start <= seconds < end if start < end else not end <= seconds < start
        return self.saving if saving else self.standard


# ---- files

def _read_block(data, at, wide):
    """The counts of a header, and where the block behind it begins."""
    magic, version = data[at:at + 4], data[at + 4:at + 5]
    if magic != b'TZif':
        raise ValueError('Invalid TZif file: magic not found')
    counts = struct.unpack_from('>6l', data, at + 20)
    return version, counts, at + 44


def _size(counts, wide):
    is_utc, is_std, leaps, times, types, chars = counts
    return times * (wide + 1) + types * 6 + chars + leaps * (wide + 4) + is_std + is_utc


class _Zone:
    """All that a file says."""

    def __init__(self, data):
        version, counts, at = _read_block(data, 0, 4)
        wide = 4
        if version != b'\0':
            version, counts, at = _read_block(data, at + _size(counts, 4), 8)
            wide = 8
        is_utc, is_std, leaps, times, types, chars = counts
        self.transitions = list(struct.unpack_from(f'>{times}{"q" if wide == 8 else "l"}', data, at))
        at += times * wide
        indices = data[at:at + times]
        at += times
        names = data[at + types * 6:at + types * 6 + chars]
        spans = []
        for i in range(types):
            offset, saving, place = struct.unpack_from('>lbB', data, at + i * 6)
            name = names[place:names.index(b'\0', place)].decode()
            spans.append(_Span(offset, bool(saving), name))
        self.spans = [spans[i] for i in indices]
        self._find_savings(spans)
        standard = [span for span in spans if not span.is_saving]
        self.first = spans[0] if spans and (not spans[0].is_saving or not standard) else standard[0]
        self._walls = [], []
        before = self.first
        for moment, span in zip(self.transitions, self.spans):
            self._walls[0].append(moment + max(before.seconds, span.seconds))
            self._walls[1].append(moment + min(before.seconds, span.seconds))
            before = span
        self.rule = None
        if wide == 8:
            footer = data[at + types * 6 + chars + leaps * 12 + is_std + is_utc:].strip(b'\n').decode()
            if footer:
                self.rule = _Rule(footer)

    def _find_savings(self, spans):
        """Files tell which spans have summer time, but not how much: the standard time around tells."""
        for i, span in enumerate(self.spans):
            if not span.is_saving or span.dst:
                continue
            around = [self.spans[j] for j in (i - 1, i + 1) if 0 <= j < len(self.spans)]
            for other in around:
                if not other.is_saving:
                    span.dst = span.offset - other.offset
                    if span.dst:
                        break
        for span in spans:
            if span.is_saving and not span.dst:
                span.dst = timedelta(hours=1)

    def of_wall(self, dt):
        seconds = (dt.toordinal() - 719163) * _DAY + dt.hour * 3600 + dt.minute * 60 + dt.second
        walls = self._walls[dt.fold]
        if self.rule is not None and (not walls or seconds > walls[-1]):
            return self.rule.of_wall(seconds, dt.year, dt.fold)
        place = bisect_right(walls, seconds)
        return self.spans[place - 1] if place else self.first

    def of_utc(self, dt):
        """The span of a moment in UTC, and the fold of its time on the wall."""
        seconds = (dt.toordinal() - 719163) * _DAY + dt.hour * 3600 + dt.minute * 60 + dt.second
        place = bisect_right(self.transitions, seconds)
        if place == len(self.transitions) and self.rule is not None and (not place or seconds > self.transitions[-1]):
            span, fold = self.rule.of_utc(seconds, dt.year)
            if fold or not place:
                return span, fold
        else:
            span = self.spans[place - 1] if place else self.first
        if not place:
            return span, 0
        before = self.spans[place - 2] if place > 1 else self.first
        at = self.transitions[place - 1]
        gap = before.seconds - self.spans[place - 1].seconds
        return span, 1 if gap > seconds - at else 0


_zones = {}  # by key


def _path_of(key):
    if os.path.isabs(key):
        raise ValueError(f'ZoneInfo keys may not be absolute paths, got: {key}')
    if len(os.path.normpath(key)) != len(key):
        raise ValueError(f'ZoneInfo keys must be normalized relative paths, got: {key}')
    if key.split('/')[0] == '..':
        raise ValueError(f'ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}')
    for folder in TZPATH:
        path = f'{folder}/{key}'
        if os.path.isfile(path):
            return path
    raise ZoneInfoNotFoundError(f'No time zone found with key {key}')


class ZoneInfo(tzinfo):
    __module__ = 'zoneinfo'
    __c_type__ = True

    def __new__(cls, key):
        if key in _zones and cls is ZoneInfo:
            return _zones[key]
        self = cls.no_cache(key)
        if cls is ZoneInfo:
            _zones[key] = self
        return self

    @classmethod
    def no_cache(cls, key):
        with open(_path_of(key), 'rb') as file:
            return cls.from_file(file, key)

    @classmethod
    def from_file(cls, fobj, /, key=None):
        self = tzinfo.__new__(cls)
        self._key = key
        self._zone = _Zone(fobj.read())
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(_zones):
            if only_keys is None or key in only_keys:
                del _zones[key]

    @property
    def key(self):
        return self._key

    def _span(self, dt):
        if dt is None:
            rule = self._zone.rule
            return rule.standard if rule is not None and rule.saving is None and not self._zone.transitions else None
        return self._zone.of_wall(dt)

    def utcoffset(self, dt):
        span = self._span(dt)
        return None if span is None else span.offset

    def dst(self, dt):
        span = self._span(dt)
        return None if span is None else span.dst

    def tzname(self, dt):
        span = self._span(dt)
        return None if span is None else span.name

    def fromutc(self, dt):
        if not isinstance(dt, datetime):
            raise TypeError('fromutc() requires a datetime argument')
        if dt.tzinfo is not self:
            raise ValueError('dt.tzinfo is not self')
        span, fold = self._zone.of_utc(dt)
        return (dt + span.offset).replace(fold=fold)

    def __str__(self):
        return self._key if self._key is not None else repr(self)

    def __repr__(self):
        return f'zoneinfo.ZoneInfo(key={self._key!r})' if self._key is not None else f'zoneinfo.ZoneInfo.from_file({self._key})'


def available_timezones():
    """The keys of all zones."""
    found = set()
    for folder in TZPATH:
        for where, folders, files in os.walk(folder):
            if where == folder:
                folders[:] = [name for name in folders if name not in ('right', 'posix')]
            for name in files:
                path = os.path.join(where, name)
                try:
                    with open(path, 'rb') as file:
                        if file.read(4) == b'TZif':
                            found.add(os.path.relpath(path, folder))
                except OSError:
                    pass
    found.discard('posixrules')
    return found
