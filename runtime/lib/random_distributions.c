/* random_distributions.c: the module random: floats by distributions. Each draws from the
 * generator in the order CPython does, so that equal seeds give equal numbers. In: parameters;
 * out: floats. */
#include <math.h>
#include "lib/random.h"
#include "value/float.h"
#include "value/number.h"

static const double two_pi = 6.283185307179586;

/* An optional parameter. */
static bool parameter(rt_value v, double *out)
{
    return !v || rt_to_double(v, out);
}

rt_value rt_generator_uniform(rt_value self, rt_value a, rt_value b)
{
    double low, high;
    if (!rt_to_double(a, &low) || !rt_to_double(b, &high)) return 0;
    return rt_float_new(low + (high - low) * rt_random_double(self));
}

rt_value rt_generator_triangular(rt_value self, rt_value low, rt_value high, rt_value mode)
{
    double a = 0.0, b = 1.0, peak = 0.0, c = 0.5;
    bool has_mode = mode && mode != RT_NONE;
    if (!parameter(low, &a) || !parameter(high, &b) || (has_mode && !rt_to_double(mode, &peak)))
        return 0;
    double u = rt_random_double(self);
    if (has_mode) {
        if (b == a) return rt_float_new(a);
        c = (peak - a) / (b - a);
    }
    if (u > c) {
        u = 1.0 - u;
        c = 1.0 - c;
        double swapped = a;
        a = b;
        b = swapped;
    }
    return rt_float_new(a + (b - a) * sqrt(u * c));
}

/* Kinderman and Monahan's ratio of uniform deviates. */
static double normal(rt_value self)
{
    const double magic = 4.0 * exp(-0.5) / sqrt(2.0);
    for (;;) {
        double u1 = rt_random_double(self), u2 = 1.0 - rt_random_double(self);
        double z = magic * (u1 - 0.5) / u2;
        if (z * z / 4.0 <= -log(u2)) return z;
    }
}

rt_value rt_generator_normalvariate(rt_value self, rt_value mu, rt_value sigma)
{
    double mean = 0.0, deviation = 1.0;
    if (!parameter(mu, &mean) || !parameter(sigma, &deviation)) return 0;
    return rt_float_new(mean + normal(self) * deviation);
}

rt_value rt_generator_lognormvariate(rt_value self, rt_value mu, rt_value sigma)
{
    double mean, deviation;
    if (!rt_to_double(mu, &mean) || !rt_to_double(sigma, &deviation)) return 0;
    double result = exp(mean + normal(self) * deviation);
    return isinf(result) ? rt_raise_format(&rt_exc_OverflowError, "math range error")
                         : rt_float_new(result);
}

/* The polar pair of Box and Muller: the second is kept for the next call. */
rt_value rt_generator_gauss(rt_value self, rt_value mu, rt_value sigma)
{
    rt_random *random = (rt_random *)self;
    double mean = 0.0, deviation = 1.0, z = random->next_gauss;
    if (!parameter(mu, &mean) || !parameter(sigma, &deviation)) return 0;
    if (!random->has_next) {
        double angle = rt_random_double(self) * two_pi;
        double radius = sqrt(-2.0 * log(1.0 - rt_random_double(self)));
        z = cos(angle) * radius;
        random->next_gauss = sin(angle) * radius;
    }
    random->has_next = !random->has_next;
    return rt_float_new(mean + z * deviation);
}

rt_value rt_generator_expovariate(rt_value self, rt_value lambd)
{
    double rate;
    if (!rt_to_double(lambd, &rate)) return 0;
    double drawn = -log(1.0 - rt_random_double(self));
    if (rate == 0.0) return rt_raise_format(&rt_exc_ZeroDivisionError, "float division by zero");
    return rt_float_new(drawn / rate);
}

/* By rejection from a wrapped distribution (Best and Fisher). */
rt_value rt_generator_vonmisesvariate(rt_value self, rt_value mu, rt_value kappa)
{
    double mean, concentration, z;
    if (!rt_to_double(mu, &mean) || !rt_to_double(kappa, &concentration)) return 0;
    if (concentration <= 1e-6) return rt_float_new(two_pi * rt_random_double(self));
    double s = 0.5 / concentration, r = s + sqrt(1.0 + s * s);
    for (;;) {
        z = cos(3.141592653589793 * rt_random_double(self));
        double d = z / (r + z), u = rt_random_double(self);
        if (u < 1.0 - d * d || u <= (1.0 - d) * exp(d)) break;
    }
    double q = 1.0 / r, f = (q + z) / (1.0 + q * z), angle = acos(f), modulo;
    double sum = rt_random_double(self) > 0.5 ? mean + angle : mean - angle;
    rt_double_floor_divide(sum, two_pi, &modulo);
    return rt_float_new(modulo);
}

/* ---- gamma and what is made of it ------------------------------------------------------------ */

/* Cheng's rejection, for alpha > 1. */
static double gamma_large(rt_value self, double alpha)
{
    const double log4 = log(4.0), magic = 1.0 + log(4.5);
    double a = sqrt(2.0 * alpha - 1.0), b = alpha - log4, c = alpha + a;
    for (;;) {
        double u1 = rt_random_double(self);
        if (!(1e-7 < u1 && u1 < 0.9999999)) continue;
        double u2 = 1.0 - rt_random_double(self);
        double v = log(u1 / (1.0 - u1)) / a, x = alpha * exp(v);
        double z = u1 * u1 * u2, r = b + c * v - x;
        if (r + magic - 4.5 * z >= 0.0 || r >= log(z)) return x;
    }
}

/* Ahrens and Dieter's algorithm GS, for 0 < alpha < 1. */
static double gamma_small(rt_value self, double alpha)
{
    const double e = 2.718281828459045;
    for (;;) {
        double u = rt_random_double(self), b = (e + alpha) / e, p = b * u;
        double x = p <= 1.0 ? pow(p, 1.0 / alpha) : -log((b - p) / alpha);
        double u1 = rt_random_double(self);
        if (p > 1.0 ? u1 <= pow(x, alpha - 1.0) : u1 <= exp(-x)) return x;
    }
}

static bool gamma_variate(rt_value self, double alpha, double beta, double *out)
{
    if (alpha <= 0.0 || beta <= 0.0) {
        rt_raise_format(&rt_exc_ValueError, "gammavariate: alpha and beta must be > 0.0");
        return false;
    }
    if (alpha > 1.0)
        *out = gamma_large(self, alpha) * beta;
    else if (alpha == 1.0)
        *out = -log(1.0 - rt_random_double(self)) * beta;
    else
        *out = gamma_small(self, alpha) * beta;
    return true;
}

rt_value rt_generator_gammavariate(rt_value self, rt_value alpha, rt_value beta)
{
    double shape, scale, result;
    if (!rt_to_double(alpha, &shape) || !rt_to_double(beta, &scale)) return 0;
    return gamma_variate(self, shape, scale, &result) ? rt_float_new(result) : 0;
}

rt_value rt_generator_betavariate(rt_value self, rt_value alpha, rt_value beta)
{
    double a, b, y, z;
    if (!rt_to_double(alpha, &a) || !rt_to_double(beta, &b) || !gamma_variate(self, a, 1.0, &y))
        return 0;
    if (y == 0.0) return rt_float_new(0.0);
    return gamma_variate(self, b, 1.0, &z) ? rt_float_new(y / (y + z)) : 0;
}

rt_value rt_generator_paretovariate(rt_value self, rt_value alpha)
{
    double shape;
    if (!rt_to_double(alpha, &shape)) return 0;
    double u = 1.0 - rt_random_double(self);
    if (shape == 0.0) return rt_raise_format(&rt_exc_ZeroDivisionError, "float division by zero");
    return rt_float_new(pow(u, -1.0 / shape));
}

rt_value rt_generator_weibullvariate(rt_value self, rt_value alpha, rt_value beta)
{
    double scale, shape;
    if (!rt_to_double(alpha, &scale) || !rt_to_double(beta, &shape)) return 0;
    double u = 1.0 - rt_random_double(self);
    if (shape == 0.0) return rt_raise_format(&rt_exc_ZeroDivisionError, "float division by zero");
    return rt_float_new(scale * pow(-log(u), 1.0 / shape));
}
