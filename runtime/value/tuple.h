/* tuple.h: the layout of tuples.
 *
 * A tuple's own items stand behind its head; an instance of a subclass has its fields there, so
 * its items are in a block of their own. `items` points to either. */
#ifndef ASYNCC_VALUE_TUPLE_H
#define ASYNCC_VALUE_TUPLE_H

#include "value/object.h"

typedef struct rt_tuple {
    rt_object head;
    uint32_t count;
    rt_value *items;
    rt_value inline_items[];
} rt_tuple;
#define RT_TUPLE(v) ((rt_tuple *)(v))
#define RT_IS_TUPLE(v) rt_is_instance_of(v, &rt_tuple_type)

/* A tuple of the items of any iterable; an exact tuple is returned itself. */
rt_value rt_tuple_from(rt_value iterable);

/* A tuple of `count` items that it retains. */
rt_value rt_tuple_copy(uint32_t count, const rt_value *items);

/* The same as an instance of a subclass. */
rt_value rt_tuple_of_class(rt_type *cls, uint32_t count, const rt_value *items);

/* The empty tuple is one shared object. */
void rt_init_tuples(void);
void rt_end_tuples(void);

#endif
