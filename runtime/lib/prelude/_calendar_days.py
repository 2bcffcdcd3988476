"""The Gregorian calendar in day numbers, for datetime: day 1 is 0001-01-01."""

MINYEAR, MAXYEAR = 1, 9999
_days_before = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def days_before_year(year):
    before = year - 1
    return before * 365 + before // 4 - before // 100 + before // 400


def ordinal(year, month, day):
    return days_before_year(year) + _days_before[month] + (month > 2 and is_leap(year)) + day


def from_ordinal(day):
    """(year, month, day): a guess at the year that is off by one at most, then the month."""
    year = (day * 400 + 146096) // 146097
    while days_before_year(year) >= day:
        year -= 1
    while days_before_year(year + 1) < day:
        year += 1
    rest = day - days_before_year(year)
    month = 1
    while rest > days_in_month(year, month):
        rest -= days_in_month(year, month)
        month += 1
    return year, month, rest


def first_iso_monday(year):
    """The day number of the Monday of the week with the year's first Thursday."""
    first = ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


def iso_ordinal(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'Year is out of range: {year}')
    weeks = (first_iso_monday(year + 1) - first_iso_monday(year)) // 7
    if not 1 <= week <= weeks:
        raise ValueError(f'Invalid week: {week}')
    if not 1 <= day <= 7:
        raise ValueError(f'Invalid weekday: {day} (range is [1, 7])')
    return first_iso_monday(year) + (week - 1) * 7 + day - 1
