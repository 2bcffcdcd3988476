/* str.h: strings inside the runtime: UTF-8 with the length in code points.
 *
 * The text of an exact str stands behind the object itself; that of a string that grew in place
 * (`s += x` in a loop) and of instances of subclasses stands in a block of its own. All text is
 * NUL-terminated. Where size == length the text is ASCII and indexing is plain; elsewhere an
 * index of every 32nd code point's offset is made when it is first asked for. */
#ifndef ASYNCC_VALUE_STR_H
#define ASYNCC_VALUE_STR_H

#include <stdarg.h>
#include "value/builder.h"
#include "value/object.h"
#include "value/utf8.h"

typedef struct rt_str_object {
    rt_object head;
    char *text;
    size_t size;     /* bytes */
    size_t length;   /* code points */
    int64_t hash;    /* 0 = not calculated yet */
    size_t capacity; /* of the block of its own, 0 = the text is inline */
    size_t *index;   /* byte offsets of every RT_STR_STRIDE-th code point, or NULL */
    bool interned;
} rt_str_object;

#define RT_STR(v) ((rt_str_object *)(v))
#define RT_STR_STRIDE 32
#define RT_STR_IS_ASCII(v) (RT_STR(v)->size == RT_STR(v)->length)

static inline bool rt_is_str(rt_value v)
{
    return !RT_IS_INT(v) && (RT_TYPE(v) == &rt_str_type || rt_is_instance_of(v, &rt_str_type));
}

/* The empty string and strings of one code point: borrowed or owned, those below 256 immortal. */
rt_value rt_str_empty(void);            /* owned */
rt_value rt_str_of_code(uint32_t code); /* owned */

/* A str whose `size` bytes of text the caller writes at once; then rt_str_sized_done, which counts
 * the code points and may replace it by a shared string. */
rt_value rt_str_sized(size_t size);
rt_value rt_str_sized_done(rt_value str);

/* Code points first..last of a str as a new one. */
rt_value rt_str_part(rt_value str, int64_t first, int64_t last);
size_t rt_str_offset(rt_value str, size_t index);    /* the byte where a code point stands */
size_t rt_str_index_of(rt_value str, size_t offset); /* the code point at a byte */
uint32_t rt_str_code_at(rt_value str, size_t index);

/* The str itself without a subclass around it: owned. */
rt_value rt_str_plain(rt_value str);
int64_t rt_str_hash(rt_value str);

/* ---- siphash.c: SipHash-1-3 with a key of zeros, which is what PYTHONHASHSEED=0 means. A str is
 * hashed as its code units of the least sufficient width (1, 2 or 4 bytes); empty ones hash to
 * 0. */
int64_t rt_bytes_hash(const void *bytes, size_t size);
int64_t rt_text_hash_utf8(const char *text, size_t size, size_t length);

/* ---- intern.c: the table of interned strings begins and ends with the runtime. */
void rt_init_text(void);
void rt_end_text(void);

/* TypeError "x must be str, not int" unless v is one. */
bool rt_check_str(rt_value v, const char *what);

/* The answer of `a + b` for a sequence `a` and a `b` that it cannot take: b's __radd__ has its
 * turn (RT_NOT_IMPLEMENTED), else TypeError "can only concatenate str (not "int") to str". */
rt_value rt_concat_refused(rt_value a, rt_value b);

/* The same for `sequence * factor` with a factor that is no index. */
rt_value rt_repeat_refused(rt_value factor);
bool rt_repeat_factor(rt_value factor, int64_t *times); /* OverflowError past 64 bits */

/* Code points into a builder. */
void rt_builder_add_code(rt_builder *builder, uint32_t code);
void rt_builder_fill(rt_builder *builder, uint32_t code, size_t times);

/* ---- str_printf.c: rt_str_format with the arguments as a va_list */
rt_value rt_str_vformat(const char *format, va_list args);

/* ---- str_repr.c */
rt_value rt_str_repr(rt_value str);
rt_value rt_str_escape_non_ascii(rt_value text); /* what ascii() does to a repr */
void rt_bytes_repr_into(rt_builder *builder, const char *bytes, size_t size);

#endif
