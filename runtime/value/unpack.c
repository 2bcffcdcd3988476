/* unpack.c: what assignments to several targets take apart: a, b = v and a, *b, c = v. */
#include "value/list.h"
#include "value/tuple.h"

static rt_value raise_too_few(uint32_t expected, uint32_t got, bool starred)
{
    return rt_raise_format(&rt_exc_ValueError,
                           "not enough values to unpack (expected %s%u, got %u)",
                           starred ? "at least " : "", expected, got);
}

static rt_value raise_too_many(uint32_t expected)
{
    return rt_raise_format(&rt_exc_ValueError, "too many values to unpack (expected %u)", expected);
}

static rt_value open_iterator(rt_value v)
{
    rt_type *type = RT_TYPE(v);
    if (!type->iter && !type->getitem)
        return rt_raise_format(&rt_exc_TypeError, "cannot unpack non-iterable %T object", v);
    return rt_iter(v);
}

static rt_value from_items(uint32_t count, const rt_value *items, uint32_t expected)
{
    if (count < expected) return raise_too_few(expected, count, false);
    if (count > expected) return raise_too_many(expected);
    return rt_tuple_copy(count, items);
}

/* Fills the tuple; false = raised. */
static bool take_items(rt_value iterator, rt_value *items, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if ((items[i] = rt_next(iterator))) continue;
        if (!RT_RAISED()) raise_too_few(count, i, false);
        return false;
    }
    rt_value extra = rt_next(iterator);
    if (!extra) return !RT_RAISED();
    RT_RELEASE(extra);
    return raise_too_many(count);
}

rt_value rt_unpack_any(rt_value v, uint32_t count)
{
    rt_type *type = RT_TYPE(v);
    if (type == &rt_tuple_type && RT_TUPLE(v)->count == count) return rt_retained(v);
    if (type == &rt_tuple_type) return from_items(RT_TUPLE(v)->count, RT_TUPLE(v)->items, count);
    if (type == &rt_list_type) return from_items(RT_LIST(v)->count, RT_LIST(v)->items, count);
    rt_value iterator = open_iterator(v);
    if (!iterator) return 0;
    rt_value tuple = rt_tuple_new(count);
    bool fine = take_items(iterator, RT_TUPLE(tuple)->items, count);
    RT_RELEASE(iterator);
    if (fine) return tuple;
    RT_RELEASE(tuple);
    return 0;
}

rt_value rt_unpack_star(rt_value v, uint32_t before, uint32_t after)
{
    rt_value iterator = open_iterator(v);
    if (!iterator) return 0;
    rt_value all = rt_list_new(before + after);
    bool fine = rt_list_extend_from(all, iterator);
    RT_RELEASE(iterator);
    uint32_t count = RT_LIST(all)->count;
    if (fine && count < before + after) fine = raise_too_few(before + after, count, true);
    if (!fine) {
        RT_RELEASE(all);
        return 0;
    }
    rt_value tuple = rt_tuple_new(before + 1 + after), *to = RT_TUPLE(tuple)->items;
    rt_value *from = RT_LIST(all)->items;
    if (before) memcpy(to, from, before * sizeof *to);
    to[before] = rt_list_of(count - before - after, from + before);
    if (after) memcpy(to + before + 1, from + count - after, after * sizeof *to);
    RT_LIST(all)->count = 0; /* the items have moved */
    RT_RELEASE(all);
    return tuple;
}
