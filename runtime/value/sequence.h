/* sequence.h: what lists and tuples share: both are runs of owned items. The functions take the
 * address of an object's `items` and `count` where a callback may change them meanwhile. */
#ifndef ASYNCC_VALUE_SEQUENCE_H
#define ASYNCC_VALUE_SEQUENCE_H

#include "value/object.h"

/* A run of items inside an object that the program can change while it is being read. */
typedef struct rt_run {
    rt_value *const *items;
    const uint32_t *count;
} rt_run;

/* Compares by the first items that differ, else by length. */
rt_value rt_run_compare(rt_compare_op op, rt_run a, rt_run b);

/* The place of the first equal item in [first, last), -1 = none, -2 = raised. */
int64_t rt_run_find(rt_run run, rt_value item, int64_t first, int64_t last);

/* How many items are equal; -1 = raised. */
int64_t rt_run_count(rt_run run, rt_value item);

/* "[a, b]" with the given brackets; `recursive` stands for a container inside itself, and
 * `lone_comma` puts a comma behind a single item. */
typedef struct rt_brackets {
    const char *open, *close, *recursive;
    bool lone_comma;
} rt_brackets;
rt_value rt_run_repr(rt_value self, rt_run run, const rt_brackets *brackets);

/* Retains `count` items while copying them. */
void rt_copy_items(rt_value *to, const rt_value *from, uint32_t count);

/* Has an operand operators of the program's own, which come before "can only concatenate ..."? */
bool rt_defines_operators(rt_value operand);

/* How often `sequence * factor` repeats `count` items: false = raised (no index, too many). */
bool rt_repeat_count(rt_value factor, uint32_t count, uint32_t *times);

#endif
