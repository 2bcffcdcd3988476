/* math.c: the module math: functions of doubles. In: real numbers; out: floats, or ValueError
 * "math domain error" and OverflowError "math range error" where the C function gives a nan or
 * an infinity that its arguments were not. */
#include <float.h>
#include <math.h>
#include "lib/math.h"
#include "value/float.h"
#include "value/int.h"
#include "value/number.h"

static const double pi = 3.141592653589793;

rt_value rt_math_domain_error(void)
{
    return rt_raise_format(&rt_exc_ValueError, "math domain error");
}

rt_value rt_math_range_error(void)
{
    return rt_raise_format(&rt_exc_OverflowError, "math range error");
}

/* ---- functions of one argument --------------------------------------------------------------- */

typedef double unary(double x);

/* `overflows`: an infinity out of a finite argument means too large; else, a pole. */
static rt_value apply(rt_value v, unary *function, bool overflows)
{
    double x;
    if (!rt_to_double(v, &x)) return 0;
    double result = function(x);
    if (isnan(result) && !isnan(x)) return rt_math_domain_error();
    if (isinf(result) && isfinite(x))
        return overflows ? rt_math_range_error() : rt_math_domain_error();
    return rt_float_new(result);
}

/* By a factor; an infinity is a fine result here. */
static rt_value scaled(rt_value v, double factor)
{
    double x;
    return rt_to_double(v, &x) ? rt_float_new(x * factor) : 0;
}

rt_value rt_math_degrees(rt_value x)
{
    return scaled(x, 180.0 / pi);
}

rt_value rt_math_radians(rt_value x)
{
    return scaled(x, pi / 180.0);
}

#define MATH_UNARY(name, function, overflows)                                                      \
    rt_value rt_math_##name(rt_value x)                                                            \
    {                                                                                              \
        return apply(x, function, overflows);                                                      \
    }
MATH_UNARY(acos, acos, false)
MATH_UNARY(acosh, acosh, false)
MATH_UNARY(asin, asin, false)
MATH_UNARY(asinh, asinh, false)
MATH_UNARY(atan, atan, false)
MATH_UNARY(atanh, atanh, false)
MATH_UNARY(cbrt, cbrt, false)
MATH_UNARY(cos, cos, false)
MATH_UNARY(cosh, cosh, true)
MATH_UNARY(erf, erf, false)
MATH_UNARY(erfc, erfc, false)
MATH_UNARY(exp, exp, true)
MATH_UNARY(exp2, exp2, true)
MATH_UNARY(expm1, expm1, true)
MATH_UNARY(fabs, fabs, false)
MATH_UNARY(log1p, log1p, false)
MATH_UNARY(sin, sin, false)
MATH_UNARY(sinh, sinh, true)
MATH_UNARY(sqrt, sqrt, false)
MATH_UNARY(tan, tan, false)
MATH_UNARY(tanh, tanh, false)

/* ---- logarithms: of ints of any size too ----------------------------------------------------- */

/* A big int's logarithm is that of its leading bits and that of the power of two they stand for. */
static bool big_logarithm(rt_value v, unary *function, double *out)
{
    uint64_t bits = rt_int_bit_length(v);
    rt_value leading = rt_int_shift_right(v, bits - 1000);
    double head;
    bool converted = leading && rt_int_to_double(leading, &head);
    RT_RELEASE_OPT(leading);
    if (converted) *out = function(ldexp(head, -1000)) + function(2.0) * (double)bits;
    return converted;
}

static bool logarithm(rt_value v, unary *function, double *out)
{
    double x;
    if (rt_is_int(v)) {
        if (rt_int_sign(v) <= 0) return rt_math_domain_error(), false;
        if (rt_int_bit_length(v) > DBL_MAX_EXP) return big_logarithm(v, function, out);
    }
    if (!rt_to_double(v, &x)) return false;
    if (x <= 0.0) return rt_math_domain_error(), false;
    *out = function(x);
    return true;
}

rt_value rt_math_log(rt_value x, rt_value base)
{
    double numerator, denominator;
    if (!logarithm(x, log, &numerator)) return 0;
    if (!base) return rt_float_new(numerator);
    if (!logarithm(base, log, &denominator)) return 0;
    if (denominator == 0.0)
        return rt_raise_format(&rt_exc_ZeroDivisionError, "float division by zero");
    return rt_float_new(numerator / denominator);
}

rt_value rt_math_log2(rt_value x)
{
    double result;
    return logarithm(x, log2, &result) ? rt_float_new(result) : 0;
}

rt_value rt_math_log10(rt_value x)
{
    double result;
    return logarithm(x, log10, &result) ? rt_float_new(result) : 0;
}

/* ---- functions of two arguments -------------------------------------------------------------- */

rt_value rt_math_atan2(rt_value y, rt_value x)
{
    double a, b;
    return rt_to_double(y, &a) && rt_to_double(x, &b) ? rt_float_new(atan2(a, b)) : 0;
}

rt_value rt_math_copysign(rt_value x, rt_value y)
{
    double a, b;
    return rt_to_double(x, &a) && rt_to_double(y, &b) ? rt_float_new(copysign(a, b)) : 0;
}

rt_value rt_math_nextafter(rt_value x, rt_value y)
{
    double a, b;
    return rt_to_double(x, &a) && rt_to_double(y, &b) ? rt_float_new(nextafter(a, b)) : 0;
}

rt_value rt_math_fmod(rt_value x, rt_value y)
{
    double a, b;
    if (!rt_to_double(x, &a) || !rt_to_double(y, &b)) return 0;
    double result = fmod(a, b);
    if (isnan(result) && !isnan(a) && !isnan(b)) return rt_math_domain_error();
    return rt_float_new(result);
}

rt_value rt_math_remainder(rt_value x, rt_value y)
{
    double a, b;
    if (!rt_to_double(x, &a) || !rt_to_double(y, &b)) return 0;
    double result = remainder(a, b);
    if (isnan(result) && !isnan(a) && !isnan(b)) return rt_math_domain_error();
    return rt_float_new(result);
}

rt_value rt_math_pow(rt_value x, rt_value y)
{
    double a, b;
    if (!rt_to_double(x, &a) || !rt_to_double(y, &b)) return 0;
    double result = pow(a, b);
    if (isfinite(a) && isfinite(b)) {
        if (isnan(result)) return rt_math_domain_error();
        if (isinf(result)) return a == 0.0 ? rt_math_domain_error() : rt_math_range_error();
    }
    return rt_float_new(result);
}

rt_value rt_math_ldexp(rt_value x, rt_value exponent)
{
    double number;
    int64_t power;
    if (!rt_to_double(x, &number)) return 0;
    if (!rt_is_int(exponent))
        return rt_raise_format(&rt_exc_TypeError, "Expected an int as second argument to ldexp.");
    if (!rt_int_word(exponent, &power)) power = rt_int_sign(exponent) < 0 ? -100000 : 100000;
    if (power > 100000) power = 100000;
    if (power < -100000) power = -100000;
    double result = ldexp(number, (int)power);
    return isinf(result) && isfinite(number) ? rt_math_range_error() : rt_float_new(result);
}

/* ---- taking apart, asking -------------------------------------------------------------------- */

rt_value rt_math_frexp(rt_value x)
{
    double number;
    int exponent = 0;
    if (!rt_to_double(x, &number)) return 0;
    if (isfinite(number)) number = frexp(number, &exponent);
    rt_value items[2] = {rt_float_new(number), RT_INT(exponent)};
    return rt_tuple_of(2, items);
}

rt_value rt_math_modf(rt_value x)
{
    double number, whole;
    if (!rt_to_double(x, &number)) return 0;
    double fraction = modf(number, &whole);
    rt_value items[2] = {rt_float_new(fraction), rt_float_new(whole)};
    return rt_tuple_of(2, items);
}

rt_value rt_math_ulp(rt_value x)
{
    double number;
    if (!rt_to_double(x, &number)) return 0;
    number = fabs(number);
    if (!isfinite(number)) return rt_float_new(number);
    double above = nextafter(number, HUGE_VAL);
    return rt_float_new(isinf(above) ? number - nextafter(number, -HUGE_VAL) : above - number);
}

rt_value rt_math_isfinite(rt_value x)
{
    double number;
    return rt_to_double(x, &number) ? rt_retained(RT_BOOL(isfinite(number))) : 0;
}

rt_value rt_math_isinf(rt_value x)
{
    double number;
    return rt_to_double(x, &number) ? rt_retained(RT_BOOL(isinf(number))) : 0;
}

rt_value rt_math_isnan(rt_value x)
{
    double number;
    return rt_to_double(x, &number) ? rt_retained(RT_BOOL(isnan(number))) : 0;
}

rt_value rt_math_isclose(rt_value a, rt_value b, rt_value rel_tol, rt_value abs_tol)
{
    double x, y, relative = 1e-9, absolute = 0.0;
    if (!rt_to_double(a, &x) || !rt_to_double(b, &y) ||
        (rel_tol && !rt_to_double(rel_tol, &relative)) ||
        (abs_tol && !rt_to_double(abs_tol, &absolute)))
        return 0;
    if (relative < 0.0 || absolute < 0.0)
        return rt_raise_format(&rt_exc_ValueError, "tolerances must be non-negative");
    if (x == y) return rt_retained(RT_TRUE);
    if (isinf(x) || isinf(y)) return rt_retained(RT_FALSE);
    double difference = fabs(y - x);
    bool close = difference <= fabs(relative * y) || difference <= fabs(relative * x) ||
                 difference <= absolute;
    return rt_retained(RT_BOOL(close));
}
