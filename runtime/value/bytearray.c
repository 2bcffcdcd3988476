/* bytearray.c: the type bytearray: bytes that change in place. What it does not change it shares
 * with bytes. Its text always stands in a block of its own. */
#include "value/arguments.h"
#include "value/bytes.h"
#include "value/int.h"
#include "value/native.h"
#include "value/slice.h"
#include "value/str.h"

static rt_value new_of_type(rt_type *cls, const char *text, size_t size)
{
    rt_bytes *bytes = rt_object_new(cls, cls->size);
    bytes->capacity = size + 1;
    bytes->text = rt_alloc(bytes->capacity);
    memcpy(bytes->text, text, size);
    bytes->text[size] = '\0';
    bytes->size = size;
    return (rt_value)bytes;
}

rt_value rt_bytearray_new(const char *text, size_t size)
{
    return new_of_type(&rt_bytearray_type, text, size);
}

/* What views show must stay where it is. */
static bool may_resize(rt_value v)
{
    if (!RT_BYTES(v)->exports) return true;
    return rt_raise_format(&rt_exc_BufferError,
                           rt_is_bytearray(v)
                               ? "Existing exports of data: object cannot be re-sized"
                               : "cannot resize an array that is exporting buffers");
}

bool rt_bytearray_resize(rt_value v, size_t size)
{
    rt_bytes *bytes = RT_BYTES(v);
    if (bytes->size != size && !may_resize(v)) return false;
    if (size + 1 > bytes->capacity) {
        size_t capacity = size + size / 8 + 16;
        bytes->text = rt_realloc(bytes->text, bytes->capacity, capacity);
        bytes->capacity = capacity;
    }
    bytes->size = size;
    bytes->text[size] = '\0';
    return true;
}

bool rt_bytearray_splice(rt_value v, size_t first, size_t last, const char *text, size_t size)
{
    rt_bytes *bytes = RT_BYTES(v);
    size_t old_size = bytes->size, tail = old_size - last;
    if (size != last - first && !may_resize(v)) return false;
    if (size > last - first) rt_bytearray_resize(v, old_size + size - (last - first));
    memmove(bytes->text + first + size, bytes->text + last, tail);
    memcpy(bytes->text + first, text, size);
    return rt_bytearray_resize(v, first + size + tail);
}

/* ---- assignment ------------------------------------------------------------------------------ */

static bool assign_stepped(rt_value self, const rt_slice_range *range, const rt_bytes *from)
{
    if ((size_t)range->count != from->size) {
        rt_raise_format(&rt_exc_ValueError,
                        "attempt to assign bytes of size %zu to extended slice of size %lld",
                        from->size, (long long)range->count);
        return false;
    }
    for (int64_t i = 0; i < range->count; i++)
        RT_BYTES(self)->text[range->start + i * range->step] = from->text[i];
    return true;
}

static bool assign_slice(rt_value self, rt_value slice, rt_value item)
{
    rt_slice_range range;
    if (rt_is_str(item) || (!rt_is_bytes_like(item) && rt_has_index(item))) {
        rt_raise_format(&rt_exc_TypeError,
                        "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        return false;
    }
    rt_value source = rt_bytes_gather(item, "byte"); /* a copy: the item may be self */
    if (!source) return false;
    bool done = rt_slice_resolve(slice, (int64_t)RT_BYTES(self)->size, &range);
    const rt_bytes *from = RT_BYTES(source);
    if (done && range.step == 1)
        done = rt_bytearray_splice(self, (size_t)range.start, (size_t)(range.start + range.count),
                                   from->text, from->size);
    else if (done)
        done = assign_stepped(self, &range, from);
    RT_RELEASE(source);
    return done;
}

static bool delete_slice(rt_value self, rt_value slice)
{
    rt_slice_range range;
    rt_bytes *bytes = RT_BYTES(self);
    if (!rt_slice_resolve(slice, (int64_t)bytes->size, &range)) return false;
    if (range.count && !may_resize(self)) return false;
    if (range.step < 0) {
        range.start += (range.count - 1) * range.step;
        range.step = -range.step;
    }
    size_t kept = 0;
    for (size_t i = 0; i < bytes->size; i++) {
        int64_t distance = (int64_t)i - range.start;
        bool gone =
            distance >= 0 && distance % range.step == 0 && distance / range.step < range.count;
        if (!gone) bytes->text[kept++] = bytes->text[i];
    }
    return rt_bytearray_resize(self, kept);
}

static bool bytearray_setitem(rt_value self, rt_value key, rt_value item)
{
    int64_t index;
    unsigned char byte;
    if (RT_IS_SLICE(key)) return item ? assign_slice(self, key, item) : delete_slice(self, key);
    if (!rt_has_index(key)) {
        rt_raise_format(&rt_exc_TypeError, "bytearray indices must be integers or slices, not %T",
                        key);
        return false;
    }
    switch (rt_index_resolve(key, (int64_t)RT_BYTES(self)->size, &index)) {
    case RT_INDEX_RAISED: return false;
    case RT_INDEX_OUTSIDE:
        rt_raise_format(&rt_exc_IndexError, "bytearray index out of range");
        return false;
    default: break;
    }
    if (!item) return rt_bytearray_splice(self, (size_t)index, (size_t)index + 1, "", 0);
    if (!rt_byte_value(item, "byte", &byte)) return false;
    RT_BYTES(self)->text[index] = (char)byte;
    return true;
}

/* ---- methods --------------------------------------------------------------------------------- */

static rt_value none_if(bool fine)
{
    return fine ? rt_retained(RT_NONE) : 0;
}

rt_value rt_bytearray_append(rt_value self, rt_value item)
{
    unsigned char byte;
    size_t end = RT_BYTES(self)->size;
    return none_if(rt_byte_value(item, "byte", &byte) &&
                   rt_bytearray_splice(self, end, end, (char *)&byte, 1));
}

rt_value rt_bytearray_extend(rt_value self, rt_value iterable)
{
    rt_value bytes = rt_bytes_gather(iterable, "byte");
    if (!bytes) {
        if (!RT_TYPE(iterable)->iter && rt_pending(&rt_exc_TypeError)) {
            rt_clear_pending();
            rt_raise_format(&rt_exc_TypeError, "can't extend bytearray with %T", iterable);
        }
        return 0;
    }
    size_t end = RT_BYTES(self)->size;
    bool fine = rt_bytearray_splice(self, end, end, RT_BYTES(bytes)->text, RT_BYTES(bytes)->size);
    RT_RELEASE(bytes);
    return none_if(fine);
}

rt_value rt_bytearray_insert(rt_value self, rt_value index, rt_value item)
{
    unsigned char byte;
    int64_t place, size = (int64_t)RT_BYTES(self)->size;
    if (!rt_to_i64(index, &place) || !rt_byte_value(item, "byte", &byte)) return 0;
    if (place < 0) place += size;
    size_t at = (size_t)(place < 0 ? 0 : place > size ? size : place);
    return none_if(rt_bytearray_splice(self, at, at, (char *)&byte, 1));
}

rt_value rt_bytearray_pop(rt_value self, rt_value index)
{
    int64_t place = -1, size = (int64_t)RT_BYTES(self)->size;
    if (index && !rt_to_i64(index, &place)) return 0;
    if (!size) return rt_raise_format(&rt_exc_IndexError, "pop from empty bytearray");
    if (place < 0) place += size;
    if (place < 0 || place >= size)
        return rt_raise_format(&rt_exc_IndexError, "pop index out of range");
    unsigned char byte = (unsigned char)RT_BYTES(self)->text[place];
    return rt_bytearray_splice(self, (size_t)place, (size_t)place + 1, "", 0) ? RT_INT(byte) : 0;
}

rt_value rt_bytearray_remove(rt_value self, rt_value value)
{
    unsigned char byte;
    if (!rt_byte_value(value, "byte", &byte)) return 0;
    const char *text = RT_BYTES(self)->text, *at = memchr(text, byte, RT_BYTES(self)->size);
    if (!at) return rt_raise_format(&rt_exc_ValueError, "value not found in bytearray");
    size_t place = (size_t)(at - text);
    return none_if(rt_bytearray_splice(self, place, place + 1, "", 0));
}

rt_value rt_bytearray_clear(rt_value self)
{
    return none_if(rt_bytearray_resize(self, 0));
}

rt_value rt_bytearray_copy(rt_value self)
{
    return rt_bytearray_new(RT_BYTES(self)->text, RT_BYTES(self)->size);
}

rt_value rt_bytearray_reverse(rt_value self)
{
    rt_bytes *bytes = RT_BYTES(self);
    for (size_t i = 0; i < bytes->size / 2; i++) {
        char byte = bytes->text[i];
        bytes->text[i] = bytes->text[bytes->size - 1 - i];
        bytes->text[bytes->size - 1 - i] = byte;
    }
    return rt_retained(RT_NONE);
}

/* ---- the type -------------------------------------------------------------------------------- */

static rt_value bytearray_inplace(rt_binary_op op, rt_value self, rt_value other)
{
    if (op == RT_ADD && rt_is_bytes_like(other)) {
        rt_value extended = rt_bytearray_extend(self, other);
        if (!extended) return 0;
        RT_RELEASE(extended);
        return rt_retained(self);
    }
    return rt_bytes_binary(op, self, other);
}

static rt_value bytearray_repr(rt_value self)
{
    rt_builder builder;
    rt_builder_init(&builder);
    rt_builder_add_c(&builder, RT_TYPE(self)->name);
    rt_builder_add(&builder, "(", 1);
    rt_bytes_repr_into(&builder, RT_BYTES(self)->text, RT_BYTES(self)->size);
    rt_builder_add(&builder, ")", 1);
    return rt_builder_finish(&builder);
}

static rt_value bytearray_make(rt_value cls, rt_value source, rt_value encoding, rt_value errors)
{
    rt_value bytes = rt_bytes_from_arguments(source, encoding, errors, "bytearray");
    if (!bytes) return 0;
    rt_value result = new_of_type((rt_type *)cls, RT_BYTES(bytes)->text, RT_BYTES(bytes)->size);
    RT_RELEASE(bytes);
    return result;
}

static rt_value bytearray_construct(rt_type *cls, const rt_args *args)
{
    static const rt_native_def def = {"bytearray", "source=b'', encoding='utf-8', errors='strict'",
                                      (void (*)(void))bytearray_make, 4, 1};
    return rt_native_call(&def, (rt_value)cls, args);
}

static void bytearray_dealloc(rt_object *self)
{
    rt_bytes *bytes = (rt_bytes *)self;
    rt_free(bytes->text, bytes->capacity);
    rt_free(self, self->type->size);
}

RT_METHODS(bytearray) = {
#include "lib/bytearray.def"
    RT_METHODS_END};

rt_type rt_bytearray_type = {
    .head = RT_TYPE_HEAD,
    .name = "bytearray",
    .size = sizeof(rt_bytes),
    .flags = RT_TYPE_BYTES_LIKE | RT_TYPE_RESIZABLE,
    .base = &rt_object_type,
    .dealloc = bytearray_dealloc,
    .construct = bytearray_construct,
    .repr = bytearray_repr,
    .compare = rt_bytes_compare,
    .binary = rt_bytes_binary,
    .inplace = bytearray_inplace,
    .length = rt_bytes_length,
    .getitem = rt_bytes_getitem,
    .setitem = bytearray_setitem,
    .contains = rt_bytes_contains,
    .iter = rt_bytes_iter,
    .methods = rt_bytearray_methods,
};
