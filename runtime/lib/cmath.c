/* cmath.c: the module cmath: functions of complex numbers. In: numbers; out: complex numbers, or
 * ValueError "math domain error" and OverflowError "math range error".
 *
 * Finite numbers go through formulas of real functions, which give the digits that CPython
 * gives; the C library's own complex functions round otherwise. Of infinities and nans the C
 * standard (annex G) says what comes out, and the C library is asked. The branch cuts are those
 * of W. Kahan, "Branch cuts for complex elementary functions". */
#include <complex.h>
#include <errno.h>
#include <float.h>
#include <math.h>
#include "lib/math.h"
#include "value/complex.h"
#include "value/number.h"

typedef double complex number;

/* Above `large` squares overflow; above `log_large` cosh and exp do. */
static const double large = DBL_MAX / 4.0, log_large = 708.3964185322641;
static const double ln_2 = 0.6931471805599453, ln_10 = 2.302585092994046;
static const double half_pi = 1.5707963267948966;

static bool is_finite(number z)
{
    return isfinite(creal(z)) && isfinite(cimag(z));
}

static bool is_large(number z)
{
    return fabs(creal(z)) > large || fabs(cimag(z)) > large;
}

/* log(abs(2 z)) where abs(z) itself overflows. */
static double log_of_large(number z)
{
    return log(hypot(creal(z) / 2.0, cimag(z) / 2.0)) + ln_2 * 2.0;
}

static number by_i(number z)
{
    return CMPLX(-cimag(z), creal(z));
}

static number by_minus_i(number z)
{
    return CMPLX(cimag(z), -creal(z));
}

/* ---- roots, exponentials, logarithms --------------------------------------------------------- */

/* The root of the larger part first, scaled so that neither too large nor denormal numbers lose
 * anything. */
static number root(number z)
{
    double x = creal(z), y = cimag(z), ax = fabs(x), ay = fabs(y), s;
    if (x == 0.0 && y == 0.0) return CMPLX(0.0, y);
    if (ax < DBL_MIN && ay < DBL_MIN) {
        const int up = DBL_MANT_DIG / 2 * 2 + 1, down = -(up + 1) / 2;
        ax = ldexp(ax, up);
        s = ldexp(sqrt(ax + hypot(ax, ldexp(ay, up))), down);
    } else {
        ax /= 8.0;
        s = 2.0 * sqrt(ax + hypot(ax, ay / 8.0));
    }
    double d = ay / (2.0 * s);
    return x >= 0.0 ? CMPLX(s, copysign(d, y)) : CMPLX(d, copysign(s, y));
}

static number exponential(number z)
{
    double x = creal(z), y = cimag(z);
    if (x <= log_large) return CMPLX(exp(x) * cos(y), exp(x) * sin(y));
    double below = exp(x - 1.0);
    return CMPLX(below * cos(y) * M_E, below * sin(y) * M_E);
}

/* log(abs(z)): near 1 through log1p, where the logarithm would lose digits. */
static double log_of_length(number z)
{
    double ax = fabs(creal(z)), ay = fabs(cimag(z));
    if (is_large(z)) return log(hypot(ax / 2.0, ay / 2.0)) + ln_2;
    if (ax < DBL_MIN && ay < DBL_MIN) {
        double scaled = hypot(ldexp(ax, DBL_MANT_DIG), ldexp(ay, DBL_MANT_DIG));
        return log(scaled) - DBL_MANT_DIG * ln_2;
    }
    double length = hypot(ax, ay);
    if (length < 0.71 || length > 1.73) return log(length);
    double most = fmax(ax, ay), least = fmin(ax, ay);
    return log1p((most - 1.0) * (most + 1.0) + least * least) / 2.0;
}

static number logarithm(number z)
{
    number result = CMPLX(log_of_length(z), atan2(cimag(z), creal(z)));
    if (z == 0.0) errno = EDOM;
    return result;
}

/* ---- hyperbolic functions; the circular ones are these of i z
 * --------------------------------- */

static number cosine_h(number z)
{
    double x = creal(z), y = cimag(z);
    if (fabs(x) <= log_large) return CMPLX(cos(y) * cosh(x), sin(y) * sinh(x));
    double below = x - copysign(1.0, x);
    return CMPLX(cos(y) * cosh(below) * M_E, sin(y) * sinh(below) * M_E);
}

static number sine_h(number z)
{
    double x = creal(z), y = cimag(z);
    if (fabs(x) <= log_large) return CMPLX(cos(y) * sinh(x), sin(y) * cosh(x));
    double below = x - copysign(1.0, x);
    return CMPLX(cos(y) * sinh(below) * M_E, sin(y) * cosh(below) * M_E);
}

static number tangent_h(number z)
{
    double x = creal(z), y = cimag(z);
    if (fabs(x) > log_large)
        return CMPLX(copysign(1.0, x), 4.0 * sin(y) * cos(y) * exp(-2.0 * fabs(x)));
    double tx = tanh(x), ty = tan(y), cx = 1.0 / cosh(x), both = tx * ty;
    double scale = 1.0 + both * both;
    return CMPLX(tx * (1.0 + ty * ty) / scale, ty / scale * cx * cx);
}

static number cosine(number z)
{
    return cosine_h(by_i(z));
}

static number sine(number z)
{
    return by_minus_i(sine_h(by_i(z)));
}

static number tangent(number z)
{
    return by_minus_i(tangent_h(by_i(z)));
}

/* ---- their inverses
 * --------------------------------------------------------------------------- */

static number arc_cosine(number z)
{
    double x = creal(z), y = cimag(z);
    if (is_large(z)) return CMPLX(atan2(fabs(y), x), copysign(log_of_large(z), -y));
    number a = root(CMPLX(1.0 - x, -y)), b = root(CMPLX(1.0 + x, y));
    return CMPLX(2.0 * atan2(creal(a), creal(b)), asinh(creal(b) * cimag(a) - cimag(b) * creal(a)));
}

static number arc_cosine_h(number z)
{
    double x = creal(z), y = cimag(z);
    if (is_large(z)) return CMPLX(log_of_large(z), atan2(y, x));
    number a = root(CMPLX(x - 1.0, y)), b = root(CMPLX(x + 1.0, y));
    return CMPLX(asinh(creal(a) * creal(b) + cimag(a) * cimag(b)), 2.0 * atan2(cimag(a), creal(b)));
}

static number arc_sine_h(number z)
{
    double x = creal(z), y = cimag(z);
    if (is_large(z)) return CMPLX(copysign(log_of_large(z), x), atan2(y, fabs(x)));
    number a = root(CMPLX(1.0 + y, -x)), b = root(CMPLX(1.0 - y, x));
    return CMPLX(asinh(creal(a) * cimag(b) - creal(b) * cimag(a)),
                 atan2(y, creal(a) * creal(b) - cimag(a) * cimag(b)));
}

static number arc_sine(number z)
{
    return by_minus_i(arc_sine_h(by_i(z)));
}

/* Of a number with x >= 0; odd, so that the rest follows. */
static number arc_tangent_h_right(number z)
{
    double x = creal(z), y = cimag(z), ay = fabs(y);
    if (x > sqrt(large) || ay > sqrt(large)) {
        double half = hypot(x / 2.0, y / 2.0);
        return CMPLX(x / 4.0 / half / half, -copysign(half_pi, -y));
    }
    if (x == 1.0 && ay < sqrt(DBL_MIN)) {
        if (ay == 0.0) {
            errno = EDOM;
            return CMPLX(INFINITY, y);
        }
        return CMPLX(-log(sqrt(ay) / sqrt(hypot(ay, 2.0))), copysign(atan2(2.0, -ay) / 2.0, y));
    }
    return CMPLX(log1p(4.0 * x / ((1.0 - x) * (1.0 - x) + ay * ay)) / 4.0,
                 -atan2(-2.0 * y, (1.0 - x) * (1.0 + x) - ay * ay) / 2.0);
}

static number arc_tangent_h(number z)
{
    return signbit(creal(z)) ? -arc_tangent_h_right(-z) : arc_tangent_h_right(z);
}

static number arc_tangent(number z)
{
    return by_minus_i(arc_tangent_h(by_i(z)));
}

/* ---- what programs call
 * ------------------------------------------------------------------------ */

typedef number function(number z);

static bool to_number(rt_value v, number *out)
{
    double real, imag;
    if (!rt_to_complex(v, &real, &imag)) return false;
    *out = CMPLX(real, imag);
    return true;
}

static rt_value from_number(number z)
{
    return rt_complex_new(creal(z), cimag(z));
}

/* Whether the direction of a number counts that is infinitely far around: of nothing but nan and
 * 0. */
static bool turns_endlessly(double angle, double length)
{
    return isinf(angle) && !isnan(length) && length != 0.0;
}

static bool never(number z)
{
    (void)z;
    return false;
}

static bool endless_exponential(number z)
{
    return turns_endlessly(cimag(z), creal(z) == -INFINITY ? 0.0 : 1.0) && !isnan(creal(z));
}

static bool endless_hyperbola(number z)
{
    return isinf(cimag(z)) && !isnan(creal(z));
}

static bool endless_circle(number z)
{
    return endless_hyperbola(by_i(z));
}

static bool endless_tangent_h(number z)
{
    return isinf(cimag(z)) && isfinite(creal(z));
}

static bool endless_tangent(number z)
{
    return endless_tangent_h(by_i(z));
}

/* A function of one number: by its formula where that is finite, as the C library has it elsewhere;
 * `undefined`: of which of the others is it a domain error. */
static rt_value apply(rt_value v, function *formula, function *special, bool (*undefined)(number))
{
    number z;
    if (!to_number(v, &z)) return 0;
    if (!is_finite(z)) return undefined(z) ? rt_math_domain_error() : from_number(special(z));
    errno = 0;
    number result = formula(z);
    if (errno == EDOM) return rt_math_domain_error();
    if (!is_finite(result)) return rt_math_range_error();
    return from_number(result);
}

#define CMATH_FUNCTION(name, formula, special, undefined)                                          \
    rt_value rt_cmath_##name(rt_value z)                                                           \
    {                                                                                              \
        return apply(z, formula, special, undefined);                                              \
    }
CMATH_FUNCTION(acos, arc_cosine, cacos, never)
CMATH_FUNCTION(acosh, arc_cosine_h, cacosh, never)
CMATH_FUNCTION(asin, arc_sine, casin, never)
CMATH_FUNCTION(asinh, arc_sine_h, casinh, never)
CMATH_FUNCTION(atan, arc_tangent, catan, never)
CMATH_FUNCTION(atanh, arc_tangent_h, catanh, never)
CMATH_FUNCTION(cos, cosine, ccos, endless_circle)
CMATH_FUNCTION(cosh, cosine_h, ccosh, endless_hyperbola)
CMATH_FUNCTION(exp, exponential, cexp, endless_exponential)
CMATH_FUNCTION(sin, sine, csin, endless_circle)
CMATH_FUNCTION(sinh, sine_h, csinh, endless_hyperbola)
CMATH_FUNCTION(sqrt, root, csqrt, never)
CMATH_FUNCTION(tan, tangent, ctan, endless_tangent)
CMATH_FUNCTION(tanh, tangent_h, ctanh, endless_tangent_h)

rt_value rt_cmath_log(rt_value z, rt_value base)
{
    rt_value result = apply(z, logarithm, clog, never);
    if (!result || !base) return result;
    rt_value divisor = apply(base, logarithm, clog, never);
    rt_value quotient = 0;
    if (divisor && RT_COMPLEX(divisor)->real == 0.0 && RT_COMPLEX(divisor)->imag == 0.0)
        rt_math_domain_error();
    else if (divisor)
        quotient = rt_binary(RT_TRUEDIV, result, divisor);
    RT_RELEASE(result);
    RT_RELEASE_OPT(divisor);
    return quotient;
}

rt_value rt_cmath_log10(rt_value z)
{
    rt_value result = apply(z, logarithm, clog, never);
    if (!result) return 0;
    rt_complex *natural = RT_COMPLEX(result);
    natural->real /= ln_10;
    natural->imag /= ln_10;
    return result;
}

/* ---- polar coordinates
 * -------------------------------------------------------------------------- */

/* An angle that is too small for a double is an error, as CPython has it. */
rt_value rt_cmath_phase(rt_value v)
{
    number z;
    if (!to_number(v, &z)) return 0;
    errno = 0;
    double angle = atan2(cimag(z), creal(z));
    return errno == ERANGE ? rt_math_range_error() : rt_float_new(angle);
}

rt_value rt_cmath_polar(rt_value v)
{
    number z;
    if (!to_number(v, &z)) return 0;
    double length = hypot(creal(z), cimag(z));
    if (isinf(length) && is_finite(z)) return rt_math_range_error();
    rt_value parts[] = {rt_float_new(length), rt_float_new(atan2(cimag(z), creal(z)))};
    return rt_tuple_of(2, parts);
}

static number polar_product(double length, double angle)
{
    if (angle == 0.0 && isfinite(length)) return CMPLX(length, length * angle);
    if (angle == 0.0)
        return CMPLX(length, isnan(length) ? 0.0 : copysign(0.0, length) * copysign(1.0, angle));
    if (!isinf(length)) return CMPLX(length * cos(angle), length * sin(angle));
    if (isnan(angle)) return CMPLX(INFINITY, NAN);
    return CMPLX(copysign(INFINITY, length * cos(angle)), copysign(INFINITY, length * sin(angle)));
}

rt_value rt_cmath_rect(rt_value r, rt_value phi)
{
    double length, angle;
    if (!rt_to_double(r, &length) || !rt_to_double(phi, &angle)) return 0;
    if (turns_endlessly(angle, length)) return rt_math_domain_error();
    if (length == 0.0 && !isfinite(angle)) length = angle = 0.0;
    return from_number(polar_product(length, angle));
}

/* ---- questions
 * ----------------------------------------------------------------------------------- */

rt_value rt_cmath_isfinite(rt_value v)
{
    number z;
    return to_number(v, &z) ? rt_retained(RT_BOOL(is_finite(z))) : 0;
}

rt_value rt_cmath_isinf(rt_value v)
{
    number z;
    return to_number(v, &z) ? rt_retained(RT_BOOL(isinf(creal(z)) || isinf(cimag(z)))) : 0;
}

rt_value rt_cmath_isnan(rt_value v)
{
    number z;
    return to_number(v, &z) ? rt_retained(RT_BOOL(isnan(creal(z)) || isnan(cimag(z)))) : 0;
}

rt_value rt_cmath_isclose(rt_value a, rt_value b, rt_value rel_tol, rt_value abs_tol)
{
    number x, y;
    double relative = 1e-9, absolute = 0.0;
    if (!to_number(a, &x) || !to_number(b, &y) || (rel_tol && !rt_to_double(rel_tol, &relative)) ||
        (abs_tol && !rt_to_double(abs_tol, &absolute)))
        return 0;
    if (relative < 0.0 || absolute < 0.0)
        return rt_raise_format(&rt_exc_ValueError, "tolerances must be non-negative");
    if (x == y) return rt_retained(RT_TRUE);
    if (isinf(creal(x)) || isinf(cimag(x)) || isinf(creal(y)) || isinf(cimag(y)))
        return rt_retained(RT_FALSE);
    double difference = cabs(x - y);
    bool close = difference <= relative * cabs(y) || difference <= relative * cabs(x) ||
                 difference <= absolute;
    return rt_retained(RT_BOOL(close));
}
