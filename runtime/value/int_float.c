/* int_float.c: between ints and doubles, exactly: conversions, true division and comparison. Every
 * result is rounded once, half to even, as IEEE asks for; that is what the sticky bits are for. */
#include <float.h>
#include <math.h>
#include "value/int.h"

/* The top 64 bits of |number| (more than 64 bits long), the lowest set where any bit below is. */
static uint64_t top_bits(const mp_int *number, int bits)
{
    int drop = bits - 64;
    uint64_t top = 0;
    for (int i = number->used - 1; i >= 0; i--) {
        int position = i * MP_DIGIT_BIT - drop; /* of this digit's lowest bit in the result */
        if (position >= 0)
            top |= (uint64_t)number->dp[i] << position;
        else if (position > -MP_DIGIT_BIT)
            top |= (uint64_t)number->dp[i] >> -position;
    }
    return top | (mp_cnt_lsb(number) < drop);
}

bool rt_int_to_double(rt_value v, double *out)
{
    int64_t word;
    if (rt_int_word(v, &word)) {
        *out = (double)word;
        return true;
    }
    const mp_int *number = &((rt_bigint *)v)->number;
    int bits = mp_count_bits(number);
    double magnitude = HUGE_VAL;
    if (bits <= 64)
        magnitude = (double)mp_get_mag_u64(number);
    else if (bits <= DBL_MAX_EXP)
        magnitude = ldexp((double)top_bits(number, bits), bits - 64);
    if (isinf(magnitude)) {
        rt_raise_format(&rt_exc_OverflowError, "int too large to convert to float");
        return false;
    }
    *out = number->sign == MP_NEG ? -magnitude : magnitude;
    return true;
}

rt_value rt_int_from_double(double number)
{
    if (isnan(number))
        return rt_raise_format(&rt_exc_ValueError, "cannot convert float NaN to integer");
    if (isinf(number))
        return rt_raise_format(&rt_exc_OverflowError, "cannot convert float infinity to integer");
    if (fabs(number) < 0x1p62) return RT_INT((int64_t)number);
    int exponent;
    double fraction =
        frexp(number, &exponent); /* |number| >= 2**62, so it has no fractional part */
    rt_value mantissa = RT_INT((int64_t)ldexp(fraction, DBL_MANT_DIG));
    return rt_int_shift_left(mantissa, (uint64_t)(exponent - DBL_MANT_DIG));
}

/* Rounds the quotient's leading bits to the double's precision, half to even, and scales them. */
static double scale_rounded(uint64_t bits, int shift)
{
    int length = 64 - __builtin_clzll(bits);
    int lowest = DBL_MIN_EXP - shift; /* subnormal results have fewer bits */
    int extra = (length > lowest ? length : lowest) - DBL_MANT_DIG;
    uint64_t half = (uint64_t)1 << (extra - 1), mask = 2 * half - 1, low = bits & mask;
    bits &= ~mask;
    if (low > half || (low == half && bits & (2 * half))) bits += 2 * half;
    return ldexp((double)bits, shift);
}

/* |a| / |b| for b != 0. A quotient of 55 or 56 bits, its last one sticky, decides the rounding. */
static mp_err divide_magnitudes(const mp_int *a, const mp_int *b, int shift, double *out)
{
    mp_int x, y, quotient, rest;
    mp_err error = mp_init_multi(&x, &y, &quotient, &rest, NULL);
    if (error != MP_OKAY) return error;
    error = mp_mul_2d(a, shift < 0 ? -shift : 0, &x);
    if (error == MP_OKAY) error = mp_mul_2d(b, shift > 0 ? shift : 0, &y);
    x.sign = y.sign = MP_ZPOS;
    if (error == MP_OKAY) error = mp_div(&x, &y, &quotient, &rest);
    if (error == MP_OKAY) {
        uint64_t bits = mp_get_mag_u64(&quotient) | (rest.used != 0);
        *out = bits ? scale_rounded(bits, shift) : 0.0;
    }
    mp_clear_multi(&x, &y, &quotient, &rest, NULL);
    return error;
}

rt_value rt_int_true_divide(rt_value a, rt_value b)
{
    const int64_t exact = (int64_t)1 << DBL_MANT_DIG;
    int64_t x, y;
    if (rt_int_sign(b) == 0) return rt_raise_format(&rt_exc_ZeroDivisionError, "division by zero");
    if (rt_int_word(a, &x) && rt_int_word(b, &y) && x <= exact && x >= -exact && y <= exact &&
        y >= -exact)
        return rt_float_new((double)x / (double)y);
    rt_int_room room_a, room_b;
    const mp_int *p = rt_int_view(a, &room_a), *q = rt_int_view(b, &room_b);
    int difference = mp_count_bits(p) - mp_count_bits(q);
    double magnitude = 0.0;
    if (difference > DBL_MAX_EXP && p->used) {
        magnitude = HUGE_VAL;
    } else if (p->used && difference >= DBL_MIN_EXP - DBL_MANT_DIG - 1) {
        int shift = (difference > DBL_MIN_EXP ? difference : DBL_MIN_EXP) - DBL_MANT_DIG - 2;
        if (divide_magnitudes(p, q, shift, &magnitude) != MP_OKAY)
            return rt_raise_format(&rt_exc_MemoryError, "");
    }
    if (isinf(magnitude))
        return rt_raise_format(&rt_exc_OverflowError,
                               "integer division result too large for a float");
    return rt_float_new(p->sign != q->sign ? -magnitude : magnitude);
}

int rt_int_compare_double(rt_value a, double b)
{
    int64_t word;
    if (isinf(b)) return b > 0 ? -1 : 1;
    if (rt_int_word(a, &word) && word <= (int64_t)1 << DBL_MANT_DIG &&
        word >= -((int64_t)1 << DBL_MANT_DIG))
        return ((double)word > b) - ((double)word < b);
    rt_value whole = rt_int_from_double(b);
    int order = whole ? rt_int_compare(a, whole) : 0;
    RT_RELEASE_OPT(whole);
    if (order) return order;
    double fraction = b - trunc(b);
    return (fraction < 0) - (fraction > 0);
}
