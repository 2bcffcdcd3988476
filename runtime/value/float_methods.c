/* float_methods.c: the methods of float: ratios, and hexadecimal text both ways. */
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include "value/float.h"
#include "value/int.h"
#include "value/str.h"

rt_value rt_float_is_integer(rt_value self)
{
    double number = RT_FLOAT(self);
    return rt_retained(RT_BOOL(isfinite(number) && floor(number) == number));
}

rt_value rt_float_conjugate(rt_value self)
{
    return rt_float_new(RT_FLOAT(self));
}

rt_value rt_float_as_integer_ratio(rt_value self)
{
    double number = RT_FLOAT(self);
    if (isinf(number))
        return rt_raise_format(&rt_exc_OverflowError, "cannot convert Infinity to integer ratio");
    if (isnan(number))
        return rt_raise_format(&rt_exc_ValueError, "cannot convert NaN to integer ratio");
    int exponent;
    double fraction = frexp(number, &exponent);
    for (; fraction != floor(fraction); exponent--) fraction *= 2.0;
    rt_value mantissa = rt_int_new((int64_t)fraction);
    uint64_t shift = (uint64_t)abs(exponent);
    rt_value items[2] = {
        exponent > 0 ? rt_int_shift_left(mantissa, shift) : mantissa,
        exponent > 0 ? RT_INT(1) : rt_int_shift_left(RT_INT(1), shift),
    };
    return rt_tuple_of(2, items);
}

/* ---- hexadecimal ----------------------------------------------------------------------------- */

rt_value rt_float_hex(rt_value self)
{
    double number = RT_FLOAT(self);
    const char *sign = signbit(number) ? "-" : "";
    char text[48];
    if (!isfinite(number)) return rt_float_repr(self);
    if (number == 0.0) return rt_str_format("%s0x0.0p+0", sign);
    int exponent;
    double mantissa = frexp(fabs(number), &exponent);
    int shift =
        1 - (exponent < -1021 ? -1021 - exponent : 0); /* subnormals keep the least exponent */
    mantissa = ldexp(mantissa, shift);
    exponent -= shift;
    uint64_t whole = (uint64_t)mantissa;
    uint64_t fraction = (uint64_t)ldexp(mantissa - (double)whole, 52);
    snprintf(text, sizeof text, "%s0x%llu.%013llxp%+d", sign, (unsigned long long)whole,
             (unsigned long long)fraction, exponent);
    return rt_str_c(text);
}

/* Has the text the form [0x]digits[.digits][p[sign]digits], with a digit at least? */
static bool is_hex_float(const char *text)
{
    size_t digits = 0;
    if (text[0] == '0' && (text[1] | 0x20) == 'x') text += 2;
    for (; isxdigit((unsigned char)*text); text++) digits++;
    if (*text == '.')
        for (text++; isxdigit((unsigned char)*text); text++) digits++;
    if (!digits) return false;
    if ((*text | 0x20) == 'p') {
        text++;
        if (*text == '+' || *text == '-') text++;
        if (!isdigit((unsigned char)*text)) return false;
        while (isdigit((unsigned char)*text)) text++;
    }
    return *text == '\0';
}

/* Reads unsigned text without white space around it; false: malformed. */
static bool read_hex(const char *text, double *out)
{
    char *end, *prefixed = NULL;
    if (is_hex_float(text)) {
        bool has_prefix = text[0] == '0' && (text[1] | 0x20) == 'x';
        if (asprintf(&prefixed, "%s%s", has_prefix ? "" : "0x", text) < 0) return false;
        *out = strtod(prefixed, &end);
        free(prefixed);
        return true;
    }
    if (!strcasecmp(text, "inf") || !strcasecmp(text, "infinity"))
        *out = HUGE_VAL;
    else if (!strcasecmp(text, "nan"))
        *out = NAN;
    else
        return false;
    return true;
}

rt_value rt_float_fromhex(rt_value cls, rt_value string)
{
    if (!rt_is_str(string))
        return rt_raise_format(&rt_exc_TypeError, "bad argument type for built-in operation");
    size_t size;
    const char *text = rt_str_text(string, &size), *end = text + size;
    while (isspace((unsigned char)*text)) text++;
    while (end > text && isspace((unsigned char)end[-1])) end--;
    bool negative = *text == '-';
    if (*text == '-' || *text == '+') text++;
    char *trimmed = strndup(text, end > text ? (size_t)(end - text) : 0);
    double number = 0.0;
    bool valid = trimmed && read_hex(trimmed, &number);
    bool overflow = valid && isinf(number) && strpbrk(trimmed, "iI") == NULL;
    free(trimmed);
    if (!valid)
        return rt_raise_format(&rt_exc_ValueError, "invalid hexadecimal floating-point string");
    if (overflow)
        return rt_raise_format(&rt_exc_OverflowError,
                               "hexadecimal value too large to represent as a float");
    rt_value result = rt_float_new(negative ? -number : number);
    if (cls == (rt_value)&rt_float_type) return result;
    rt_value instance = rt_call1(cls, result);
    RT_RELEASE(result);
    return instance;
}
