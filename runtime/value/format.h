/* format.h: text formatting: the format mini-language of format(), f-strings and str.format, and
 * the `%` operator. */
#ifndef ASYNCC_VALUE_FORMAT_H
#define ASYNCC_VALUE_FORMAT_H

#include "value/builder.h"

/* A format specification taken apart:
 * [[fill]align][sign][z][#][0][width][grouping][.precision][type] */
typedef struct rt_spec {
    uint32_t fill;
    char align;    /* < > = ^, or 0 where not given */
    char sign;     /* + - space, or 0 */
    char grouping; /* , _ or 0 */
    bool alternate, no_negative_zero;
    int64_t width, precision; /* -1 where not given */
    uint32_t type;            /* 0 where not given */
} rt_spec;

/* False: ValueError is pending; `v` is what is being formatted, named in the message. The default
 * alignment is '<' or '>', the default type a letter or 0. */
bool rt_spec_parse(rt_value v, rt_value text, char default_align, char default_type, rt_spec *spec);

/* A number's text with its sign and prefix in front, padded and grouped as the spec says. `digits`
 * is the run of integer digits, `rest` what follows them ("." fraction, exponent, "%"). */
typedef struct rt_numeral {
    bool negative;
    const char *prefix; /* "0x" or "" */
    const char *digits;
    size_t digit_count;
    const char *rest;
    size_t rest_size;
} rt_numeral;
rt_value rt_numeral_format(const rt_numeral *numeral, const rt_spec *spec);

/* Pads text of a known number of code points to the spec's width. */
rt_value rt_pad(const char *text, size_t size, size_t length, const rt_spec *spec);

rt_value rt_unknown_format_code(rt_value v, uint32_t type); /* raises; 0 */

/* The text of a double's magnitude by type e E f F g G n %, or 0: as repr, or with a precision as g
 * that does not look like an int. Malloc'ed; NULL = raised. */
char *rt_double_text(double number, char type, int64_t precision, bool alternate);

rt_value rt_str_format_spec(rt_value self, rt_value spec); /* type slot of str */
rt_value rt_int_format(rt_value v, const rt_spec *spec);
rt_value rt_float_format(rt_value v, const rt_spec *spec);
rt_value rt_complex_format(rt_value v, const rt_spec *spec);

/* percent.c: `format % args`, for str and for bytes. */
rt_value rt_str_percent(rt_value format, rt_value args);
rt_value rt_bytes_percent(rt_value format, rt_value args);

#endif
