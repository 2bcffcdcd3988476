/* math_int.c: the module math: functions of ints. In: ints and what has __index__; out: ints of
 * any size. */
#include <math.h>
#include "lib/math.h"
#include "value/float.h"
#include "value/int.h"
#include "value/number.h"

/* ---- rounding -------------------------------------------------------------------------------- */

/* By the special method, or else through a float. */
static rt_value round_by(rt_value x, rt_value method_name, double function(double))
{
    if (RT_IS_INT(x)) return x;
    if (RT_TYPE(x) == &rt_float_type) return rt_int_from_double(function(RT_FLOAT(x)));
    rt_value method = rt_special(x, method_name);
    if (method) {
        rt_value result = rt_call(method, 0, NULL);
        RT_RELEASE(method);
        return result;
    }
    double number;
    if (RT_RAISED() || !rt_to_double(x, &number)) return 0;
    return rt_int_from_double(function(number));
}

rt_value rt_math_ceil(rt_value x)
{
    return round_by(x, RT_NAME("__ceil__"), ceil);
}

rt_value rt_math_floor(rt_value x)
{
    return round_by(x, RT_NAME("__floor__"), floor);
}

rt_value rt_math_trunc(rt_value x)
{
    if (RT_IS_INT(x)) return x;
    rt_value method = rt_special(x, RT_NAME("__trunc__"));
    if (!method)
        return RT_RAISED() ? 0
                           : rt_raise_format(&rt_exc_TypeError,
                                             "type %T doesn't define __trunc__ method", x);
    rt_value result = rt_call(method, 0, NULL);
    RT_RELEASE(method);
    return result;
}

/* ---- divisors -------------------------------------------------------------------------------- */

static int64_t word_gcd(int64_t a, int64_t b)
{
    while (b) {
        int64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

typedef mp_err mp_binary_fn(const mp_int *a, const mp_int *b, mp_int *out);

static rt_value big_operation(mp_binary_fn *operation, rt_value a, rt_value b)
{
    rt_int_room room_a, room_b;
    mp_int result;
    mp_err error = mp_init(&result);
    if (error == MP_OKAY)
        error = operation(rt_int_view(a, &room_a), rt_int_view(b, &room_b), &result);
    return rt_int_take(error, &result);
}

static rt_value gcd(rt_value a, rt_value b)
{
    if (RT_BOTH_INT(a, b)) return rt_int_new(word_gcd(RT_INT_VALUE(a), RT_INT_VALUE(b)));
    return big_operation(mp_gcd, a, b);
}

static rt_value lcm(rt_value a, rt_value b)
{
    if (rt_int_sign(a) == 0 || rt_int_sign(b) == 0) return RT_INT(0);
    return big_operation(mp_lcm, a, b);
}

/* Folds the ints of a tuple, from `start` on. */
static rt_value fold(rt_value integers, rt_value start, rt_value operation(rt_value, rt_value))
{
    rt_value result = start;
    for (int64_t i = 0, count = rt_length(integers); result && i < count; i++) {
        rt_value item = rt_tuple_item(integers, (uint32_t)i), number = rt_int_index(item);
        rt_value next = number ? operation(result, number) : 0;
        RT_RELEASE(item);
        RT_RELEASE_OPT(number);
        RT_RELEASE(result);
        result = next;
    }
    return result;
}

rt_value rt_math_gcd(rt_value integers)
{
    return fold(integers, RT_INT(0), gcd);
}

rt_value rt_math_lcm(rt_value integers)
{
    return fold(integers, RT_INT(1), lcm);
}

/* ---- factorials ------------------------------------------------------------------------------ */

/* first * (first + 1) * ... * last by halves, so that the factors stay of like size. */
static rt_value product_of_range(int64_t first, int64_t last)
{
    if (first > last) return RT_INT(1);
    if (first == last) return rt_int_new(first);
    int64_t middle = first + (last - first) / 2;
    rt_value low = product_of_range(first, middle);
    rt_value high = low ? product_of_range(middle + 1, last) : 0;
    rt_value product = high ? rt_int_binary(RT_MUL, low, high) : 0;
    RT_RELEASE_OPT(low);
    RT_RELEASE_OPT(high);
    return product;
}

rt_value rt_math_factorial(rt_value n)
{
    rt_value number = rt_int_index(n);
    int64_t word;
    if (!number) return 0;
    int sign = rt_int_sign(number);
    bool fits = rt_int_word(number, &word);
    RT_RELEASE(number);
    if (sign < 0)
        return rt_raise_format(&rt_exc_ValueError, "factorial() not defined for negative values");
    if (!fits)
        return rt_raise_format(&rt_exc_OverflowError, "factorial() argument should not exceed %ld",
                               INT64_MAX);
    return product_of_range(2, word);
}

/* An argument of comb() and perm() must not be negative. */
static bool check_count(rt_value number, char name)
{
    if (rt_int_sign(number) >= 0) return true;
    rt_raise_format(&rt_exc_ValueError, "%c must be a non-negative integer", name);
    return false;
}

/* n * (n - 1) * ... of k factors, divided by k! at each step where asked to: stays an int
 * throughout. */
static rt_value falling_product(rt_value n, int64_t k, bool divided)
{
    rt_value result = RT_INT(1);
    for (int64_t i = 0; result && i < k; i++) {
        rt_value factor = rt_int_binary(RT_SUB, n, RT_INT(i));
        rt_value product = factor ? rt_int_binary(RT_MUL, result, factor) : 0;
        RT_RELEASE_OPT(factor);
        RT_RELEASE(result);
        result = product;
        if (result && divided) {
            rt_value quotient = rt_int_binary(RT_FLOORDIV, result, RT_INT(i + 1));
            RT_RELEASE(result);
            result = quotient;
        }
    }
    return result;
}

static rt_value choose(rt_value n, rt_value k, bool divided)
{
    int64_t count;
    if (rt_int_compare(k, n) > 0) return RT_INT(0);
    rt_value rest = divided ? rt_int_binary(RT_SUB, n, k) : 0;
    rt_value fewer = rest && rt_int_compare(rest, k) < 0 ? rest : k;
    bool fits = rt_int_word(fewer, &count);
    RT_RELEASE_OPT(rest);
    if (!fits)
        return rt_raise_format(
            &rt_exc_OverflowError,
            divided ? "min(n - k, k) must not exceed %ld" : "k must not exceed %ld", INT64_MAX);
    return falling_product(n, count, divided);
}

static rt_value combine(rt_value n, rt_value k, bool divided)
{
    rt_value total = rt_int_index(n), chosen = total ? rt_int_index(k) : 0, result = 0;
    if (chosen && check_count(total, 'n') && check_count(chosen, 'k'))
        result = choose(total, chosen, divided);
    RT_RELEASE_OPT(total);
    RT_RELEASE_OPT(chosen);
    return result;
}

rt_value rt_math_comb(rt_value n, rt_value k)
{
    return combine(n, k, true);
}

rt_value rt_math_perm(rt_value n, rt_value k)
{
    return !k || k == RT_NONE ? rt_math_factorial(n) : combine(n, k, false);
}

/* ---- roots and products ---------------------------------------------------------------------- */

rt_value rt_math_isqrt(rt_value n)
{
    rt_value number = rt_int_index(n);
    if (!number) return 0;
    if (rt_int_sign(number) < 0) {
        RT_RELEASE(number);
        return rt_raise_format(&rt_exc_ValueError, "isqrt() argument must be nonnegative");
    }
    rt_int_room room;
    mp_int root;
    mp_err error = mp_init(&root);
    if (error == MP_OKAY) error = mp_sqrt(rt_int_view(number, &room), &root);
    RT_RELEASE(number);
    return rt_int_take(error, &root);
}

rt_value rt_math_prod(rt_value iterable, rt_value start)
{
    rt_value iterator = rt_iter(iterable), item;
    if (!iterator) return 0;
    rt_value result = start ? rt_retained(start) : RT_INT(1);
    while (result && (item = rt_next(iterator))) {
        rt_value product = rt_binary(RT_MUL, result, item);
        RT_RELEASE(item);
        RT_RELEASE(result);
        result = product;
    }
    RT_RELEASE(iterator);
    if (result && RT_RAISED()) {
        RT_RELEASE(result);
        return 0;
    }
    return result;
}
