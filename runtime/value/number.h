/* number.h: what int, float and complex share, and what the builtin functions on numbers call.
 * Arguments are any values: those that are no numbers go by their special methods. */
#ifndef ASYNCC_VALUE_NUMBER_H
#define ASYNCC_VALUE_NUMBER_H

#include "value/object.h"

#define RT_HASH_PRIME (((uint64_t)1 << 61) - 1) /* the modulus of the hashes of all numbers */

/* The result of a comparison whose operands are in the given order (-1, 0, 1). */
rt_value rt_order(rt_compare_op op, int order);

/* The type slot `format` of int, bool, float and complex (format.c). */
rt_value rt_number_format(rt_value self, rt_value spec);

int64_t rt_int_hash(rt_value v);
int64_t rt_double_hash(double number, rt_value self); /* a nan hashes by identity */

/* ---- number.c: abs(), divmod(), pow(), round() */
rt_value rt_number_abs(rt_value v);
rt_value rt_number_divmod(rt_value a, rt_value b); /* a tuple */
rt_value rt_number_pow(rt_value base, rt_value exponent,
                       rt_value modulus);              /* modulus: 0 or None = without */
rt_value rt_number_round(rt_value v, rt_value digits); /* digits: 0 or None = to an int */

/* A real number (float, int, or by __float__ and __index__) as a double; false = raised
 * "must be real number, not str". */
bool rt_to_double(rt_value v, double *out);

#endif
