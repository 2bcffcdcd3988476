/* array.h: the layout of array.array: a bytearray whose bytes are items of one type. */
#ifndef ASYNCC_LIB_ARRAY_H
#define ASYNCC_LIB_ARRAY_H

#include "value/bytes.h"
#include "value/item.h"

typedef struct rt_array {
    rt_bytes bytes; /* its size counts bytes */
    const rt_item_type *type;
} rt_array;
#define RT_ARRAY(v) ((rt_array *)(v))
#define RT_IS_ARRAY(v) rt_is_instance_of(v, &rt_array_type)

extern rt_type rt_array_type;

static inline size_t rt_array_count(rt_value array)
{
    return RT_BYTES(array)->size / RT_ARRAY(array)->type->size;
}

static inline char *rt_array_place(rt_value array, size_t index)
{
    return RT_BYTES(array)->text + index * RT_ARRAY(array)->type->size;
}

/* An empty array of the built-in class. */
rt_value rt_array_new(const rt_item_type *type);

/* Stores an item; false = raised in array's words. */
bool rt_array_put(const rt_item_type *type, rt_value v, char *at);

/* Appends what another array has, the bytes of a bytes-like object as they are, or the items of any
 * iterable. */
bool rt_array_extend_from(rt_value self, rt_value source);

extern const rt_native_def rt_array_methods[]; /* array_methods.c */

#endif
