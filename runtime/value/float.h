/* float.h: floats inside the runtime: the layout, and the reading and writing of doubles as
 * text. */
#ifndef ASYNCC_VALUE_FLOAT_H
#define ASYNCC_VALUE_FLOAT_H

#include "value/object.h"

#define RT_FLOAT(v) (((rt_float *)(v))->number)

static inline bool rt_is_float(rt_value v)
{
    return !RT_IS_INT(v) && (RT_TYPE(v) == &rt_float_type || rt_is_instance_of(v, &rt_float_type));
}

/* Python's float arithmetic on doubles, with its ZeroDivisionErrors and OverflowErrors. */
double rt_double_floor_divide(double a, double b, double *modulo); /* b is not 0 */
bool rt_double_pow(double a, double b,
                   double *out); /* false = raised; *out nan and nothing pending: complex */

/* ---- float_text.c */
#define RT_DOUBLE_ROOM 32
/* repr() of a double: the shortest digits that read back as it. Returns the length. */
size_t rt_double_repr(double number, char out[RT_DOUBLE_ROOM]);
/* The shortest decimal: digits * 10 ** exponent; of a finite positive number. */
uint64_t rt_double_shortest(double number, int *exponent);
rt_value rt_float_repr(rt_value v);
/* Reads text as float() does (underscores, inf, nan, white space around it); false = not a
 * number. */
bool rt_double_parse(const char *text, size_t size, double *out);
/* A copy without underscores, malloc'ed; NULL: one is not between digits. */
char *rt_without_underscores(const char *text, size_t size);
double rt_double_round(double number, int64_t digits); /* correctly rounded, half to even */

#endif
