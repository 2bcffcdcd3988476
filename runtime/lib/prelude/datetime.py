"""datetime: dates, times of day, both together, and the spans between them.

A date is a day number: the days since 0001-01-01, which is day 1. A time span is normalised to days, seconds below
a day and microseconds below a second; only the days are ever negative.
"""

import _calendar_days as _calendar
import _strptime
import time as _time
from _calendar_days import MAXYEAR, MINYEAR

_day_names = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
_month_names = ('', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
                'October', 'November', 'December')
_precisions = {'hours': '{:02d}', 'minutes': '{:02d}:{:02d}', 'seconds': '{:02d}:{:02d}:{:02d}',
               'milliseconds': '{:02d}:{:02d}:{:02d}.{:03d}', 'microseconds': '{:02d}:{:02d}:{:02d}.{:06d}'}
_MAX_ORDINAL = 3652059


def _check_int(value):
    if not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def _check_date(year, month, day):
    _check_int(year)
    _check_int(month)
    _check_int(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _calendar.days_in_month(year, month):
        raise ValueError('day is out of range for month')


def _check_time(hour, minute, second, microsecond, fold):
    _check_part('hour', hour, 23)
    _check_part('minute', minute, 59)
    _check_part('second', second, 59)
    _check_part('microsecond', microsecond, 999999)
    if fold != 0 and fold != 1:
        raise ValueError('fold must be either 0 or 1')


def _check_part(name, value, most):
    _check_int(value)
    if not 0 <= value <= most:
        raise ValueError(f'{name} must be in 0..{most}')


def _check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def _show_time(hour, minute, second, microsecond, timespec):
    if timespec == 'auto' and not microsecond:
        return f'{hour:02d}:{minute:02d}:{second:02d}'
    if timespec == 'auto':
        timespec = 'microseconds'
    if timespec not in _precisions:
        raise ValueError('Unknown timespec value')
    fraction = microsecond // 1000 if timespec == 'milliseconds' else microsecond
    return _precisions[timespec].format(hour, minute, second, fraction)


def _show_offset(offset, colon=':'):
    if offset is None:
        return ''
    sign = '-' if offset.days < 0 else '+'
    seconds = abs(offset).seconds
    text = f'{sign}{seconds // 3600:02d}{colon}{seconds // 60 % 60:02d}'
    if seconds % 60 or offset.microseconds:
        text += f'{colon}{seconds % 60:02d}'
        if offset.microseconds:
            text += f'.{abs(offset).microseconds:06d}'
    return text


def _strftime(when, format, timetuple):
    """%f, %z, %Z and %:z are ours, the rest the C library's."""
    parts = []
    at = 0
    while at < len(format):
        two = format[at:at + 2]
        if two == '%f':
            parts.append(f'{getattr(when, "microsecond", 0):06d}')
        elif two == '%z':
            parts.append(_show_offset(when.utcoffset(), '') if hasattr(when, 'utcoffset') else '')
        elif two == '%Z':
            name = when.tzname() if hasattr(when, 'tzname') else None
            parts.append((name or '').replace('%', '%%'))
        else:
            parts.append(two if two[0] == '%' else two[0])
            at += len(two) if two[0] == '%' else 1
            continue
        at += 2
    return _time.strftime(''.join(parts), timetuple)


def _divide_to_even(a, b):
    """a / b as an int, halves to the even one."""
    whole, rest = divmod(a, b)
    rest *= 2
    above = rest > b if b > 0 else rest < b
    return whole + 1 if above or rest == b and whole % 2 == 1 else whole


class _Instance:
    """A class's attribute that is one of its instances: made by the first who asks."""

    def __init__(self, **arguments):
        self._arguments = arguments
        self._made = None

    def __get__(self, instance, owner):
        if self._made is None:
            self._made = owner(**self._arguments)
        return self._made


class timedelta:
    __c_type__ = True
    __slots__ = ('days', 'seconds', 'microseconds')

    min = _Instance(days=-999999999)
    max = _Instance(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
    resolution = _Instance(microseconds=1)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        seconds += minutes * 60 + hours * 3600
        days += weeks * 7
        microseconds += milliseconds * 1000
        if isinstance(days, float):
            whole = int(days)
            seconds += (days - whole) * 86400
            days = whole
        if isinstance(seconds, float):
            whole = int(seconds)
            microseconds += (seconds - whole) * 1000000
            seconds = whole
        if isinstance(microseconds, float):
            microseconds = round(microseconds)
        return _span(cls, (days * 86400 + seconds) * 1000000 + microseconds)

    def total_seconds(self):
        return _micros(self) / 1000000

    def __repr__(self):
        parts = [f'{name}={getattr(self, name)}' for name in ('days', 'seconds', 'microseconds')
                 if getattr(self, name)]
        return f'{_class_name(self)}({", ".join(parts) or "0"})'

    def __str__(self):
        text = f'{self.seconds // 3600}:{self.seconds // 60 % 60:02d}:{self.seconds % 60:02d}'
        if self.days:
            text = f'{self.days} day{"" if abs(self.days) == 1 else "s"}, {text}'
        return f'{text}.{self.microseconds:06d}' if self.microseconds else text

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(timedelta, _micros(self) + _micros(other))

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(timedelta, _micros(self) - _micros(other))

    def __neg__(self):
        return _span(timedelta, -_micros(self))

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self.days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return _span(timedelta, _micros(self) * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _span(timedelta, _divide_to_even(_micros(self) * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return _micros(self) / _micros(other)
        if isinstance(other, int):
            return _span(timedelta, _divide_to_even(_micros(self), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _span(timedelta, _divide_to_even(_micros(self) * b, a))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return _micros(self) // _micros(other)
        if isinstance(other, int):
            return _span(timedelta, _micros(self) // other)
        return NotImplemented

    def __mod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _span(timedelta, _micros(self) % _micros(other))

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        whole, rest = divmod(_micros(self), _micros(other))
        return whole, _span(timedelta, rest)

    def __eq__(self, other):
        return _micros(self) == _micros(other) if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return _micros(self) < _micros(other) if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return _micros(self) <= _micros(other) if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return _micros(self) > _micros(other) if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return _micros(self) >= _micros(other) if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self.days, self.seconds, self.microseconds))

    def __bool__(self):
        return _micros(self) != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _micros(span):
    return (span.days * 86400 + span.seconds) * 1000000 + span.microseconds


def _span(cls, micros):
    microseconds = micros % 1000000
    seconds = micros // 1000000
    days = seconds // 86400
    seconds %= 86400
    if not -999999999 <= days <= 999999999:
        if not -0x80000000 <= days <= 0x7fffffff:
            raise OverflowError('Python int too large to convert to C int')
        raise OverflowError(f'days={days}; must have magnitude <= 999999999')
    self = object.__new__(cls)
    self.days = days
    self.seconds = seconds
    self.microseconds = microseconds
    return self


def _class_name(thing):
    cls = type(thing)
    return f'datetime.{cls.__qualname__}' if cls.__module__ == 'datetime' else cls.__name__


class tzinfo:
    __c_type__ = True
    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        offset = dt.utcoffset()
        saving = dt.dst()
        moved = dt + (offset - saving)
        return moved + moved.dst()


class timezone(tzinfo):
    __c_type__ = True
    utc = _Instance(offset=timedelta(0))
    min = _Instance(offset=-timedelta(hours=23, minutes=59))
    max = _Instance(offset=timedelta(hours=23, minutes=59))

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f'timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}')
        if name is not None and not isinstance(name, str):
            raise TypeError(f'timezone() argument 2 must be str, not {type(name).__name__}')
        if not timedelta(-1) < offset < timedelta(1):
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             f'timedelta(hours=24), not {offset!r}.')
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' + _show_offset(self._offset) if self._offset else 'UTC'

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self._name is None and not self._offset:
            return 'datetime.timezone.utc'
        name = '' if self._name is None else f', {self._name!r}'
        return f'{_class_name(self)}({self._offset!r}{name})'


UTC = timezone.utc


# ---- dates

class date:
    __c_type__ = True
    _year = _month = _day = 0

    min = _Instance(year=1, month=1, day=1)
    max = _Instance(year=9999, month=12, day=31)
    resolution = timedelta(days=1)

    def __new__(cls, year, month, day):
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        return self

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp):
        local = _time.localtime(timestamp)
        return cls(local.tm_year, local.tm_mon, local.tm_mday)

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError('ordinal must be >= 1')
        return cls(*_calendar.from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            return cls(*_parse_iso_date(date_string))
        except _NotIso:
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*_calendar.from_ordinal(_calendar.iso_ordinal(year, week, day)))

    def toordinal(self):
        return _calendar.ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        ordinal = self.toordinal()
        if ordinal < _calendar.first_iso_monday(year):
            year -= 1
        elif ordinal >= _calendar.first_iso_monday(year + 1):
            year += 1
        week = (ordinal - _calendar.first_iso_monday(year)) // 7 + 1
        return IsoCalendarDate(year, week, self.isoweekday())

    def timetuple(self):
        return self._tuple(0, 0, 0, -1)

    def _tuple(self, hour, minute, second, dst):
        yday = self.toordinal() - _calendar.days_before_year(self._year)
        return _time.struct_time((self._year, self._month, self._day, hour, minute, second, self.weekday(), yday, dst))

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def isoformat(self):
        return f'{self._year:04d}-{self._month:02d}-{self._day:02d}'

    def ctime(self):
        return f'{_day_names[self.weekday()][:3]} {_month_names[self._month][:3]} {self._day:2d} 00:00:00 {self._year:04d}'

    def strftime(self, format):
        return _strftime(self, format, self.timetuple())

    def __format__(self, format_spec):
        return self.strftime(format_spec) if format_spec else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f'{_class_name(self)}({self._year}, {self._month}, {self._day})'

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)(*_calendar.from_ordinal(_within(self.toordinal() + other.days)))

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def _key(self):
        return (self._year, self._month, self._day)

    def _same_kind(self, other):
        return isinstance(other, date) and not isinstance(other, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._same_kind(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._same_kind(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._same_kind(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._same_kind(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._same_kind(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class IsoCalendarDate(tuple):
    def __new__(cls, year, week, weekday):
        return tuple.__new__(cls, (year, week, weekday))

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return f'datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})'


def _within(ordinal):
    if not 1 <= ordinal <= _MAX_ORDINAL:
        raise OverflowError('date value out of range')
    return ordinal


# ---- ISO 8601

class _NotIso(Exception):
    pass


def _digits(text, start, count):
    part = text[start:start + count]
    if len(part) != count or not part.isascii() or not part.isdigit():
        raise _NotIso
    return int(part)


def _parse_iso_date(text):
    """YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D]."""
    year = _digits(text, 0, 4)
    dash = 1 if text[4:5] == '-' else 0
    if text[4 + dash:5 + dash] == 'W':
        week = _digits(text, 5 + dash, 2)
        rest = text[7 + dash:]
        if rest and (len(rest) != 1 + dash or dash and rest[0] != '-'):
            raise _NotIso
        try:
            return _calendar.from_ordinal(_calendar.iso_ordinal(year, week, _digits(rest, dash, 1) if rest else 1))
        except ValueError:
            raise _NotIso from None
    month = _digits(text, 4 + dash, 2)
    if dash and text[7:8] != '-' or len(text) != 8 + 2 * dash:
        raise _NotIso
    return year, month, _digits(text, 6 + 2 * dash, 2)


def _parse_clock(text):
    """[hour, minute, second, microsecond] of HH[:MM[:SS[.f...]]], with colons or without."""
    found = [_digits(text, 0, 2), 0, 0, 0]
    colon = 1 if text[2:3] == ':' else 0
    at = 2
    for place in (1, 2):
        if at == len(text):
            return found
        if colon and text[at] != ':':
            raise _NotIso
        found[place] = _digits(text, at + colon, 2)
        at += 2 + colon
    if at < len(text):
        fraction = text[at + 1:]
        if text[at] not in '.,' or not fraction.isdigit():
            raise _NotIso
        found[3] = int(fraction[:6].ljust(6, '0'))
    return found


def _parse_iso_time(text):
    """(hour, minute, second, microsecond, tzinfo)."""
    if text[:1] == 'T':
        text = text[1:]
    sign = max(text.find('+'), text.find('-'), text.find('Z'))
    if sign < 0:
        return (*_parse_clock(text), None)
    clock = _parse_clock(text[:sign])
    if text[sign] == 'Z':
        if sign + 1 != len(text):
            raise _NotIso
        return (*clock, timezone.utc)
    hours, minutes, seconds, micros = _parse_clock(text[sign + 1:])
    offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=micros)
    if not offset:
        return (*clock, timezone.utc)
    return (*clock, timezone(-offset if text[sign] == '-' else offset))


def _iso_date_length(text):
    """Where the date of a date with time ends: it is followed by one character of any kind."""
    dash = text[4:5] == '-'
    if text[5 if dash else 4:][:1] == 'W':
        length = 8 if dash else 7
        if dash and text[8:9] == '-' and text[9:10].isdigit():
            return 10
        return length + 1 if not dash and text[7:8].isdigit() and not text[8:9].isdigit() else length
    return 10 if dash else 8


# ---- times of day

class time:
    __c_type__ = True
    min = _Instance(hour=0)
    max = _Instance(hour=23, minute=59, second=59, microsecond=999999)
    resolution = timedelta(microseconds=1)

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def fromisoformat(cls, time_string):
        if not isinstance(time_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            return cls(*_parse_iso_time(time_string))
        except _NotIso:
            raise ValueError(f'Invalid isoformat string: {time_string!r}') from None

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def isoformat(self, timespec='auto'):
        text = _show_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _show_offset(self.utcoffset())

    def strftime(self, format):
        return _strftime(self, format, _time.struct_time(
            (1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1)))

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._hour if hour is None else hour, self._minute if minute is None else minute,
            self._second if second is None else second, self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def __format__(self, format_spec):
        return self.strftime(format_spec) if format_spec else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        shown = f'{self._hour}, {self._minute}'
        if self._second or self._microsecond:
            shown += f', {self._second}'
        if self._microsecond:
            shown += f', {self._microsecond}'
        if self._tzinfo is not None:
            shown += f', tzinfo={self._tzinfo!r}'
        return f'{_class_name(self)}({shown}{", fold=1" if self._fold else ""})'

    def _key(self, other):
        """What is compared with the other's: the microseconds since midnight, in UTC where both know it."""
        micros = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        offset = self.utcoffset()
        if (offset is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return micros if offset is None else micros - _micros(offset)

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._key(other) == other._key(self)

    def __lt__(self, other):
        return self._key(other) < other._key(self) if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._key(other) <= other._key(self) if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._key(other) > other._key(self) if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._key(other) >= other._key(self) if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key(self))


# ---- dates with a time

class datetime(date):
    __c_type__ = True
    min = _Instance(year=1, month=1, day=1)
    max = _Instance(year=9999, month=12, day=31, hour=23, minute=59, second=59, microsecond=999999)
    resolution = timedelta(microseconds=1)

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond, fold)
        _check_tzinfo(tzinfo)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_tzinfo(tz)
        if tz is not None:
            return tz.fromutc(cls.utcfromtimestamp(timestamp).replace(tzinfo=tz))
        return cls._at(timestamp, _time.localtime)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls._at(timestamp, _time.gmtime)

    @classmethod
    def _at(cls, timestamp, split):
        whole = int(timestamp // 1)
        micros = round((timestamp - whole) * 1000000)
        whole, micros = whole + micros // 1000000, micros % 1000000
        parts = split(whole)
        return cls(parts.tm_year, parts.tm_mon, parts.tm_mday, parts.tm_hour, parts.tm_min, min(parts.tm_sec, 59), micros)

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string):
        if not isinstance(date_string, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            end = _iso_date_length(date_string)
            day = _parse_iso_date(date_string[:end])
            clock = _parse_iso_time(date_string[end + 1:]) if len(date_string) > end else ()
        except _NotIso:
            raise ValueError(f'Invalid isoformat string: {date_string!r}') from None
        return cls(*day, *clock)

    @classmethod
    def strptime(cls, date_string, format):
        *parts, offset, name = _strptime.fields(date_string, format)
        tz = None if offset is None else timezone(timedelta(seconds=offset), name)
        return cls(*parts, tz)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def timetuple(self):
        saving = self.dst()
        return self._tuple(self._hour, self._minute, self._second, -1 if saving is None else 1 if saving else 0)

    def utctimetuple(self):
        offset = self.utcoffset()
        moved = self - offset if offset else self
        return moved._tuple(moved._hour, moved._minute, moved._second, 0)

    def timestamp(self):
        if self.utcoffset() is None:
            return _time.mktime(self.timetuple()) + self._microsecond / 1000000
        return (self - datetime(1970, 1, 1, tzinfo=timezone.utc)).total_seconds()

    def astimezone(self, tz=None):
        if tz is None:
            tz = _local_timezone(self.timestamp())
        _check_tzinfo(tz)
        offset = self.utcoffset()
        if offset is None:
            offset = _local_timezone(self.timestamp()).utcoffset(None)
        return tz.fromutc((self - offset).replace(tzinfo=tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        return type(self)(
            self._year if year is None else year, self._month if month is None else month,
            self._day if day is None else day, self._hour if hour is None else hour,
            self._minute if minute is None else minute, self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def isoformat(self, sep='T', timespec='auto'):
        clock = _show_time(self._hour, self._minute, self._second, self._microsecond, timespec)
        return f'{date.isoformat(self)}{sep}{clock}{_show_offset(self.utcoffset())}'

    def ctime(self):
        clock = f'{self._hour:02d}:{self._minute:02d}:{self._second:02d}'
        return date.ctime(self).replace('00:00:00', clock)

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        shown = ', '.join([str(part) for part in parts])
        if self._tzinfo is not None:
            shown += f', tzinfo={self._tzinfo!r}'
        return f'{_class_name(self)}({shown}{", fold=1" if self._fold else ""})'

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        total = self._total() + _micros(other)
        days = total // 86400000000
        micros = total % 86400000000
        seconds = micros // 1000000
        return self._moved(_calendar.from_ordinal(_within(days)), seconds, micros % 1000000)

    __radd__ = __add__

    def _moved(self, day, seconds, microsecond):
        """Another of the same class, at this day and time, which are known to be right."""
        if type(self) is not datetime:
            return type(self)(*day, seconds // 3600, seconds // 60 % 60, seconds % 60, microsecond, self._tzinfo)
        made = object.__new__(datetime)
        made._year, made._month, made._day = day
        made._hour = seconds // 3600
        made._minute = seconds // 60 % 60
        made._second = seconds % 60
        made._microsecond = microsecond
        made._tzinfo = self._tzinfo
        made._fold = 0
        return made

    def _total(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return (self.toordinal() * 86400 + seconds) * 1000000 + self._microsecond

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        mine, theirs = self.utcoffset(), other.utcoffset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        span = _span(timedelta, self._total() - other._total())
        return span if mine is None else span - mine + theirs

    def _same_kind(self, other):
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError(f"can't compare {_class_name(self)} to {_class_name(other)}")
            return False
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return True

    def _key(self):
        offset = self.utcoffset()
        return self._total() if offset is None else self._total() - _micros(offset)

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return False if isinstance(other, date) else NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._key() == other._key()

    def __hash__(self):
        return hash(self._key())


def _local_timezone(timestamp):
    local = _time.localtime(timestamp)
    return timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)
