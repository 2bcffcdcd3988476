/* iterator.h: iterators over built-in sequences, and the lazy iterators of builtins. */
#ifndef ASYNCC_VALUE_ITERATOR_H
#define ASYNCC_VALUE_ITERATOR_H

#include "value/object.h"

extern rt_type rt_list_iterator_type, rt_list_reverse_iterator_type, rt_tuple_iterator_type,
    rt_getitem_iterator_type, rt_reversed_type;

/* Starts at `index`; the type tells which sequence it knows and in which direction it goes. */
rt_value rt_sequence_iterator_new(rt_type *type, rt_value source, int64_t index);

/* iter(callable, sentinel) */
rt_value rt_callable_iterator_new(rt_value callable, rt_value sentinel);

extern rt_type rt_enumerate_type, rt_zip_type, rt_map_type, rt_filter_type,
    rt_callable_iterator_type, rt_range_iterator_type, rt_long_range_iterator_type,
    rt_set_iterator_type;

#endif
