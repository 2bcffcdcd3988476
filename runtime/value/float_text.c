/* float_text.c: doubles as text, both ways.
 *
 * The shortest digits that read back as a double are found by Schubfach (Giulietti, "The
 * Schubfach way to render doubles", 2020): scale the interval of numbers that round to the
 * double by a power of ten so that it is between 4 and 40 units wide, and look for a multiple of
 * ten, or else of one, inside. The powers of ten, to 128 bits, are calculated by bignums at
 * their first use and kept. */
#include <math.h>
#include <stdlib.h>
#include <stdio.h>
#include "value/float.h"
#include "value/int.h"
#include "value/str.h"
#include "value/unicode.h"

typedef struct wide {
    uint64_t high, low;
} wide;

enum { POWER_MIN = -292, POWER_MAX = 324 };

static int floor_log2_of_power10(int exponent)
{
    return (exponent * 1741647) >> 19;
}

/* The upper 128 bits of value, rounded up. */
static mp_err leading_bits(const mp_int *value, wide *out)
{
    mp_int top, rest;
    mp_err error = mp_init_multi(&top, &rest, NULL);
    if (error != MP_OKAY) return error;
    int excess = mp_count_bits(value) - 128;
    error = excess > 0 ? mp_div_2d(value, excess, &top, &rest) : mp_mul_2d(value, -excess, &top);
    if (error == MP_OKAY && excess > 0 && rest.used) error = mp_incr(&top);
    if (error == MP_OKAY) {
        out->low = mp_get_mag_u64(&top);
        error = mp_div_2d(&top, 64, &top, NULL);
        out->high = mp_get_mag_u64(&top);
    }
    mp_clear_multi(&top, &rest, NULL);
    return error;
}

/* Digit by digit: the multiplication of large numbers is not linked for this. */
static mp_err raise_ten(uint32_t exponent, mp_int *out)
{
    mp_err error = MP_OKAY;
    mp_set(out, 1);
    for (; exponent >= 18 && error == MP_OKAY; exponent -= 18)
        error = mp_mul_d(out, 1000000000000000000u, out);
    for (; exponent > 0 && error == MP_OKAY; exponent--) error = mp_mul_d(out, 10, out);
    return error;
}

/* 10 ** exponent scaled to 128 bits, rounded up. */
static mp_err calculate_power(int exponent, wide *out)
{
    mp_int power, one;
    mp_err error = mp_init_multi(&power, &one, NULL);
    if (error != MP_OKAY) return error;
    error = raise_ten((uint32_t)abs(exponent), &power);
    if (error == MP_OKAY && exponent < 0) {
        /* more than 128 bits of quotient, the last one standing for all that follow */
        error = mp_2expt(&one, mp_count_bits(&power) + 192);
        if (error == MP_OKAY) error = mp_div(&one, &power, &power, NULL);
        if (error == MP_OKAY) error = mp_mul_2(&power, &power);
        if (error == MP_OKAY) error = mp_incr(&power);
    }
    if (error == MP_OKAY) error = leading_bits(&power, out);
    mp_clear_multi(&power, &one, NULL);
    return error;
}

static wide power_of_ten(int exponent)
{
    static wide powers[POWER_MAX - POWER_MIN + 1];
    wide *power = &powers[exponent - POWER_MIN];
    if (!power->high) calculate_power(exponent, power);
    return *power;
}

/* (power * factor) >> 128, with the lowest bit set where anything was cut off. */
static uint64_t multiply_to_odd(wide power, uint64_t factor)
{
    unsigned __int128 low = (unsigned __int128)power.low * factor;
    unsigned __int128 high = (unsigned __int128)power.high * factor + (uint64_t)(low >> 64);
    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

/* The shortest decimal between the bounds (scaled by 4), nearest to `middle`. */
static uint64_t pick_decimal(uint64_t lower, uint64_t middle, uint64_t upper, int *exponent)
{
    uint64_t unit = middle / 4;
    if (unit >= 10) {
        uint64_t ten = unit / 10;
        bool down = lower <= 40 * ten, up = 40 * ten + 40 <= upper;
        if (down != up) {
            ++*exponent;
            return ten + up;
        }
    }
    bool down = lower <= 4 * unit, up = 4 * unit + 4 <= upper;
    if (down != up) return unit + up;
    uint64_t half = 4 * unit + 2;
    return unit + (middle > half || (middle == half && unit & 1));
}

uint64_t rt_double_shortest(double number, int *exponent)
{
    uint64_t bits;
    memcpy(&bits, &number, sizeof bits);
    uint64_t fraction = bits & (((uint64_t)1 << 52) - 1);
    int biased = (int)(bits >> 52 & 0x7ff);
    uint64_t mantissa = biased ? fraction | (uint64_t)1 << 52 : fraction;
    int binary = (biased ? biased : 1) - 1075;
    bool narrow_below = fraction == 0 && biased > 1; /* the neighbour below is nearer */
    uint64_t odd = mantissa & 1;
    int decimal = (binary * 1262611 - (narrow_below ? 524031 : 0)) >> 22;
    int shift = binary + floor_log2_of_power10(-decimal) + 1;
    wide power = power_of_ten(-decimal);
    uint64_t lower = multiply_to_odd(power, (4 * mantissa - 2 + narrow_below) << shift);
    uint64_t middle = multiply_to_odd(power, (4 * mantissa) << shift);
    uint64_t upper = multiply_to_odd(power, (4 * mantissa + 2) << shift);
    *exponent = decimal;
    uint64_t digits = pick_decimal(lower + odd, middle, upper - odd, exponent);
    while (digits % 10 == 0) {
        digits /= 10;
        ++*exponent;
    }
    return digits;
}

/* ---- repr ------------------------------------------------------------------------------------ */

/* digits[.digits]e+XX */
static char *write_scientific(char *out, const char *digits, int count, int point)
{
    *out++ = digits[0];
    if (count > 1) {
        *out++ = '.';
        memcpy(out, digits + 1, (size_t)count - 1);
        out += count - 1;
    }
    return out + sprintf(out, "e%+03d", point - 1);
}

/* Positional notation: the decimal point stands behind `point` digits. */
static char *write_positional(char *out, const char *digits, int count, int point)
{
    if (point <= 0) {
        *out++ = '0';
        *out++ = '.';
        memset(out, '0', (size_t)-point);
        memcpy(out - point, digits, (size_t)count);
        return out - point + count;
    }
    if (point >= count) {
        memcpy(out, digits, (size_t)count);
        memset(out + count, '0', (size_t)(point - count));
        out += point;
        *out++ = '.';
        *out++ = '0';
        return out;
    }
    memcpy(out, digits, (size_t)point);
    out[point] = '.';
    memcpy(out + point + 1, digits + point, (size_t)(count - point));
    return out + count + 1;
}

size_t rt_double_repr(double number, char out[RT_DOUBLE_ROOM])
{
    char *at = out, digits[24];
    if (isnan(number)) return (size_t)sprintf(out, "nan");
    if (signbit(number)) *at++ = '-';
    number = fabs(number);
    if (isinf(number) || number == 0.0)
        return (size_t)(at - out + sprintf(at, number == 0.0 ? "0.0" : "inf"));
    int exponent;
    uint64_t shortest = rt_double_shortest(number, &exponent);
    int count = sprintf(digits, "%llu", (unsigned long long)shortest);
    int point = count + exponent; /* 0.digits * 10 ** point */
    at = point > 16 || point < -3 ? write_scientific(at, digits, count, point)
                                  : write_positional(at, digits, count, point);
    return (size_t)(at - out);
}

rt_value rt_float_repr(rt_value v)
{
    char text[RT_DOUBLE_ROOM];
    return rt_str_new(text, rt_double_repr(RT_FLOAT(v), text));
}

/* ---- reading --------------------------------------------------------------------------------- */

static bool matches(const char *text, size_t size, const char *word)
{
    return size == strlen(word) && strncasecmp(text, word, size) == 0;
}

static bool parse_word(const char *text, size_t size, double *out)
{
    bool negative = size && *text == '-';
    if (size && (*text == '-' || *text == '+')) text++, size--;
    if (matches(text, size, "inf") || matches(text, size, "infinity"))
        *out = HUGE_VAL;
    else if (matches(text, size, "nan"))
        *out = NAN;
    else
        return false;
    if (negative) *out = -*out;
    return true;
}

char *rt_without_underscores(const char *text, size_t size)
{
    char *copy = malloc(size + 1), *to = copy;
    for (size_t i = 0; copy && i < size; i++) {
        if (text[i] != '_') {
            *to++ = text[i];
        } else if (i == 0 || i + 1 == size || text[i - 1] < '0' || text[i - 1] > '9' ||
                   text[i + 1] < '0' || text[i + 1] > '9') {
            free(copy);
            return NULL;
        }
    }
    if (copy) *to = '\0';
    return copy;
}

static bool parse_ascii(const char *text, size_t size, double *out)
{
    if (parse_word(text, size, out)) return true;
    if (!size || strspn(text, "0123456789+-.eE_") < size) return false; /* strtod knows more */
    char *copy = rt_without_underscores(text, size), *end;
    if (!copy) return false;
    *out = strtod(copy, &end);
    bool complete = end != copy && *end == '\0';
    free(copy);
    return complete;
}

bool rt_double_parse(const char *text, size_t size, double *out)
{
    rt_ascii_number ascii;
    if (!rt_number_text(text, size, &ascii)) return false;
    bool valid = parse_ascii(ascii.text, ascii.size, out);
    free(ascii.copy);
    return valid;
}

/* ---- rounding -------------------------------------------------------------------------------- */

double rt_double_round(double number, int64_t digits)
{
    if (!isfinite(number) || digits > 323 || number == 0.0) return number;
    if (digits < -308) return copysign(0.0, number);
    char text[700];
    if (digits >= 0) {
        snprintf(text, sizeof text, "%.*f", (int)digits, number);
        return strtod(text, NULL);
    }
    /* as many significant digits as stand before the rounded place */
    int exponent = (int)floor(log10(fabs(number)));
    if (fabs(number) < strtod((snprintf(text, sizeof text, "1e%d", exponent), text), NULL))
        exponent--;
    int kept = exponent + (int)digits;
    if (kept >= 0) {
        snprintf(text, sizeof text, "%.*e", kept, number);
        return strtod(text, NULL);
    }
    snprintf(text, sizeof text, "5e%d", (int)-digits - 1);
    double half = strtod(text, NULL);
    snprintf(text, sizeof text, "1e%d", (int)-digits);
    return copysign(fabs(number) > half ? strtod(text, NULL) : 0.0, number);
}
