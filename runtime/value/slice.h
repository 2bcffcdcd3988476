/* slice.h: slices, and the index arithmetic that every sequence shares. */
#ifndef ASYNCC_VALUE_SLICE_H
#define ASYNCC_VALUE_SLICE_H

#include "value/object.h"

typedef struct rt_slice {
    rt_object head;
    rt_value start, stop, step; /* RT_NONE where absent */
} rt_slice;
#define RT_SLICE(v) ((rt_slice *)(v))
#define RT_IS_SLICE(v) (!RT_IS_INT(v) && RT_OBJECT(v)->type == &rt_slice_type)

/* A slice applied to a length: `count` items at start, start + step, ... */
typedef struct rt_slice_range {
    int64_t start, stop, step, count;
} rt_slice_range;

/* Resolves a known slice against a sequence's length. False: TypeError or ValueError is pending. */
bool rt_slice_resolve(rt_value slice, int64_t length, rt_slice_range *range);

/* Has the value an index (an int, or an object with __index__)? */
bool rt_has_index(rt_value v);

/* v as an index, clamped to 64 bits: TypeError where it has none. */
bool rt_index_clamped(rt_value v, int64_t *out);

typedef enum rt_index_result {
    RT_INDEX_RAISED = -1,
    RT_INDEX_OUTSIDE,
    RT_INDEX_INSIDE
} rt_index_result;

/* A key with an index (see rt_has_index), negative ones counted from the end. The caller words
 * the IndexError of RT_INDEX_OUTSIDE. */
rt_index_result rt_index_resolve(rt_value key, int64_t length, int64_t *index);

/* Optional bounds of methods such as index(x, start, stop): 0 = not given; clamped into
 * 0..length. None is a bound only where `none_allowed`. */
bool rt_bounds_resolve(rt_value start, rt_value stop, bool none_allowed, int64_t length,
                       int64_t *first, int64_t *last);

#endif
