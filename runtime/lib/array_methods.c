/* array_methods.c: the methods of array.array by name (rows in lib/array_methods.def). */
#include "lib/array.h"

#include "exc/exception.h"
#include "value/arguments.h"
#include "value/list.h"
#include "value/slice.h"
#include "value/str.h"
#include "value/utf8.h"

#define TYPE(self) (RT_ARRAY(self)->type)

static rt_value none_if(bool fine)
{
    return fine ? rt_retained(RT_NONE) : 0;
}

static rt_value item_at(rt_value self, size_t index)
{
    return rt_item_get(TYPE(self), rt_array_place(self, index));
}

/* ---- adding ---------------------------------------------------------------------------------- */

static bool put_between(rt_value self, size_t index, rt_value v)
{
    char room[8];
    size_t at = index * TYPE(self)->size;
    return rt_array_put(TYPE(self), v, room) &&
           rt_bytearray_splice(self, at, at, room, TYPE(self)->size);
}

rt_value rt_array_append(rt_value self, rt_value v)
{
    return none_if(put_between(self, rt_array_count(self), v));
}

rt_value rt_array_insert(rt_value self, rt_value index, rt_value v)
{
    int64_t place, count = (int64_t)rt_array_count(self);
    if (!rt_index_clamped(index, &place)) return 0;
    if (place < 0) place += count;
    place = place < 0 ? 0 : place > count ? count : place;
    return none_if(put_between(self, (size_t)place, v));
}

rt_value rt_array_extend(rt_value self, rt_value source)
{
    return none_if(rt_array_extend_from(self, source));
}

/* Unlike extend, all or nothing. */
rt_value rt_array_fromlist(rt_value self, rt_value list)
{
    if (!RT_IS_LIST(list)) return rt_raise_format(&rt_exc_TypeError, "arg must be list");
    rt_value items = rt_array_new(TYPE(self));
    bool fine = rt_array_extend_from(items, list) && rt_array_extend_from(self, items);
    RT_RELEASE(items);
    return none_if(fine);
}

rt_value rt_array_frombytes(rt_value self, rt_value buffer)
{
    if (!rt_is_bytes_like(buffer))
        return rt_raise_format(&rt_exc_TypeError, "a bytes-like object is required, not '%T'",
                               buffer);
    if (RT_BYTES(buffer)->size % TYPE(self)->size)
        return rt_raise_format(&rt_exc_ValueError, "bytes length not a multiple of item size");
    rt_value copy = rt_bytes_new(RT_BYTES(buffer)->text, RT_BYTES(buffer)->size);
    size_t end = RT_BYTES(self)->size;
    bool fine = rt_bytearray_splice(self, end, end, RT_BYTES(copy)->text, RT_BYTES(copy)->size);
    RT_RELEASE(copy);
    return none_if(fine);
}

rt_value rt_array_fromunicode(rt_value self, rt_value text)
{
    if (TYPE(self)->kind != RT_ITEM_UNICODE)
        return rt_raise_format(&rt_exc_ValueError,
                               "fromunicode() may only be called on unicode type arrays");
    if (!rt_is_str(text))
        return rt_raise_format(&rt_exc_TypeError, "fromunicode() argument must be str, not %T",
                               text);
    return rt_array_extend(self, text);
}

/* ---- finding and removing -------------------------------------------------------------------- */

/* The first equal item in [first, last): -1 = none, -2 = raised. */
static int64_t find(rt_value self, rt_value v, int64_t first, int64_t last)
{
    for (int64_t i = first; i < last && i < (int64_t)rt_array_count(self); i++) {
        rt_value item = item_at(self, (size_t)i);
        int equal = rt_equal(item, v);
        RT_RELEASE(item);
        if (equal) return equal < 0 ? -2 : i;
    }
    return -1;
}

static bool remove_at(rt_value self, int64_t index)
{
    size_t at = (size_t)index * TYPE(self)->size;
    return rt_bytearray_splice(self, at, at + TYPE(self)->size, "", 0);
}

rt_value rt_array_index(rt_value self, rt_value v, rt_value start, rt_value stop)
{
    int64_t first, last;
    if (!rt_bounds_resolve(start, stop, false, (int64_t)rt_array_count(self), &first, &last))
        return 0;
    int64_t place = find(self, v, first, last);
    if (place == -1) rt_raise_format(&rt_exc_ValueError, "array.index(x): x not in array");
    return place < 0 ? 0 : RT_INT(place);
}

rt_value rt_array_count_of(rt_value self, rt_value v)
{
    int64_t count = 0, place = -1, last = (int64_t)rt_array_count(self);
    while ((place = find(self, v, place + 1, last)) >= 0) count++;
    return place == -1 ? RT_INT(count) : 0;
}

rt_value rt_array_remove(rt_value self, rt_value v)
{
    int64_t place = find(self, v, 0, INT64_MAX);
    if (place == -1) rt_raise_format(&rt_exc_ValueError, "array.remove(x): x not in array");
    return none_if(place >= 0 && remove_at(self, place));
}

rt_value rt_array_pop(rt_value self, rt_value i)
{
    int64_t place = -1, count = (int64_t)rt_array_count(self);
    if (i && !rt_to_i64(i, &place)) return 0;
    if (!count) return rt_raise_format(&rt_exc_IndexError, "pop from empty array");
    if (place < 0) place += count;
    if (place < 0 || place >= count)
        return rt_raise_format(&rt_exc_IndexError, "pop index out of range");
    rt_value item = item_at(self, (size_t)place);
    if (remove_at(self, place)) return item;
    RT_RELEASE(item);
    return 0;
}

/* ---- in place -------------------------------------------------------------------------------- */

rt_value rt_array_reverse(rt_value self)
{
    char room[8];
    size_t unit = TYPE(self)->size, count = rt_array_count(self);
    for (size_t i = 0; i < count / 2; i++) {
        char *low = rt_array_place(self, i), *high = rt_array_place(self, count - 1 - i);
        memcpy(room, low, unit);
        memcpy(low, high, unit);
        memcpy(high, room, unit);
    }
    return rt_retained(RT_NONE);
}

rt_value rt_array_byteswap(rt_value self)
{
    size_t unit = TYPE(self)->size;
    for (size_t i = 0; i < rt_array_count(self); i++) {
        char *item = rt_array_place(self, i);
        for (size_t k = 0; k < unit / 2; k++) {
            char byte = item[k];
            item[k] = item[unit - 1 - k];
            item[unit - 1 - k] = byte;
        }
    }
    return rt_retained(RT_NONE);
}

/* ---- as something else ----------------------------------------------------------------------- */

rt_value rt_array_tolist(rt_value self)
{
    size_t count = rt_array_count(self);
    rt_value list = rt_list_new((uint32_t)count);
    for (size_t i = 0; i < count; i++) rt_list_push(list, item_at(self, i));
    return list;
}

rt_value rt_array_tobytes(rt_value self)
{
    return rt_bytes_new(RT_BYTES(self)->text, RT_BYTES(self)->size);
}

rt_value rt_array_tounicode(rt_value self)
{
    if (TYPE(self)->kind != RT_ITEM_UNICODE)
        return rt_raise_format(&rt_exc_ValueError,
                               "tounicode() may only be called on unicode type arrays");
    rt_value list = rt_array_tolist(self), empty = rt_str_new("", 0);
    rt_value text = rt_text_join(empty, list);
    RT_RELEASE(list);
    RT_RELEASE(empty);
    return text;
}

rt_value rt_array_copy(rt_value self)
{
    rt_value copy = rt_array_new(TYPE(self));
    rt_bytearray_splice(copy, 0, 0, RT_BYTES(self)->text, RT_BYTES(self)->size);
    return copy;
}

rt_value rt_array_deepcopy(rt_value self, rt_value memo)
{
    (void)memo;
    return rt_array_copy(self);
}

rt_value rt_array_buffer_info(rt_value self)
{
    return rt_tuple_of(2, (rt_value[]){rt_int_new((int64_t)(uintptr_t)RT_BYTES(self)->text),
                                       rt_int_new((int64_t)rt_array_count(self))});
}

/* ---- files: anything with read or write ------------------------------------------------------ */

static rt_value call_method(rt_value object, rt_value name, rt_value argument)
{
    rt_value method = rt_getattr(object, name);
    rt_value result = method ? rt_call1(method, argument) : 0;
    RT_RELEASE_OPT(method);
    return result;
}

rt_value rt_array_tofile(rt_value self, rt_value file)
{
    rt_value bytes = rt_array_tobytes(self);
    rt_value written = call_method(file, RT_NAME("write"), bytes);
    RT_RELEASE(bytes);
    RT_RELEASE_OPT(written);
    return none_if(written);
}

rt_value rt_array_fromfile(rt_value self, rt_value file, rt_value n)
{
    int64_t count, size;
    if (!rt_to_i64(n, &count)) return 0;
    if (count < 0) return rt_raise_format(&rt_exc_ValueError, "negative count");
    if (__builtin_mul_overflow(count, TYPE(self)->size, &size))
        return rt_raise_format(&rt_exc_MemoryError, "");
    rt_value wanted = rt_int_new(size);
    rt_value bytes = call_method(file, RT_NAME("read"), wanted);
    RT_RELEASE(wanted);
    if (!bytes) return 0;
    if (!rt_is_bytes(bytes)) {
        RT_RELEASE(bytes);
        return rt_raise_format(&rt_exc_TypeError, "read() didn't return bytes");
    }
    bool whole = (int64_t)RT_BYTES(bytes)->size == size;
    rt_value taken = rt_array_frombytes(self, bytes);
    RT_RELEASE(bytes);
    if (!taken || whole) return taken;
    RT_RELEASE(taken);
    return rt_raise_format(&rt_exc_EOFError, "read() didn't return enough bytes");
}

/* ---- the table ------------------------------------------------------------------------------- */

const rt_native_def rt_array_methods[] = {
#include "lib/array_methods.def"
    {0}};
