/* int_arith.c: the operators of int. In: any ints (value/int.h); out: normalised ints, or a
 * float for `/` and negative powers. Word-sized operands are calculated in machine words; the
 * rest, and what overflows, goes to libtommath. */
#include <limits.h>
#include "value/int.h"
#include "value/number.h"

typedef mp_err mp_binary_fn(const mp_int *a, const mp_int *b, mp_int *out);

static rt_value big_binary(mp_binary_fn *operation, rt_value a, rt_value b)
{
    rt_int_room room_a, room_b;
    const mp_int *x = rt_int_view(a, &room_a), *y = rt_int_view(b, &room_b);
    mp_int result;
    int digits = (x->used > y->used ? x->used : y->used) + 1; /* what most operations need */
    mp_err error = mp_init_size(&result, operation == mp_mul ? x->used + y->used : digits);
    if (error == MP_OKAY) error = operation(x, y, &result);
    return rt_int_take(error, &result);
}

static rt_value add(rt_value a, rt_value b)
{
    int64_t x, y, sum;
    if (rt_int_word(a, &x) && rt_int_word(b, &y) && !__builtin_add_overflow(x, y, &sum))
        return rt_int_new(sum);
    return big_binary(mp_add, a, b);
}

static rt_value subtract(rt_value a, rt_value b)
{
    int64_t x, y, difference;
    if (rt_int_word(a, &x) && rt_int_word(b, &y) && !__builtin_sub_overflow(x, y, &difference))
        return rt_int_new(difference);
    return big_binary(mp_sub, a, b);
}

/* A word as one digit of libtommath: its magnitude; false where it is larger than a digit. */
static bool one_digit(int64_t word, mp_digit *magnitude)
{
    *magnitude = word < 0 ? -(uint64_t)word : (uint64_t)word;
    return *magnitude <= MP_MASK;
}

static rt_value multiply_by_digit(rt_value big, int64_t word, mp_digit magnitude)
{
    const mp_int *number = &((rt_bigint *)big)->number;
    mp_int result;
    mp_err error = mp_init_size(&result, number->used + 1);
    if (error == MP_OKAY) error = mp_mul_d(number, magnitude, &result);
    if (word < 0 && result.used) result.sign = result.sign == MP_NEG ? MP_ZPOS : MP_NEG;
    return rt_int_take(error, &result);
}

static rt_value multiply(rt_value a, rt_value b)
{
    int64_t x, y, product;
    mp_digit digit;
    bool a_is_word = rt_int_word(a, &x), b_is_word = rt_int_word(b, &y);
    if (a_is_word && b_is_word && !__builtin_mul_overflow(x, y, &product))
        return rt_int_new(product);
    if (!a_is_word && b_is_word && one_digit(y, &digit)) return multiply_by_digit(a, y, digit);
    if (a_is_word && !b_is_word && one_digit(x, &digit)) return multiply_by_digit(b, x, digit);
    return big_binary(mp_mul, a, b);
}

static rt_value bit_and(rt_value a, rt_value b)
{
    int64_t x, y;
    if (rt_int_word(a, &x) && rt_int_word(b, &y)) return rt_int_new(x & y);
    return big_binary(mp_and, a, b);
}

static rt_value bit_or(rt_value a, rt_value b)
{
    int64_t x, y;
    if (rt_int_word(a, &x) && rt_int_word(b, &y)) return rt_int_new(x | y);
    return big_binary(mp_or, a, b);
}

static rt_value bit_xor(rt_value a, rt_value b)
{
    int64_t x, y;
    if (rt_int_word(a, &x) && rt_int_word(b, &y)) return rt_int_new(x ^ y);
    return big_binary(mp_xor, a, b);
}

/* ---- division: towards minus infinity -------------------------------------------------------- */

/* libtommath truncates; one step down where the signs of divisor and remainder differ. */
static mp_err floor_divide(const mp_int *a, const mp_int *b, mp_int *quotient, mp_int *remainder)
{
    mp_err error = mp_div(a, b, quotient, remainder);
    if (error == MP_OKAY && remainder->used && remainder->sign != b->sign) {
        error = mp_decr(quotient);
        if (error == MP_OKAY) error = mp_add(remainder, b, remainder);
    }
    return error;
}

/* The same by a divisor of one digit, which is not zero. */
static rt_value divmod_by_digit(rt_value big, int64_t word, mp_digit magnitude, rt_value *remainder)
{
    const mp_int *number = &((rt_bigint *)big)->number;
    bool opposite = (number->sign == MP_NEG) != (word < 0);
    mp_int quotient;
    mp_digit rest = 0;
    mp_err error = mp_init_size(&quotient, number->used);
    if (error == MP_OKAY) error = mp_div_d(number, magnitude, &quotient, &rest);
    if (error == MP_OKAY && quotient.used) quotient.sign = opposite ? MP_NEG : MP_ZPOS;
    if (error == MP_OKAY && opposite && rest) {
        error = mp_decr(&quotient);
        rest = magnitude - rest;
    }
    *remainder = rt_int_new(word < 0 ? -(int64_t)rest : (int64_t)rest);
    return rt_int_take(error, &quotient);
}

static rt_value big_divmod(rt_value a, rt_value b, rt_value *remainder)
{
    int64_t word;
    mp_digit digit;
    if (rt_int_word(b, &word) && one_digit(word, &digit) && !rt_int_word(a, &(int64_t){0}))
        return divmod_by_digit(a, word, digit, remainder);
    rt_int_room room_a, room_b;
    mp_int quotient, rest;
    mp_err error = mp_init_multi(&quotient, &rest, NULL);
    if (error != MP_OKAY) return rt_raise_format(&rt_exc_MemoryError, "");
    error = floor_divide(rt_int_view(a, &room_a), rt_int_view(b, &room_b), &quotient, &rest);
    if (error != MP_OKAY) mp_clear(&rest);
    rt_value result = rt_int_take(error, &quotient);
    if (error == MP_OKAY) *remainder = rt_int_take(MP_OKAY, &rest);
    return result;
}

rt_value rt_int_divmod(rt_value a, rt_value b, rt_value *remainder)
{
    int64_t x, y;
    if (rt_int_sign(b) == 0)
        return rt_raise_format(&rt_exc_ZeroDivisionError, "integer division or modulo by zero");
    if (!rt_int_word(a, &x) || !rt_int_word(b, &y) || (x == INT64_MIN && y == -1))
        return big_divmod(a, b, remainder);
    int64_t quotient = x / y, rest = x % y;
    if (rest && (rest < 0) != (y < 0)) {
        quotient--;
        rest += y;
    }
    *remainder = rt_int_new(rest);
    return rt_int_new(quotient);
}

static rt_value floor_quotient(rt_value a, rt_value b)
{
    rt_value remainder, quotient = rt_int_divmod(a, b, &remainder);
    if (quotient) RT_RELEASE(remainder);
    return quotient;
}

static rt_value modulo(rt_value a, rt_value b)
{
    if (rt_int_sign(b) == 0)
        return rt_raise_format(&rt_exc_ZeroDivisionError, "integer modulo by zero");
    rt_value remainder, quotient = rt_int_divmod(a, b, &remainder);
    if (!quotient) return 0;
    RT_RELEASE(quotient);
    return remainder;
}

/* ---- shifts ---------------------------------------------------------------------------------- */

rt_value rt_int_shift_left(rt_value a, uint64_t count)
{
    int64_t word;
    if (rt_int_word(a, &word)) {
        if (word == 0) return RT_INT(0);
        uint64_t magnitude = word < 0 ? -(uint64_t)word : (uint64_t)word;
        if (count < 62 && magnitude >> (62 - count) == 0)
            return RT_INT(word * ((int64_t)1 << count));
    }
    if (count >= INT_MAX - MP_DIGIT_BIT) return rt_raise_format(&rt_exc_MemoryError, "");
    rt_int_room room;
    mp_int result;
    mp_err error = mp_init(&result);
    if (error == MP_OKAY) error = mp_mul_2d(rt_int_view(a, &room), (int)count, &result);
    return rt_int_take(error, &result);
}

rt_value rt_int_shift_right(rt_value a, uint64_t count)
{
    int64_t word;
    if (rt_int_word(a, &word)) return rt_int_new(word >> (count > 63 ? 63 : count));
    if (count >= rt_int_bit_length(a)) return RT_INT(rt_int_sign(a) < 0 ? -1 : 0);
    rt_int_room room;
    mp_int result;
    mp_err error = mp_init(&result);
    if (error == MP_OKAY) error = mp_signed_rsh(rt_int_view(a, &room), (int)count, &result);
    return rt_int_take(error, &result);
}

static rt_value shift(rt_value a, rt_value b, bool left)
{
    int64_t count;
    if (rt_int_sign(b) < 0) return rt_raise_format(&rt_exc_ValueError, "negative shift count");
    if (rt_int_word(b, &count))
        return left ? rt_int_shift_left(a, (uint64_t)count)
                    : rt_int_shift_right(a, (uint64_t)count);
    if (!left) return RT_INT(rt_int_sign(a) < 0 ? -1 : 0);
    if (rt_int_sign(a) == 0) return RT_INT(0);
    return rt_raise_format(&rt_exc_OverflowError, "too many digits in integer");
}

static rt_value shift_left(rt_value a, rt_value b)
{
    return shift(a, b, true);
}

static rt_value shift_right(rt_value a, rt_value b)
{
    return shift(a, b, false);
}

/* ---- powers ---------------------------------------------------------------------------------- */

static rt_value float_power(rt_value a, rt_value b)
{
    double x, y;
    if (!rt_int_to_double(a, &x) || !rt_int_to_double(b, &y)) return 0;
    rt_value base = rt_float_new(x), exponent = rt_float_new(y);
    rt_value result = rt_binary(RT_POW, base, exponent);
    RT_RELEASE(base);
    RT_RELEASE(exponent);
    return result;
}

static rt_value power(rt_value a, rt_value b)
{
    int64_t base, exponent;
    if (rt_int_sign(b) < 0) return float_power(a, b);
    bool word_exponent = rt_int_word(b, &exponent);
    if (rt_int_word(a, &base) && base >= -1 && base <= 1) {
        if (rt_int_sign(b) == 0) return RT_INT(1);
        rt_value low = bit_and(b, RT_INT(1));
        return base == -1 && low == RT_INT(0) ? RT_INT(1) : RT_INT(base);
    }
    if (!word_exponent || exponent > INT_MAX / 2) return rt_raise_format(&rt_exc_MemoryError, "");
    if (base == 2 && rt_int_word(a, &base)) return rt_int_shift_left(RT_INT(1), (uint64_t)exponent);
    rt_int_room room;
    mp_int result;
    mp_err error = mp_init(&result);
    if (error == MP_OKAY) error = mp_expt_u32(rt_int_view(a, &room), (uint32_t)exponent, &result);
    return rt_int_take(error, &result);
}

/* x ** n % m for words, by squaring; m > 0. */
static int64_t word_pow_mod(int64_t x, uint64_t n, int64_t m)
{
    uint64_t modulus = (uint64_t)m, square = (uint64_t)((x % m + m) % m), result = 1 % modulus;
    for (; n; n >>= 1) {
        if (n & 1) result = (uint64_t)((unsigned __int128)result * square % modulus);
        square = (uint64_t)((unsigned __int128)square * square % modulus);
    }
    return (int64_t)result;
}

/* base ** exponent % |modulus| into result; a negative exponent inverts the base first. */
static mp_err big_pow_mod(rt_value base, rt_value exponent, rt_value modulus, mp_int *result)
{
    rt_int_room rooms[3];
    mp_int x, n, m;
    mp_err error = mp_init_multi(&x, &n, &m, NULL);
    if (error != MP_OKAY) return error;
    error = mp_abs(rt_int_view(modulus, &rooms[2]), &m);
    if (error == MP_OKAY) error = mp_mod(rt_int_view(base, &rooms[0]), &m, &x);
    if (error == MP_OKAY) error = mp_abs(rt_int_view(exponent, &rooms[1]), &n);
    if (error == MP_OKAY && rt_int_sign(exponent) < 0) error = mp_invmod(&x, &m, &x);
    if (error == MP_OKAY) error = mp_exptmod(&x, &n, &m, result);
    mp_clear_multi(&x, &n, &m, NULL);
    return error;
}

rt_value rt_int_pow_mod(rt_value base, rt_value exponent, rt_value modulus)
{
    int64_t x, n, m;
    if (rt_int_sign(modulus) == 0)
        return rt_raise_format(&rt_exc_ValueError, "pow() 3rd argument cannot be 0");
    if (rt_int_word(modulus, &m) && (m == 1 || m == -1)) return RT_INT(0);
    rt_value residue;
    if (m > 0 && m <= INT64_MAX / 2 && rt_int_word(modulus, &m) && rt_int_word(base, &x) &&
        rt_int_word(exponent, &n) && n >= 0) {
        residue = rt_int_new(word_pow_mod(x, (uint64_t)n, m));
    } else {
        mp_int result;
        mp_err error = mp_init(&result);
        if (error == MP_OKAY) error = big_pow_mod(base, exponent, modulus, &result);
        if (error == MP_VAL) {
            mp_clear(&result);
            return rt_raise_format(&rt_exc_ValueError,
                                   "base is not invertible for the given modulus");
        }
        residue = rt_int_take(error, &result);
    }
    if (!residue || rt_int_sign(modulus) > 0 || rt_int_sign(residue) == 0) return residue;
    rt_value negative = add(residue, modulus);
    RT_RELEASE(residue);
    return negative;
}

/* ---- dispatch -------------------------------------------------------------------------------- */

rt_value rt_int_binary(rt_binary_op op, rt_value a, rt_value b)
{
    typedef rt_value operation(rt_value, rt_value);
    static operation *const operations[] = {
        [RT_ADD] = add,           [RT_SUB] = subtract,
        [RT_MUL] = multiply,      [RT_TRUEDIV] = rt_int_true_divide,
        [RT_MOD] = modulo,        [RT_POW] = power,
        [RT_LSHIFT] = shift_left, [RT_RSHIFT] = shift_right,
        [RT_OR] = bit_or,         [RT_XOR] = bit_xor,
        [RT_AND] = bit_and,       [RT_FLOORDIV] = floor_quotient,
    };
    return operations[op] ? operations[op](a, b) : RT_NOT_IMPLEMENTED;
}

rt_value rt_int_unary(rt_unary_op op, rt_value a)
{
    if (op == RT_POS) return rt_int_plain(a);
    if (op == RT_NEG) return subtract(RT_INT(0), a);
    rt_value plain = rt_int_plain(a);
    if (!plain) return 0;
    rt_value result = subtract(RT_INT(-1), plain); /* ~x == -1 - x */
    RT_RELEASE(plain);
    return result;
}

/* ---- rounding -------------------------------------------------------------------------------- */

static rt_value power_of_ten(uint32_t exponent)
{
    return power(RT_INT(10), RT_INT(exponent));
}

/* v rounded to a multiple of unit, half to even: v - r, or v + (unit - r), for the remainder r. */
static rt_value round_to_multiple(rt_value v, rt_value unit)
{
    rt_value remainder, quotient = rt_int_divmod(v, unit, &remainder);
    if (!quotient) return 0;
    rt_value twice = add(remainder, remainder);
    int order = twice ? rt_int_compare(twice, unit) : 0;
    rt_value odd = bit_and(quotient, RT_INT(1));
    rt_value down = subtract(v, remainder), result = down;
    if (twice && down && (order > 0 || (order == 0 && odd == RT_INT(1)))) {
        result = add(down, unit);
        RT_RELEASE(down);
    }
    RT_RELEASE_OPT(twice);
    RT_RELEASE(quotient);
    RT_RELEASE(remainder);
    return result;
}

rt_value rt_int_round(rt_value v, rt_value digits)
{
    int64_t count;
    rt_value index = rt_int_index(digits);
    if (!index) return 0;
    bool word = rt_int_word(index, &count);
    int sign = rt_int_sign(index);
    RT_RELEASE(index);
    if (sign >= 0) return rt_int_plain(v);
    /* more zeros than v has digits: v is less than half the unit */
    if (!word || (uint64_t)-count > rt_int_bit_length(v) / 3 + 1) return RT_INT(0);
    rt_value unit = power_of_ten((uint32_t)-count);
    if (!unit) return 0;
    rt_value result = round_to_multiple(v, unit);
    RT_RELEASE(unit);
    return result;
}
