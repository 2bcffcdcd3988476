/* format_number.c: format() of int, bool, float and complex. The digits come from int_text.c,
 * float_text.c and C's printf (which rounds exactly); signs, prefixes, grouping and padding are
 * added by format.c. */
#include <limits.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "value/complex.h"
#include "value/float.h"
#include "value/format.h"
#include "value/int.h"
#include "value/number.h"
#include "value/str.h"

/* ---- int ------------------------------------------------------------------------------------- */

static rt_value format_character(rt_value v, const rt_spec *spec)
{
    int64_t code;
    if (spec->sign)
        return rt_raise_format(&rt_exc_ValueError,
                               "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate)
        return rt_raise_format(&rt_exc_ValueError,
                               "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!rt_int_word(v, &code))
        return rt_raise_format(&rt_exc_OverflowError, "Python int too large to convert to C long");
    if (code < 0 || code > RT_CODE_POINT_MAX)
        return rt_raise_format(&rt_exc_OverflowError, "%%c arg not in range(0x110000)");
    char text[4];
    return rt_pad(text, rt_utf8_put((uint32_t)code, text), 1, spec);
}

static void make_upper(char *text)
{
    for (; *text; text++)
        if (*text >= 'a' && *text <= 'z') *text -= 32;
}

static rt_value format_digits(rt_value v, const rt_spec *spec)
{
    size_t count;
    uint32_t type = spec->type;
    int base = type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
    char *digits = rt_int_digits(v, base, &count);
    if (!digits) return 0;
    if (type == 'X') make_upper(digits);
    char prefix[3] = {'0', (char)type, '\0'};
    if (!spec->alternate || base == 10) prefix[0] = '\0';
    rt_numeral numeral = {rt_int_sign(v) < 0, prefix, digits, count, "", 0};
    rt_value result = rt_numeral_format(&numeral, spec);
    free(digits);
    return result;
}

rt_value rt_int_format(rt_value v, const rt_spec *spec)
{
    if (spec->type < 0x80 && strchr("eEfFgG%", (int)spec->type)) {
        double number;
        if (!rt_int_to_double(v, &number)) return 0;
        rt_value converted = rt_float_new(number);
        rt_value result = rt_float_format(converted, spec);
        RT_RELEASE(converted);
        return result;
    }
    if (spec->type >= 0x80 || !strchr("dnboxXc", (int)spec->type))
        return rt_unknown_format_code(v, spec->type);
    if (spec->precision >= 0)
        return rt_raise_format(&rt_exc_ValueError,
                               "Precision not allowed in integer format specifier");
    if (spec->no_negative_zero)
        return rt_raise_format(
            &rt_exc_ValueError,
            "Negative zero coercion (z) not allowed in integer format specifier");
    return spec->type == 'c' ? format_character(v, spec) : format_digits(v, spec);
}

/* ---- float ----------------------------------------------------------------------------------- */

static char *printed(double magnitude, char type, int64_t precision, bool alternate)
{
    char format[] = {'%', '#', '.', '*', type, '\0'}, *text;
    if (!alternate) memmove(format + 1, format + 2, sizeof format - 2);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    if (asprintf(&text, format, (int)precision, magnitude) >= 0) return text;
#pragma GCC diagnostic pop
    rt_raise_format(&rt_exc_MemoryError, "");
    return NULL;
}

/* Takes the zeros off the end of a mantissa's fraction, in d.ddde+xx. */
static void strip_mantissa(char *text)
{
    char *exponent = strchr(text, 'e'), *end = exponent;
    while (end[-1] == '0') end--;
    if (end[-1] == '.') end--;
    memmove(end, exponent, strlen(exponent) + 1);
}

/* As `g`, but with one digit behind the point at least, or an exponent. */
static char *general_as_float(double magnitude, int64_t precision, bool alternate)
{
    if (precision == 0) precision = 1;
    char *text = printed(magnitude, 'e', precision - 1, false);
    if (!text) return NULL;
    int exponent = atoi(strchr(text, 'e') + 1);
    if (exponent == precision - 1) {
        if (!alternate && strchr(text, '.')) strip_mantissa(text);
        return text;
    }
    free(text);
    text = printed(magnitude, 'g', precision, alternate);
    if (!text || strpbrk(text, ".e")) return text;
    char *pointed;
    if (asprintf(&pointed, "%s.0", text) < 0) pointed = NULL;
    free(text);
    return pointed;
}

/* As repr; `alternate` puts a point into a mantissa without one. */
static char *repr_text(double magnitude, bool alternate)
{
    char text[RT_DOUBLE_ROOM + 1];
    size_t size = rt_double_repr(magnitude, text);
    text[size] = '\0';
    size_t digits = strspn(text, "0123456789");
    if (alternate && text[digits] == 'e') {
        memmove(text + digits + 1, text + digits, size - digits + 1);
        text[digits] = '.';
    }
    return strdup(text);
}

char *rt_double_text(double number, char type, int64_t precision, bool alternate)
{
    double magnitude = fabs(number);
    char *text;
    if (precision > INT_MAX - 400) {
        rt_raise_format(&rt_exc_ValueError, "precision too big");
        return NULL;
    }
    if (type == 'n') type = 'g';
    if (!isfinite(number)) {
        text = strdup(isnan(number) ? "nan" : "inf");
        if (text && (type == 'F' || type == 'E' || type == 'G')) make_upper(text);
        if (type != '%' || !text) return text;
        char *percent;
        if (asprintf(&percent, "%s%%", text) < 0) percent = NULL;
        free(text);
        return percent;
    }
    if (type == 0)
        return precision < 0 ? repr_text(magnitude, alternate)
                             : general_as_float(magnitude, precision, alternate);
    if (precision < 0) precision = 6;
    if (type != '%') return printed(magnitude, type, precision, alternate);
    text = printed(magnitude * 100.0, 'f', precision, alternate);
    char *percent = text ? realloc(text, strlen(text) + 2) : NULL;
    return percent ? strcat(percent, "%") : NULL;
}

static bool all_zeros(const char *text)
{
    return strpbrk(text, "123456789in") == NULL;
}

/* One real number, without regard to the spec's type: `text` is its magnitude. Frees it. */
static rt_value format_real(double number, char *text, const rt_spec *spec)
{
    if (!text) return RT_RAISED() ? 0 : rt_raise_format(&rt_exc_MemoryError, "");
    size_t digits = strspn(text, "0123456789");
    bool negative = signbit(number) && !isnan(number);
    if (spec->no_negative_zero && all_zeros(text)) negative = false;
    rt_numeral numeral = {negative, "", text, digits, text + digits, strlen(text + digits)};
    rt_value result = rt_numeral_format(&numeral, spec);
    free(text);
    return result;
}

static bool float_type(const rt_spec *spec)
{
    return spec->type < 0x80 && (!spec->type || strchr("eEfFgGn%", (int)spec->type));
}

rt_value rt_float_format(rt_value v, const rt_spec *spec)
{
    if (!float_type(spec)) return rt_unknown_format_code(v, spec->type);
    double number = RT_FLOAT(v);
    return format_real(
        number, rt_double_text(number, (char)spec->type, spec->precision, spec->alternate), spec);
}

/* ---- complex --------------------------------------------------------------------------------- */

/* Without the ".0" that marks a float. */
static char *part_text(double number, const rt_spec *spec)
{
    char type = (char)spec->type;
    if (!type && spec->precision >= 0) type = 'g';
    char *text = rt_double_text(number, type, spec->precision, spec->alternate);
    size_t size = text ? strlen(text) : 0;
    if (!type && size > 2 && strcmp(text + size - 2, ".0") == 0)
        text[size - (spec->alternate ? 1 : 2)] = '\0';
    return text;
}

static rt_value format_parts(const rt_complex *number, const rt_spec *spec, bool whole)
{
    rt_spec bare = *spec;
    bare.width = -1;
    bool skip_real = !spec->type && number->real == 0.0 && !signbit(number->real);
    rt_value real = skip_real ? rt_str_empty()
                              : format_real(number->real, part_text(number->real, spec), &bare);
    if (!skip_real) bare.sign = '+';
    rt_value imag = real ? format_real(number->imag, part_text(number->imag, spec), &bare) : 0;
    rt_value result = 0;
    bool parentheses = whole && !skip_real;
    if (imag) result = rt_str_format(parentheses ? "(%V%Vj)" : "%V%Vj", real, imag);
    RT_RELEASE_OPT(real);
    RT_RELEASE_OPT(imag);
    return result;
}

rt_value rt_complex_format(rt_value v, const rt_spec *spec)
{
    if (!float_type(spec) || spec->type == '%') return rt_unknown_format_code(v, spec->type);
    if (spec->fill == '0')
        return rt_raise_format(&rt_exc_ValueError,
                               "Zero padding is not allowed in complex format specifier");
    if (spec->align == '=')
        return rt_raise_format(&rt_exc_ValueError,
                               "'=' alignment flag is not allowed in complex format specifier");
    rt_value text = format_parts(RT_COMPLEX(v), spec, !spec->type);
    if (!text) return 0;
    rt_value padded = rt_pad(RT_STR(text)->text, RT_STR(text)->size, RT_STR(text)->length, spec);
    RT_RELEASE(text);
    return padded;
}

/* ---- the type slot --------------------------------------------------------------------------- */

rt_value rt_number_format(rt_value self, rt_value text)
{
    rt_spec spec;
    if (!RT_STR(text)->size) return rt_str(self);
    if (!rt_spec_parse(self, text, '>', rt_is_int(self) ? 'd' : 0, &spec)) return 0;
    if (rt_is_int(self)) return rt_int_format(self, &spec);
    return rt_is_float(self) ? rt_float_format(self, &spec) : rt_complex_format(self, &spec);
}
