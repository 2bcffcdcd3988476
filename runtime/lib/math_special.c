/* math_special.c: the module math: gamma functions and exact sums. The gamma function follows
 * Lanczos' approximation with the coefficients of Boost's lanczos13m53; norms square in split
 * halves and correct the root once; fsum keeps Shewchuk's partial sums. In: real numbers; out:
 * floats. */
#include <float.h>
#include <math.h>
#include <stdlib.h>
#include "lib/math.h"
#include "value/float.h"
#include "value/number.h"

static const double pi = 3.141592653589793;

/* ---- gamma ----------------------------------------------------------------------------------- */

enum { LANCZOS_TERMS = 13 };
static const double lanczos_g = 6.024680040776729583740234375;
static const double lanczos_g_minus_half = 5.524680040776729583740234375;
static const double lanczos_numerator[LANCZOS_TERMS] = {
    23531376880.41076,  42919803642.6491,   35711959237.35567,  17921034426.03721,
    6039542586.352028,  1439720407.3117216, 248874557.86205417, 31426415.585400194,
    2876370.6289353725, 186056.26539522348, 8071.672002365816,  210.82427775157936,
    2.5066282746310002,
};
static const double lanczos_denominator[LANCZOS_TERMS] = {
    0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0,
};

/* A quotient of polynomials in x; large x are put in as 1/x, so that nothing overflows. */
static double lanczos_sum(double x)
{
    double numerator = 0.0, denominator = 0.0;
    if (x < 5.0) {
        for (int i = LANCZOS_TERMS - 1; i >= 0; i--) {
            numerator = numerator * x + lanczos_numerator[i];
            denominator = denominator * x + lanczos_denominator[i];
        }
    } else {
        for (int i = 0; i < LANCZOS_TERMS; i++) {
            numerator = numerator / x + lanczos_numerator[i];
            denominator = denominator / x + lanczos_denominator[i];
        }
    }
    return numerator / denominator;
}

/* sin(pi * x), exact where it should be. */
static double sin_pi(double x)
{
    double y = fmod(fabs(x), 2.0), result;
    switch ((int)round(2.0 * y)) {
    case 0: result = sin(pi * y); break;
    case 1: result = cos(pi * (y - 0.5)); break;
    case 2: result = sin(pi * (1.0 - y)); break; /* not pi * (y - 1): the sign of zero */
    case 3: result = -cos(pi * (y - 1.5)); break;
    default: result = sin(pi * (y - 2.0)); break;
    }
    return copysign(1.0, x) * result;
}

/* Of a non-integral x with 1e-20 <= |x| <= 200. */
static double gamma_inside(double x)
{
    double size = fabs(x), y = size + lanczos_g_minus_half, rest, result;
    /* what the sum y lost in rounding is made up for below */
    if (size > lanczos_g_minus_half)
        rest = (y - size) - lanczos_g_minus_half;
    else
        rest = (y - lanczos_g_minus_half) - size;
    rest = rest * lanczos_g / y;
    bool large = size >= 140.0;
    double power = large ? pow(y, size / 2.0 - 0.25) : pow(y, size - 0.5);
    if (x < 0.0) {
        result = -pi / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        result -= rest * result;
        return large ? result / power / power : result / power;
    }
    result = lanczos_sum(size) / exp(y);
    result += rest * result;
    return large ? result * power * power : result * power;
}

static double factorial_below(int n)
{
    double product = 1.0;
    for (int i = 2; i < n; i++) product *= i;
    return product;
}

rt_value rt_math_gamma(rt_value v)
{
    double x, result;
    if (!rt_to_double(v, &x)) return 0;
    if (isnan(x) || x == HUGE_VAL) return rt_float_new(x);
    if (x == 0.0 || (x < 0.0 && x == floor(x))) return rt_math_domain_error();
    if (x == floor(x) && x <= 23.0) return rt_float_new(factorial_below((int)x));
    if (fabs(x) < 1e-20)
        result = 1.0 / x;
    else if (fabs(x) > 200.0)
        result = x < 0.0 ? 0.0 / sin_pi(x) : HUGE_VAL;
    else
        result = gamma_inside(x);
    return isinf(result) ? rt_math_range_error() : rt_float_new(result);
}

rt_value rt_math_lgamma(rt_value v)
{
    double x;
    if (!rt_to_double(v, &x)) return 0;
    if (isnan(x)) return rt_float_new(x);
    if (isinf(x)) return rt_float_new(HUGE_VAL);
    if (x == floor(x) && x <= 2.0) return x <= 0.0 ? rt_math_domain_error() : rt_float_new(0.0);
    double size = fabs(x), result;
    if (size < 1e-20) return rt_float_new(-log(size));
    result = log(lanczos_sum(size)) - lanczos_g;
    result += (size - 0.5) * (log(size + lanczos_g - 0.5) - 1.0);
    if (x < 0.0) result = 1.144729885849400174 - log(fabs(sin_pi(size))) - log(size) - result;
    return isinf(result) ? rt_math_range_error() : rt_float_new(result);
}

/* ---- norms ----------------------------------------------------------------------------------- */

/* Adds to a sum that is larger than the term; gives what the addition lost in rounding. */
static double add_term(double *sum, double term)
{
    double old = *sum;
    *sum += term;
    return (old - *sum) + term;
}

typedef struct halves {
    double high, low;
} halves;

/* Veltkamp's splitting: x == high + low, each with half the bits. */
static halves split(double x)
{
    double t = x * 134217729.0;
    double high = t - (t - x);
    return (halves){high, x - high};
}

/* The root of the sum of squares of the numbers, scaled by a power of two, then corrected by what
 * its own square is off. */
static double scaled_norm(const double *numbers, uint32_t count, int exponent)
{
    double scale = ldexp(1.0, -exponent), sum = 1.0, lost1 = 0.0, lost2 = 0.0, lost3 = 0.0;
    for (uint32_t i = 0; i < count; i++) {
        halves x = split(numbers[i] * scale);
        lost1 += add_term(&sum, x.high * x.high);
        lost2 += add_term(&sum, 2.0 * x.high * x.low);
        lost3 += x.low * x.low;
    }
    double root = sqrt(sum - 1.0 + (lost1 + lost2 + lost3));
    halves h = split(root);
    lost1 += add_term(&sum, -h.high * h.high);
    lost2 += add_term(&sum, -2.0 * h.high * h.low);
    lost3 += add_term(&sum, -h.low * h.low);
    double error = sum - 1.0 + (lost1 + lost2 + lost3);
    return (root + error / (2.0 * root)) / scale;
}

/* `numbers` are magnitudes. */
static double norm(const double *numbers, uint32_t count)
{
    double largest = 0.0;
    bool nan_found = false;
    for (uint32_t i = 0; i < count; i++) {
        nan_found |= isnan(numbers[i]);
        if (numbers[i] > largest) largest = numbers[i];
    }
    if (isinf(largest)) return largest;
    if (nan_found) return NAN;
    if (largest == 0.0 || count <= 1) return largest;
    int exponent;
    frexp(largest, &exponent);
    if (exponent >= -1023) return scaled_norm(numbers, count, exponent);
    double sum = 1.0, lost = 0.0; /* subnormal: the power of two would overflow */
    for (uint32_t i = 0; i < count; i++) {
        double x = numbers[i] / largest;
        lost += add_term(&sum, x * x);
    }
    return largest * sqrt(sum - 1.0 + lost);
}

/* Item i of a tuple as a double. */
static bool item_to_double(rt_value tuple, uint32_t i, double *out)
{
    rt_value item = rt_tuple_item(tuple, i);
    bool converted = rt_to_double(item, out);
    RT_RELEASE(item);
    return converted;
}

rt_value rt_math_hypot(rt_value coordinates)
{
    uint32_t count = (uint32_t)rt_length(coordinates);
    double *numbers = rt_alloc((count + 1) * sizeof *numbers);
    bool converted = true;
    for (uint32_t i = 0; converted && i < count; i++) {
        converted = item_to_double(coordinates, i, &numbers[i]);
        if (converted) numbers[i] = fabs(numbers[i]);
    }
    rt_value result = converted ? rt_float_new(norm(numbers, count)) : 0;
    rt_free(numbers, (count + 1) * sizeof *numbers);
    return result;
}

/* A point: any iterable, as a tuple. Owned. */
static rt_value point(rt_value v)
{
    return rt_is_instance_of(v, &rt_tuple_type) ? rt_retained(v)
                                                : rt_call1((rt_value)&rt_tuple_type, v);
}

static rt_value distance(rt_value p, rt_value q)
{
    uint32_t count = (uint32_t)rt_length(p);
    if (rt_length(q) != count)
        return rt_raise_format(&rt_exc_ValueError,
                               "both points must have the same number of dimensions");
    double *numbers = rt_alloc((count + 1) * sizeof *numbers);
    bool converted = true;
    for (uint32_t i = 0; converted && i < count; i++) {
        double a, b;
        converted = item_to_double(p, i, &a) && item_to_double(q, i, &b);
        if (converted) numbers[i] = fabs(a - b);
    }
    rt_value result = converted ? rt_float_new(norm(numbers, count)) : 0;
    rt_free(numbers, (count + 1) * sizeof *numbers);
    return result;
}

rt_value rt_math_dist(rt_value p, rt_value q)
{
    rt_value a = point(p), b = a ? point(q) : 0;
    rt_value result = b ? distance(a, b) : 0;
    RT_RELEASE_OPT(a);
    RT_RELEASE_OPT(b);
    return result;
}

/* ---- fsum ------------------------------------------------------------------------------------ */

/* Partial sums that do not overlap, in increasing order: their exact sum is the sum so far. */
typedef struct partials {
    double *items;
    uint32_t count, capacity;
    double specials; /* the sum of infinities and nans */
    bool has_special, overflow;
} partials;

static void add_exactly(partials *p, double x)
{
    double original = x;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < p->count; i++) {
        double y = p->items[i];
        if (fabs(x) < fabs(y)) {
            double t = x;
            x = y;
            y = t;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0.0) p->items[kept++] = low;
        x = high;
    }
    p->count = kept;
    if (!isfinite(x)) {
        p->overflow |= isfinite(original);
        p->has_special = true;
        p->specials += original;
        p->count = 0;
        return;
    }
    if (x == 0.0) return;
    if (p->count == p->capacity) {
        uint32_t capacity = p->capacity ? p->capacity * 2 : 32;
        p->items =
            rt_realloc(p->items, p->capacity * sizeof *p->items, capacity * sizeof *p->items);
        p->capacity = capacity;
    }
    p->items[p->count++] = x;
}

/* The partial sums rounded once. */
static double round_partials(const partials *p)
{
    uint32_t i = p->count;
    if (!i) return 0.0;
    double high = p->items[--i], low = 0.0;
    while (i > 0) {
        double x = high, y = p->items[--i];
        high = x + y;
        low = y - (high - x);
        if (low != 0.0) break;
    }
    /* a tie was rounded to even by half of the answer only: the next partial decides it */
    if (i > 0 && ((low < 0.0 && p->items[i - 1] < 0.0) || (low > 0.0 && p->items[i - 1] > 0.0))) {
        double y = low * 2.0, x = high + y;
        if (y == x - high) high = x;
    }
    return high;
}

static rt_value sum_of(partials *p)
{
    if (RT_RAISED()) return 0;
    if (p->overflow) return rt_raise_format(&rt_exc_OverflowError, "intermediate overflow in fsum");
    if (!p->has_special) return rt_float_new(round_partials(p));
    if (isnan(p->specials)) return rt_raise_format(&rt_exc_ValueError, "-inf + inf in fsum");
    return rt_float_new(p->specials);
}

rt_value rt_math_fsum(rt_value seq)
{
    rt_value iterator = rt_iter(seq), item;
    if (!iterator) return 0;
    partials p = {0};
    bool nan_seen = false;
    while (!RT_RAISED() && (item = rt_next(iterator))) {
        double x;
        if (rt_to_double(item, &x)) {
            nan_seen |= isnan(x);
            add_exactly(&p, x);
        }
        RT_RELEASE(item);
    }
    RT_RELEASE(iterator);
    rt_value result = nan_seen && !RT_RAISED() && !p.overflow ? rt_float_new(NAN) : sum_of(&p);
    if (p.items) rt_free(p.items, p.capacity * sizeof *p.items);
    return result;
}
