/* tuple.h: tuples inside the runtime; their layout stands in asyncc.h. */
#ifndef ASYNCC_VALUE_TUPLE_H
#define ASYNCC_VALUE_TUPLE_H

#include "value/object.h"

#define RT_IS_TUPLE(v) rt_is_instance_of(v, &rt_tuple_type)

/* A tuple of the items of any iterable; an exact tuple is returned itself. */
rt_value rt_tuple_from(rt_value iterable);

/* A tuple of `count` items that it retains. */
rt_value rt_tuple_copy(uint32_t count, const rt_value *items);

/* The same as an instance of a subclass. */
rt_value rt_tuple_of_class(rt_type *cls, uint32_t count, const rt_value *items);

/* For iterators that give a tuple at each step: the tuple given last, *kept, if nobody else has
 * it any more, else a new one, which is kept then. The caller gets a reference and puts `count`
 * items into it by rt_tuple_put. */
rt_value rt_tuple_again(rt_value *kept, uint32_t count);

/* Replaces an item; consumes the new one. */
static inline void rt_tuple_put(rt_value tuple, uint32_t index, rt_value item)
{
    rt_value before = RT_TUPLE(tuple)->items[index];
    RT_TUPLE(tuple)->items[index] = item;
    RT_RELEASE_OPT(before);
}

/* The empty tuple is one shared object. */
void rt_init_tuples(void);
void rt_end_tuples(void);

#endif
