/* bytes.h: bytes and bytearray inside the runtime, and whatever is like them. All bytes-like
 * objects (array.array and memoryview too) begin with rt_bytes, so that what reads them needs not
 * know which it has. The bytes of an exact bytes object stand behind the object itself; a
 * bytearray, an array and instances of subclasses have a block of their own; a memory view shows
 * another object's. */
#ifndef ASYNCC_VALUE_BYTES_H
#define ASYNCC_VALUE_BYTES_H

#include "value/object.h"

typedef struct rt_bytes {
    rt_object head;
    /* NUL-terminated in bytes and bytearray; NULL in a view of what does not stand in one run */
    char *text;
    size_t size;
    size_t capacity; /* of the block of its own, 0 = inline */
    union {
        int64_t hash;     /* of bytes; 0 = not calculated yet */
        uint64_t exports; /* of what can be resized: views that show it, which forbid that */
        bool read_only;   /* of a view */
    };
} rt_bytes;

#define RT_BYTES(v) ((rt_bytes *)(v))

static inline bool rt_is_bytes(rt_value v)
{
    return !RT_IS_INT(v) && (RT_TYPE(v) == &rt_bytes_type || rt_is_instance_of(v, &rt_bytes_type));
}

static inline bool rt_is_bytearray(rt_value v)
{
    return !RT_IS_INT(v) &&
           (RT_TYPE(v) == &rt_bytearray_type || rt_is_instance_of(v, &rt_bytearray_type));
}

/* bytes or bytearray, whose methods and operators are the same */
static inline bool rt_is_byte_string(rt_value v)
{
    return rt_is_bytes(v) || rt_is_bytearray(v);
}

/* What has its bytes in one run behind `text`. */
static inline bool rt_is_bytes_like(rt_value v)
{
    return !RT_IS_INT(v) && RT_TYPE(v)->flags & RT_TYPE_BYTES_LIKE && RT_BYTES(v)->text;
}

/* The same of what may be written to: not bytes, nor a view of bytes. */
static inline bool rt_is_writable_bytes(rt_value v)
{
    return rt_is_bytes_like(v) &&
           (RT_TYPE(v)->flags & RT_TYPE_RESIZABLE || (!rt_is_bytes(v) && !RT_BYTES(v)->read_only));
}

rt_value rt_bytes_new(const char *bytes, size_t size);
rt_value rt_bytes_sized(size_t size);                /* to be filled in at once */
const char *rt_bytes_text(rt_value v, size_t *size); /* of what is bytes-like; borrowed */

/* The same type as `model` (bytes or bytearray, never a subclass). */
rt_value rt_bytes_like_new(rt_value model, const char *bytes, size_t size);

rt_value rt_bytearray_new(const char *bytes, size_t size);

/* ---- of a known bytearray or array: sizes are in bytes; false = BufferError, since a view shows
 * it */
bool rt_bytearray_resize(rt_value v, size_t size);
bool rt_bytearray_splice(rt_value v, size_t first, size_t last, const char *bytes, size_t size);

/* An item 0..255; false = raised "bytes must be in range(0, 256)" (or "byte ..." for bytearray). */
bool rt_byte_value(rt_value item, const char *what, unsigned char *out);
/* The bytes that bytes(v) or bytearray(v) has: of a buffer or an iterable of ints. A new bytes
 * object. */
rt_value rt_bytes_gather(rt_value source, const char *what);

/* The arguments of bytes(...) and bytearray(...): a new bytes object. */
rt_value rt_bytes_from_arguments(rt_value source, rt_value encoding, rt_value errors,
                                 const char *type_name);

/* ---- slots that both types have */
rt_value rt_bytes_binary(rt_binary_op op, rt_value a, rt_value b);
rt_value rt_bytes_compare(rt_compare_op op, rt_value self, rt_value other);
int64_t rt_bytes_length(rt_value self);
int rt_bytes_contains(rt_value self, rt_value item);
rt_value rt_bytes_getitem(rt_value self, rt_value key);
rt_value rt_bytes_iter(rt_value self);

#endif
