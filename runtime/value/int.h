/* int.h: integers inside the runtime.
 *
 * A value of type int is a tagged word where it fits 63 bits, and else an rt_bigint; results are
 * always brought back to the tagged form where they fit. True and False are ints too, and instances
 * of subclasses of int are rt_bigints of any size. The functions here take any of these ("an int"),
 * so that arithmetic needs no knowledge of the form. */
#ifndef ASYNCC_VALUE_INT_H
#define ASYNCC_VALUE_INT_H

#include <tommath.h>
#include "value/object.h"

typedef struct rt_bigint {
    rt_object head;
    mp_int number;
} rt_bigint;

/* Is v an int: tagged, big, a bool, or of a subclass? */
static inline bool rt_is_int(rt_value v)
{
    return RT_IS_INT(v) || RT_TYPE(v) == &rt_int_type || rt_is_instance_of(v, &rt_int_type);
}

/* An int as a machine word; false where it takes more than 64 bits. Nothing is raised. */
bool rt_int_word(rt_value v, int64_t *out);

/* Any int as an mp_int to read from; word-sized ones are laid out in `room`, without allocation. */
typedef struct rt_int_room {
    mp_int number;
    mp_digit digits[2];
} rt_int_room;
const mp_int *rt_int_view(rt_value v, rt_int_room *room);

/* The value of a calculation: takes `number` over (it must not be cleared). `error` is what
 * libtommath said; anything but MP_OKAY clears the number and raises MemoryError. */
rt_value rt_int_take(mp_err error, mp_int *number);
rt_value rt_int_from_u64(uint64_t number);

/* The int itself without a subclass around it: owned. */
rt_value rt_int_plain(rt_value v);

/* v through __index__, as an int: owned, 0 = TypeError "'x' object cannot be interpreted as an
 * integer". */
rt_value rt_int_index(rt_value v);

int rt_int_sign(rt_value v); /* -1, 0, 1 */
uint64_t rt_int_bit_length(rt_value v);
int rt_int_compare(rt_value a, rt_value b); /* -1, 0, 1 */

/* ---- slots that bool has too */
rt_value rt_int_compare_slot(rt_compare_op op, rt_value self, rt_value other);
rt_value rt_int_binary_slot(rt_binary_op op, rt_value a, rt_value b);
rt_value rt_int_to_float(rt_value self);
int rt_int_truth(rt_value self);

/* ---- int_arith.c. Operands are ints; 0 = raised. */
rt_value rt_int_binary(rt_binary_op op, rt_value a, rt_value b);
rt_value rt_int_unary(rt_unary_op op, rt_value a);
rt_value rt_int_divmod(rt_value a, rt_value b, rt_value *remainder);
rt_value rt_int_pow_mod(rt_value base, rt_value exponent, rt_value modulus);
rt_value rt_int_shift_left(rt_value a, uint64_t count);
rt_value rt_int_shift_right(rt_value a, uint64_t count);
rt_value rt_int_round(rt_value v,
                      rt_value digits); /* to a multiple of 10 ** -digits, half to even */

/* ---- int_float.c: between ints and doubles */
bool rt_int_to_double(rt_value v,
                      double *out); /* correctly rounded; OverflowError past the range */
rt_value rt_int_from_double(
    double number); /* truncates; errors for inf and nan as int() has them */
rt_value rt_int_true_divide(rt_value a, rt_value b);
int rt_int_compare_double(rt_value a, double b); /* exact: -1, 0, 1; b is not a nan */

/* ---- int_text.c */
extern int64_t rt_int_max_str_digits; /* sys.set_int_max_str_digits; 0 = no limit */
/* Parses UTF-8 text as int(text, base) does; base 0 looks at the prefix. 0 with nothing pending =
 * not a number: the caller words the ValueError, since it knows the object. */
rt_value rt_int_parse(const char *text, size_t size, int base);
rt_value rt_int_repr(rt_value v);
/* The digits in base 2, 8, 10 or 16 of |v|: malloc'ed, NUL-terminated, `*size` long. NULL =
 * raised. */
char *rt_int_digits(rt_value v, int base, size_t *size);
/* bin(), oct(), hex(): with sign and prefix. v goes through __index__. */
rt_value rt_int_in_base(rt_value v, int base);

#endif
