/* bytes.c: the type bytes, and the slots that bytearray shares with it. In: runs of bytes; out:
 * bytes objects (value/bytes.h). */
#include "value/bytes.h"
#include "value/arguments.h"
#include "value/codec.h"
#include "value/format.h"
#include "value/int.h"
#include "value/native.h"
#include "value/number.h"
#include "value/slice.h"
#include "value/str.h"

rt_value rt_bytes_sized(size_t size)
{
    rt_bytes *bytes = rt_object_new(&rt_bytes_type, sizeof *bytes + size + 1);
    bytes->text = (char *)(bytes + 1);
    bytes->size = size;
    bytes->text[size] = '\0';
    return (rt_value)bytes;
}

rt_value rt_bytes_new(const char *text, size_t size)
{
    rt_value bytes = rt_bytes_sized(size);
    memcpy(RT_BYTES(bytes)->text, text, size);
    return bytes;
}

const char *rt_bytes_text(rt_value v, size_t *size)
{
    if (size) *size = RT_BYTES(v)->size;
    return RT_BYTES(v)->text;
}

rt_value rt_bytes_like_new(rt_value model, const char *text, size_t size)
{
    return rt_is_bytearray(model) ? rt_bytearray_new(text, size) : rt_bytes_new(text, size);
}

/* An instance of a subclass: the bytes in a block of their own. Consumes `plain`. */
static rt_value bytes_in_class(rt_type *cls, rt_value plain)
{
    if (!plain || cls == &rt_bytes_type) return plain;
    rt_bytes *bytes = rt_object_new(cls, cls->size);
    bytes->size = RT_BYTES(plain)->size;
    bytes->capacity = bytes->size + 1;
    bytes->text = rt_alloc(bytes->capacity);
    memcpy(bytes->text, RT_BYTES(plain)->text, bytes->capacity);
    RT_RELEASE(plain);
    return (rt_value)bytes;
}

/* ---- contents from any object ---------------------------------------------------------------- */

bool rt_byte_value(rt_value item, const char *what, unsigned char *out)
{
    int64_t number;
    rt_value index = rt_int_index(item);
    if (!index) return false;
    bool fits = rt_int_word(index, &number) && number >= 0 && number < 256;
    RT_RELEASE(index);
    if (fits)
        *out = (unsigned char)number;
    else
        rt_raise_format(&rt_exc_ValueError, "%s must be in range(0, 256)", what);
    return fits;
}

static rt_value gather_items(rt_value iterator, const char *what)
{
    rt_builder builder;
    rt_builder_init(&builder);
    rt_value item;
    while (!builder.failed && (item = rt_next(iterator))) {
        unsigned char byte;
        builder.failed = !rt_byte_value(item, what, &byte);
        rt_builder_add(&builder, (char *)&byte, 1);
        RT_RELEASE(item);
    }
    rt_value bytes = RT_RAISED() ? 0 : rt_bytes_new(builder.text ? builder.text : "", builder.size);
    rt_builder_drop(&builder);
    return bytes;
}

rt_value rt_bytes_gather(rt_value source, const char *what)
{
    if (rt_is_bytes_like(source))
        return rt_bytes_new(RT_BYTES(source)->text, RT_BYTES(source)->size);
    rt_value iterator = rt_iter(source);
    if (!iterator) return 0;
    rt_value bytes = gather_items(iterator, what);
    RT_RELEASE(iterator);
    return bytes;
}

static rt_value zeros(rt_value count)
{
    int64_t size;
    if (!rt_repeat_factor(count, &size)) return 0;
    if (size < 0) return rt_raise_format(&rt_exc_ValueError, "negative count");
    rt_value bytes = rt_bytes_sized((size_t)size);
    memset(RT_BYTES(bytes)->text, 0, (size_t)size);
    return bytes;
}

/* What __bytes__ gives; 0 with nothing pending = there is none. */
static rt_value from_special(rt_value source)
{
    rt_value method = rt_special(source, RT_NAME("__bytes__"));
    if (!method) return 0;
    rt_value result = rt_call(method, 0, NULL);
    RT_RELEASE(method);
    if (!result || rt_is_bytes(result)) return result;
    rt_raise_format(&rt_exc_TypeError, "__bytes__ returned non-bytes (type %T)", result);
    RT_RELEASE(result);
    return 0;
}

static rt_value from_object(rt_value source, const char *type_name)
{
    rt_value special = rt_is_bytes_like(source) ? 0 : from_special(source);
    if (special || RT_RAISED()) return special;
    if (rt_is_str(source))
        return rt_raise_format(&rt_exc_TypeError, "string argument without an encoding");
    if (rt_has_index(source)) return zeros(source);
    const char *what = strcmp(type_name, "bytes") == 0 ? "bytes" : "byte";
    rt_value bytes = rt_bytes_gather(source, what);
    if (!bytes && rt_pending(&rt_exc_TypeError) && !RT_TYPE(source)->iter &&
        !RT_TYPE(source)->getitem) {
        rt_clear_pending();
        rt_raise_format(&rt_exc_TypeError, "cannot convert '%T' object to %s", source, type_name);
    }
    return bytes;
}

rt_value rt_bytes_from_arguments(rt_value source, rt_value encoding, rt_value errors,
                                 const char *type_name)
{
    rt_value names[2] = {encoding, errors};
    for (int i = 0; i < 2; i++)
        if (names[i] && !rt_is_str(names[i]))
            return rt_raise_format(&rt_exc_TypeError, "%s() argument '%s' must be str, not %T",
                                   type_name, i ? "errors" : "encoding", names[i]);
    if (encoding || errors) {
        if (source && rt_is_str(source)) return rt_encode(source, encoding, errors);
        return rt_raise_format(&rt_exc_TypeError, "%s without a string argument",
                               encoding ? "encoding" : "errors");
    }
    return source ? from_object(source, type_name) : rt_bytes_new("", 0);
}

/* ---- operators ------------------------------------------------------------------------------- */

static rt_value concat(rt_value a, rt_value b)
{
    if (!rt_is_bytes_like(b)) {
        rt_value refused = rt_concat_refused(a, b);
        if (refused) return refused;
        rt_clear_pending();
        return rt_raise_format(&rt_exc_TypeError, "can't concat %T to %T", b, a);
    }
    size_t size = RT_BYTES(a)->size;
    rt_value sum = rt_bytes_sized(size + RT_BYTES(b)->size);
    memcpy(RT_BYTES(sum)->text, RT_BYTES(a)->text, size);
    memcpy(RT_BYTES(sum)->text + size, RT_BYTES(b)->text, RT_BYTES(b)->size);
    return sum;
}

static rt_value repeat(rt_value bytes, rt_value factor)
{
    int64_t times;
    size_t unit = RT_BYTES(bytes)->size, size;
    if (!rt_repeat_factor(factor, &times)) return 0;
    if (times < 0) times = 0;
    if (__builtin_mul_overflow(unit, (size_t)times, &size) || size > PTRDIFF_MAX / 2)
        return rt_raise_format(&rt_exc_MemoryError, "");
    rt_value product = rt_bytes_sized(size);
    for (int64_t i = 0; unit && i < times; i++)
        memcpy(RT_BYTES(product)->text + (size_t)i * unit, RT_BYTES(bytes)->text, unit);
    return product;
}

/* As a bytearray where the left operand is one. Consumes `bytes`. */
static rt_value as_type_of(rt_value model, rt_value bytes)
{
    if (!bytes || bytes == RT_NOT_IMPLEMENTED || !rt_is_bytearray(model)) return bytes;
    rt_value result = rt_bytearray_new(RT_BYTES(bytes)->text, RT_BYTES(bytes)->size);
    RT_RELEASE(bytes);
    return result;
}

rt_value rt_bytes_binary(rt_binary_op op, rt_value a, rt_value b)
{
    bool left = rt_is_byte_string(a);
    switch (op) {
    case RT_ADD: return left ? as_type_of(a, concat(a, b)) : RT_NOT_IMPLEMENTED;
    case RT_MUL:
        if (!rt_has_index(left ? b : a)) return rt_repeat_refused(left ? b : a);
        return left ? as_type_of(a, repeat(a, b)) : as_type_of(b, repeat(b, a));
    case RT_MOD: return left ? as_type_of(a, rt_bytes_percent(a, b)) : RT_NOT_IMPLEMENTED;
    default: return RT_NOT_IMPLEMENTED;
    }
}

rt_value rt_bytes_compare(rt_compare_op op, rt_value self, rt_value other)
{
    bool comparable = rt_is_bytearray(self) ? rt_is_bytes_like(other) : rt_is_byte_string(other);
    if (!comparable) return RT_NOT_IMPLEMENTED;
    size_t a = RT_BYTES(self)->size, b = RT_BYTES(other)->size;
    int order = memcmp(RT_BYTES(self)->text, RT_BYTES(other)->text, a < b ? a : b);
    if (!order) order = (a > b) - (a < b);
    return rt_order(op, (order > 0) - (order < 0));
}

static int64_t bytes_hash(rt_value self)
{
    rt_bytes *bytes = RT_BYTES(self);
    if (!bytes->hash) bytes->hash = rt_bytes_hash(bytes->text, bytes->size);
    return bytes->hash;
}

static rt_value bytes_repr(rt_value self)
{
    rt_builder builder;
    rt_builder_init(&builder);
    rt_bytes_repr_into(&builder, RT_BYTES(self)->text, RT_BYTES(self)->size);
    return rt_builder_finish(&builder);
}

/* ---- containers ------------------------------------------------------------------------------ */

int64_t rt_bytes_length(rt_value self)
{
    return (int64_t)RT_BYTES(self)->size;
}

int rt_bytes_contains(rt_value self, rt_value item)
{
    unsigned char byte;
    const rt_bytes *bytes = RT_BYTES(self);
    if (rt_is_bytes_like(item))
        return memmem(bytes->text, bytes->size, RT_BYTES(item)->text, RT_BYTES(item)->size) != NULL;
    if (!rt_has_index(item)) {
        rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'", item);
        return -1;
    }
    if (!rt_byte_value(item, "byte", &byte)) return -1;
    return memchr(bytes->text, byte, bytes->size) != NULL;
}

static rt_value slice_of(rt_value self, rt_value slice)
{
    rt_slice_range range;
    const rt_bytes *bytes = RT_BYTES(self);
    if (!rt_slice_resolve(slice, (int64_t)bytes->size, &range)) return 0;
    if (range.step == 1) {
        if ((size_t)range.count == bytes->size && RT_TYPE(self) == &rt_bytes_type)
            return rt_retained(self);
        return rt_bytes_like_new(self, bytes->text + range.start, (size_t)range.count);
    }
    rt_value result = rt_bytes_sized((size_t)range.count);
    for (int64_t i = 0; i < range.count; i++)
        RT_BYTES(result)->text[i] = bytes->text[range.start + i * range.step];
    return as_type_of(self, result);
}

rt_value rt_bytes_getitem(rt_value self, rt_value key)
{
    int64_t index;
    bool is_bytes = rt_is_bytes(self);
    if (RT_IS_SLICE(key)) return slice_of(self, key);
    if (!rt_has_index(key))
        return rt_raise_format(&rt_exc_TypeError, "%s indices must be integers or slices, not %T",
                               is_bytes ? "byte" : "bytearray", key);
    switch (rt_index_resolve(key, rt_bytes_length(self), &index)) {
    case RT_INDEX_INSIDE: return RT_INT((unsigned char)RT_BYTES(self)->text[index]);
    case RT_INDEX_OUTSIDE:
        return rt_raise_format(&rt_exc_IndexError, "%sindex out of range",
                               is_bytes ? "" : "bytearray ");
    default: return 0;
    }
}

/* ---- iteration ------------------------------------------------------------------------------- */

typedef struct bytes_iterator {
    rt_object head;
    rt_value bytes; /* 0 once exhausted */
    size_t index;
} bytes_iterator;

static void iterator_dealloc(rt_object *self)
{
    RT_RELEASE_OPT(((bytes_iterator *)self)->bytes);
    rt_free(self, sizeof(bytes_iterator));
}

static rt_value iterator_next(rt_value self)
{
    bytes_iterator *iterator = (bytes_iterator *)self;
    if (!iterator->bytes) return 0;
    if (iterator->index < RT_BYTES(iterator->bytes)->size)
        return RT_INT((unsigned char)RT_BYTES(iterator->bytes)->text[iterator->index++]);
    RT_RELEASE(iterator->bytes);
    iterator->bytes = 0;
    return 0;
}

#define BYTES_ITERATOR_TYPE(symbol, type_name)                                                     \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = type_name,                                                                         \
        .size = sizeof(bytes_iterator),                                                            \
        .flags = RT_TYPE_FINAL,                                                                    \
        .base = &rt_object_type,                                                                   \
        .dealloc = iterator_dealloc,                                                               \
        .iter = rt_retained,                                                                       \
        .next = iterator_next,                                                                     \
    };
BYTES_ITERATOR_TYPE(rt_bytes_iterator_type, "bytes_iterator")
BYTES_ITERATOR_TYPE(rt_bytearray_iterator_type, "bytearray_iterator")

rt_value rt_bytes_iter(rt_value self)
{
    bytes_iterator *iterator =
        rt_object_new(rt_is_bytes(self) ? &rt_bytes_iterator_type : &rt_bytearray_iterator_type,
                      sizeof *iterator);
    iterator->bytes = rt_retained(self);
    return (rt_value)iterator;
}

/* ---- the type -------------------------------------------------------------------------------- */

static rt_value bytes_new(rt_value cls, rt_value source, rt_value encoding, rt_value errors)
{
    if (cls == (rt_value)&rt_bytes_type && source && !encoding && !errors &&
        RT_TYPE(source) == &rt_bytes_type)
        return rt_retained(source);
    return bytes_in_class((rt_type *)cls,
                          rt_bytes_from_arguments(source, encoding, errors, "bytes"));
}

static rt_value bytes_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def def = {"bytes", "source=b'', encoding='utf-8', errors='strict'",
                                      (void (*)(void))bytes_new, 4, 1};
    return rt_native_call(&def, (rt_value)cls, args);
}

static void bytes_dealloc(rt_object *self)
{
    rt_bytes *bytes = (rt_bytes *)self;
    if (bytes->capacity) {
        rt_free(bytes->text, bytes->capacity);
        rt_free(self, self->type->size);
    } else {
        rt_free(self, sizeof *bytes + bytes->size + 1);
    }
}

RT_METHODS(bytes) = {
#include "lib/bytes.def"
    RT_METHODS_END};

rt_type rt_bytes_type = {
    .head = RT_TYPE_HEAD,
    .name = "bytes",
    .size = sizeof(rt_bytes),
    .flags = RT_TYPE_BYTES_LIKE,
    .base = &rt_object_type,
    .dealloc = bytes_dealloc,
    .construct = bytes_construct,
    .repr = bytes_repr,
    .hash = bytes_hash,
    .compare = rt_bytes_compare,
    .binary = rt_bytes_binary,
    .length = rt_bytes_length,
    .getitem = rt_bytes_getitem,
    .contains = rt_bytes_contains,
    .iter = rt_bytes_iter,
    .methods = rt_bytes_methods,
};
