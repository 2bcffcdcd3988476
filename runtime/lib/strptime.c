/* strptime.c: time.strptime(): text to calendar time, by a format, in the C locale.
 *
 * Each directive takes as many digits or letters as it can; white space in the format stands for
 * any amount of it in the text. What is not given keeps the values of 1900-01-01 00:00:00. */
#include <ctype.h>
#include <strings.h>

#include "value/int.h"
#include "value/str.h"
#include "value/struct_sequence.h"
#include "value/tuple.h"

/* ---- what is parsed */

typedef enum field {
    FIELD_YEAR,
    FIELD_SHORT_YEAR,
    FIELD_MONTH,
    FIELD_DAY,
    FIELD_HOUR,
    FIELD_HOUR_12,
    FIELD_MINUTE,
    FIELD_SECOND,
    FIELD_YEAR_DAY,
    FIELD_WEEKDAY,
    FIELD_SUNDAY_WEEKDAY,
    FIELD_ISO_WEEKDAY,
    FIELD_SUNDAY_WEEK,
    FIELD_MONDAY_WEEK,
    FIELD_ISO_YEAR,
    FIELD_ISO_WEEK,
    FIELD_AFTERNOON,
    FIELD_MICROSECOND,
    FIELD_OFFSET,
    FIELD_DST,
    FIELD_COUNT
} field;

#define ABSENT INT64_MIN

typedef struct parse {
    const char *text; /* the rest */
    int64_t fields[FIELD_COUNT];
    const char *zone; /* "UTC" or "GMT", or NULL */
} parse;

static const struct number_rule {
    char letter;
    uint8_t field, least_digits, most_digits;
    int16_t low, high;
} number_rules[] = {
    {'Y', FIELD_YEAR, 4, 4, 0, 9999},      {'y', FIELD_SHORT_YEAR, 2, 2, 0, 99},
    {'m', FIELD_MONTH, 1, 2, 1, 12},       {'d', FIELD_DAY, 1, 2, 1, 31},
    {'H', FIELD_HOUR, 1, 2, 0, 23},        {'I', FIELD_HOUR_12, 1, 2, 1, 12},
    {'M', FIELD_MINUTE, 1, 2, 0, 59},      {'S', FIELD_SECOND, 1, 2, 0, 61},
    {'j', FIELD_YEAR_DAY, 1, 3, 1, 366},   {'w', FIELD_SUNDAY_WEEKDAY, 1, 1, 0, 6},
    {'u', FIELD_ISO_WEEKDAY, 1, 1, 1, 7},  {'U', FIELD_SUNDAY_WEEK, 1, 2, 0, 53},
    {'W', FIELD_MONDAY_WEEK, 1, 2, 0, 53}, {'G', FIELD_ISO_YEAR, 4, 4, 0, 9999},
    {'V', FIELD_ISO_WEEK, 1, 2, 0, 53},
};

static const struct name_rule {
    char letter;
    uint8_t field, first; /* the value of the first name */
    const char *names[13];
} name_rules[] = {
    {'a', FIELD_WEEKDAY, 0, {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}},
    {'A',
     FIELD_WEEKDAY,
     0,
     {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}},
    {'b',
     FIELD_MONTH,
     1,
     {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}},
    {'B',
     FIELD_MONTH,
     1,
     {"january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december"}},
    {'p', FIELD_AFTERNOON, 0, {"am", "pm"}},
};

static const struct composite_rule {
    char letter;
    const char *format;
} composite_rules[] = {
    {'c', "%a %b %d %H:%M:%S %Y"}, {'x', "%m/%d/%y"}, {'X', "%H:%M:%S"}, {'%', NULL}};

/* ---- directives: 1 = matched, 0 = did not match, -1 = no such directive */

static int take_number(parse *p, const struct number_rule *rule)
{
    const char *text = p->text;
    if (rule->letter == 'd' && *text == ' ' && text[1] >= '1' && text[1] <= '9') text++;
    for (int digits = rule->most_digits; digits >= rule->least_digits; digits--) {
        int64_t number = 0;
        int i = 0;
        for (; i < digits && isdigit((unsigned char)text[i]); i++)
            number = number * 10 + (text[i] - '0');
        if (i < digits || number < rule->low || number > rule->high) continue;
        p->fields[rule->field] = number;
        p->text = text + digits;
        return 1;
    }
    return 0;
}

static int take_name(parse *p, const struct name_rule *rule)
{
    for (int i = 0; rule->names[i]; i++) {
        size_t size = strlen(rule->names[i]);
        if (strncasecmp(p->text, rule->names[i], size)) continue;
        p->fields[rule->field] = rule->first + i;
        p->text += size;
        return 1;
    }
    return 0;
}

/* One to six digits behind a decimal point. */
static int take_fraction(parse *p)
{
    int64_t number = 0;
    int digits = 0;
    for (; digits < 6 && isdigit((unsigned char)*p->text); digits++)
        number = number * 10 + (*p->text++ - '0');
    for (int i = digits; i < 6; i++) number *= 10;
    p->fields[FIELD_MICROSECOND] = number;
    return digits > 0;
}

static bool take_two_digits(parse *p, int64_t high, int64_t *out)
{
    const char *text = p->text;
    if (!isdigit((unsigned char)text[0]) || !isdigit((unsigned char)text[1])) return false;
    *out = (text[0] - '0') * 10 + (text[1] - '0');
    p->text += 2;
    return *out <= high;
}

/* +hhmm, +hh:mm, with seconds perhaps, or Z */
static int take_offset(parse *p)
{
    int64_t hours, minutes, seconds = 0;
    char sign = *p->text;
    if (sign == 'Z') {
        p->text++;
        p->fields[FIELD_OFFSET] = 0;
        return 1;
    }
    if (sign != '+' && sign != '-') return 0;
    p->text++;
    if (!take_two_digits(p, 99, &hours)) return 0;
    bool colon = *p->text == ':';
    p->text += colon;
    if (!take_two_digits(p, 59, &minutes)) return 0;
    bool more = colon ? *p->text == ':' : isdigit((unsigned char)*p->text);
    if (more) {
        p->text += colon;
        if (!take_two_digits(p, 59, &seconds)) return 0;
    }
    int64_t offset = hours * 3600 + minutes * 60 + seconds;
    p->fields[FIELD_OFFSET] = sign == '-' ? -offset : offset;
    return 1;
}

static int take_zone(parse *p)
{
    static const char *const zones[] = {"UTC", "GMT"};
    for (int i = 0; i < 2; i++) {
        if (strncasecmp(p->text, zones[i], 3)) continue;
        p->text += 3;
        p->zone = zones[i];
        p->fields[FIELD_DST] = 0;
        return 1;
    }
    return 0;
}

static int take_format(parse *p, const char *format);

static int take_directive(parse *p, char letter)
{
    for (size_t i = 0; i < sizeof number_rules / sizeof *number_rules; i++)
        if (number_rules[i].letter == letter) return take_number(p, &number_rules[i]);
    for (size_t i = 0; i < sizeof name_rules / sizeof *name_rules; i++)
        if (name_rules[i].letter == letter) return take_name(p, &name_rules[i]);
    for (const struct composite_rule *rule = composite_rules; rule->format; rule++)
        if (rule->letter == letter) return take_format(p, rule->format);
    switch (letter) {
    case 'f': return take_fraction(p);
    case 'z': return take_offset(p);
    case 'Z': return take_zone(p);
    case '%': return *p->text == '%' ? (p->text++, 1) : 0;
    default: return -1;
    }
}

static bool skip_spaces(const char **text)
{
    const char *start = *text;
    while (isspace((unsigned char)**text)) ++*text;
    return *text > start;
}

static int take_format(parse *p, const char *format)
{
    int matched = 1;
    while (*format && matched == 1) {
        if (skip_spaces(&format)) {
            matched = skip_spaces(&p->text);
        } else if (*format == '%') {
            matched = take_directive(p, format[1]);
            format += 2;
        } else {
            matched = tolower((unsigned char)*format) == tolower((unsigned char)*p->text);
            format++;
            p->text += matched;
        }
    }
    return matched;
}

/* A directive that does not exist is an error wherever it stands in the format. */
static bool check_format(rt_value format)
{
    static const char known[] = "YymdHIMSjwuUWGVaAbBpfzZcxX%";
    for (const char *f = rt_str_text(format, &(size_t){0}); (f = strchr(f, '%')); f += 2) {
        if (!f[1]) return rt_raise_format(&rt_exc_ValueError, "stray %% in format '%V'", format);
        if (!strchr(known, f[1]))
            return rt_raise_format(&rt_exc_ValueError, "'%c' is a bad directive in format '%V'",
                                   f[1], format);
    }
    return true;
}

/* ---- the calendar: days are counted from 0001-01-01, which is day 1 */

static bool is_leap(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int64_t days_before_month(int64_t year, int64_t month)
{
    static const int16_t before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    return before[month - 1] + (month > 2 && is_leap(year));
}

static int64_t days_before_year(int64_t year)
{
    int64_t y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}

static int64_t day_number(int64_t year, int64_t month, int64_t day)
{
    return days_before_year(year) + days_before_month(year, month) + day;
}

static int64_t weekday_of(int64_t number)
{
    return (number + 6) % 7; /* Monday is 0 */
}

/* Sets year, month and day from a day's number. */
static void set_date(parse *p, int64_t number)
{
    int64_t year = number / 366 + 1, month = 1;
    if (year < 1) year = 1;
    while (days_before_year(year + 1) < number) year++;
    int64_t day = number - days_before_year(year);
    while (month < 12 && days_before_month(year, month + 1) < day) month++;
    p->fields[FIELD_YEAR] = year;
    p->fields[FIELD_MONTH] = month;
    p->fields[FIELD_DAY] = day - days_before_month(year, month);
}

/* ---- from fields to a date and time */

static bool given(const parse *p, field f)
{
    return p->fields[f] != ABSENT;
}

static int64_t field_or(const parse *p, field f, int64_t otherwise)
{
    return given(p, f) ? p->fields[f] : otherwise;
}

static void settle_hour(parse *p)
{
    if (!given(p, FIELD_HOUR_12)) return;
    int64_t hour = p->fields[FIELD_HOUR_12] % 12;
    p->fields[FIELD_HOUR] = hour + (p->fields[FIELD_AFTERNOON] == 1 ? 12 : 0);
}

static void settle_weekday(parse *p)
{
    if (given(p, FIELD_SUNDAY_WEEKDAY))
        p->fields[FIELD_WEEKDAY] = (p->fields[FIELD_SUNDAY_WEEKDAY] + 6) % 7;
    if (given(p, FIELD_ISO_WEEKDAY)) p->fields[FIELD_WEEKDAY] = p->fields[FIELD_ISO_WEEKDAY] - 1;
}

/* The date that a year, a week of it and a weekday make. */
static void settle_week(parse *p, int64_t year)
{
    int64_t weekday = p->fields[FIELD_WEEKDAY];
    if (given(p, FIELD_ISO_YEAR)) {
        int64_t fourth = day_number(p->fields[FIELD_ISO_YEAR], 1, 4); /* is in the first week */
        set_date(p, fourth - weekday_of(fourth) + (p->fields[FIELD_ISO_WEEK] - 1) * 7 + weekday);
        return;
    }
    bool from_sunday = given(p, FIELD_SUNDAY_WEEK);
    int64_t week = p->fields[from_sunday ? FIELD_SUNDAY_WEEK : FIELD_MONDAY_WEEK];
    int64_t first = day_number(year, 1, 1), first_weekday = weekday_of(first);
    if (from_sunday) {
        first_weekday = (first_weekday + 1) % 7;
        weekday = (weekday + 1) % 7;
    }
    int64_t week_zero = (7 - first_weekday) % 7; /* days before the first whole week */
    set_date(p, first + week_zero + (week - 1) * 7 + weekday);
}

static bool check_iso(const parse *p)
{
    if (given(p, FIELD_ISO_YEAR) && (!given(p, FIELD_ISO_WEEK) || !given(p, FIELD_WEEKDAY)))
        return rt_raise_format(
            &rt_exc_ValueError,
            "ISO year directive '%%G' must be used with the ISO week directive '%%V' "
            "and a weekday directive ('%%A', '%%a', '%%w', or '%%u').");
    if (given(p, FIELD_ISO_WEEK) && !given(p, FIELD_ISO_YEAR))
        return rt_raise_format(
            &rt_exc_ValueError,
            "ISO week directive '%%V' must be used with the ISO year directive '%%G' "
            "and a weekday directive ('%%A', '%%a', '%%w', or '%%u').");
    return true;
}

static bool settle_date(parse *p)
{
    bool has_week = given(p, FIELD_SUNDAY_WEEK) || given(p, FIELD_MONDAY_WEEK);
    if (given(p, FIELD_SHORT_YEAR))
        p->fields[FIELD_YEAR] =
            p->fields[FIELD_SHORT_YEAR] + (p->fields[FIELD_SHORT_YEAR] <= 68 ? 2000 : 1900);
    int64_t month = field_or(p, FIELD_MONTH, 1), day = field_or(p, FIELD_DAY, 1);
    bool leap_day = !given(p, FIELD_YEAR) && month == 2 && day == 29;
    int64_t year = leap_day ? 1904 : field_or(p, FIELD_YEAR, 1900);
    if (given(p, FIELD_ISO_YEAR) || (has_week && given(p, FIELD_WEEKDAY) && given(p, FIELD_YEAR))) {
        settle_week(p, year);
    } else if (given(p, FIELD_YEAR_DAY) && given(p, FIELD_YEAR)) {
        set_date(p, day_number(year, 1, 1) + p->fields[FIELD_YEAR_DAY] - 1);
    } else {
        if (year < 1) return rt_raise_format(&rt_exc_ValueError, "year 0 is out of range");
        if (day > days_before_month(year, month + 1) - days_before_month(year, month))
            return rt_raise_format(&rt_exc_ValueError, "day is out of range for month");
        p->fields[FIELD_YEAR] = year;
        p->fields[FIELD_MONTH] = month;
        p->fields[FIELD_DAY] = day;
    }
    int64_t number =
        day_number(p->fields[FIELD_YEAR], p->fields[FIELD_MONTH], p->fields[FIELD_DAY]);
    if (!given(p, FIELD_YEAR_DAY))
        p->fields[FIELD_YEAR_DAY] = number - days_before_year(p->fields[FIELD_YEAR]);
    if (!given(p, FIELD_WEEKDAY)) p->fields[FIELD_WEEKDAY] = weekday_of(number);
    if (leap_day) p->fields[FIELD_YEAR] = 1900;
    return true;
}

/* ---- the functions */

static bool check_arguments(rt_value string, rt_value format)
{
    const rt_value given_values[] = {string, format};
    for (int i = 0; i < 2; i++)
        if (!rt_is_str(given_values[i]))
            return rt_raise_format(&rt_exc_TypeError, "strptime() argument %d must be str, not %R",
                                   i, (rt_value)RT_TYPE(given_values[i]));
    return check_format(format);
}

static bool parse_time(parse *p, rt_value string, rt_value format)
{
    for (int i = 0; i < FIELD_COUNT; i++) p->fields[i] = ABSENT;
    if (!check_arguments(string, format)) return false;
    p->text = rt_str_text(string, &(size_t){0});
    if (take_format(p, rt_str_text(format, &(size_t){0})) != 1)
        return rt_raise_format(&rt_exc_ValueError, "time data %R does not match format %R", string,
                               format);
    if (*p->text)
        return rt_raise_format(&rt_exc_ValueError, "unconverted data remains: %s", p->text);
    settle_hour(p);
    settle_weekday(p);
    return check_iso(p) && settle_date(p);
}

static rt_value int_or_none(const parse *p, field f)
{
    return given(p, f) ? RT_INT(p->fields[f]) : rt_retained(RT_NONE);
}

rt_value rt_time_strptime(rt_value string, rt_value format)
{
    parse p = {0};
    rt_value otherwise = format ? 0 : rt_str_c("%a %b %d %H:%M:%S %Y");
    bool fine = parse_time(&p, string, format ? format : otherwise);
    RT_RELEASE_OPT(otherwise);
    if (!fine) return 0;
    rt_value items[RT_TIME_NAMES] = {
        RT_INT(p.fields[FIELD_YEAR]),          RT_INT(p.fields[FIELD_MONTH]),
        RT_INT(p.fields[FIELD_DAY]),           RT_INT(field_or(&p, FIELD_HOUR, 0)),
        RT_INT(field_or(&p, FIELD_MINUTE, 0)), RT_INT(field_or(&p, FIELD_SECOND, 0)),
        RT_INT(p.fields[FIELD_WEEKDAY]),       RT_INT(p.fields[FIELD_YEAR_DAY]),
        RT_INT(field_or(&p, FIELD_DST, -1)),   p.zone ? rt_str_c(p.zone) : rt_retained(RT_NONE),
        int_or_none(&p, FIELD_OFFSET)};
    return rt_struct_new(&rt_struct_time_type, items);
}

/* What datetime.strptime needs: (year, month, day, hour, minute, second, microsecond, offset in
 * seconds or None, zone's name or None). */
rt_value rt_time_strptime_fields(rt_value string, rt_value format)
{
    parse p = {0};
    if (!parse_time(&p, string, format)) return 0;
    return rt_tuple_of(
        9,
        (rt_value[]){RT_INT(p.fields[FIELD_YEAR]), RT_INT(p.fields[FIELD_MONTH]),
                     RT_INT(p.fields[FIELD_DAY]), RT_INT(field_or(&p, FIELD_HOUR, 0)),
                     RT_INT(field_or(&p, FIELD_MINUTE, 0)), RT_INT(field_or(&p, FIELD_SECOND, 0)),
                     RT_INT(field_or(&p, FIELD_MICROSECOND, 0)), int_or_none(&p, FIELD_OFFSET),
                     p.zone ? rt_str_c(p.zone) : rt_retained(RT_NONE)});
}
