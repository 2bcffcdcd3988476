/* deque_methods.c: the methods of collections.deque by name (rows in lib/deque.def). */
#include "lib/deque.h"
#include "value/arguments.h"
#include "value/slice.h"

rt_value rt_deque_append(rt_value self, rt_value item)
{
    rt_deque_push_back(RT_DEQUE(self), rt_retained(item));
    return rt_retained(RT_NONE);
}

rt_value rt_deque_appendleft(rt_value self, rt_value item)
{
    rt_deque_push_front(RT_DEQUE(self), rt_retained(item));
    return rt_retained(RT_NONE);
}

rt_value rt_deque_clear(rt_value self)
{
    rt_deque_drop_items(RT_DEQUE(self));
    return rt_retained(RT_NONE);
}

rt_value rt_deque_copy(rt_value self)
{
    return rt_deque_copy_of(self);
}

/* The place of an equal item in [first, last): -1 = none, -2 = raised. */
static int64_t find(rt_deque *deque, rt_value value, int64_t first, int64_t last)
{
    uint32_t version = deque->version;
    for (int64_t i = first; i < last; i++) {
        rt_value item = rt_retained(*rt_deque_place(deque, (uint32_t)i));
        int equal = rt_equal(item, value);
        RT_RELEASE(item);
        if (equal) return equal < 0 ? -2 : i;
        if (deque->version == version) continue;
        rt_raise_format(&rt_exc_RuntimeError, "deque mutated during iteration");
        return -2;
    }
    return -1;
}

rt_value rt_deque_count(rt_value self, rt_value value)
{
    rt_deque *deque = RT_DEQUE(self);
    int64_t matches = 0, place = -1;
    while ((place = find(deque, value, place + 1, deque->count)) >= 0) matches++;
    return place == -2 ? 0 : RT_INT(matches);
}

rt_value rt_deque_index(rt_value self, rt_value value, rt_value start, rt_value stop)
{
    rt_deque *deque = RT_DEQUE(self);
    int64_t first, last;
    if (!rt_bounds_resolve(start, stop, false, deque->count, &first, &last)) return 0;
    int64_t place = find(deque, value, first, last);
    if (place >= 0) return RT_INT(place);
    return place == -2 ? 0 : rt_raise_format(&rt_exc_ValueError, "%R is not in deque", value);
}

rt_value rt_deque_extend(rt_value self, rt_value iterable)
{
    return rt_deque_extend_from(self, iterable) ? rt_retained(RT_NONE) : 0;
}

rt_value rt_deque_extendleft(rt_value self, rt_value iterable)
{
    rt_value source = self == iterable ? rt_deque_copy_of(self) : rt_retained(iterable);
    rt_value iterator = rt_iter(source), item;
    RT_RELEASE(source);
    if (!iterator) return 0;
    while ((item = rt_next(iterator))) rt_deque_push_front(RT_DEQUE(self), item);
    RT_RELEASE(iterator);
    return RT_RAISED() ? 0 : rt_retained(RT_NONE);
}

rt_value rt_deque_insert(rt_value self, rt_value index, rt_value value)
{
    rt_deque *deque = RT_DEQUE(self);
    int64_t place;
    if (!rt_index_clamped(index, &place)) return 0;
    if (deque->limit >= 0 && deque->count >= deque->limit)
        return rt_raise_format(&rt_exc_IndexError, "deque already at its maximum size");
    if (place < 0) place += deque->count;
    if (place < 0) place = 0;
    if (place > deque->count) place = deque->count;
    rt_deque_rotate_by(deque, -place);
    rt_deque_push_front(deque, rt_retained(value));
    if (place < deque->count - 1)
        rt_deque_rotate_by(deque, place);
    else
        rt_deque_push_back(deque, rt_deque_pop_front(deque));
    return rt_retained(RT_NONE);
}

rt_value rt_deque_pop(rt_value self)
{
    rt_value item = rt_deque_pop_back(RT_DEQUE(self));
    return item ? item : rt_raise_format(&rt_exc_IndexError, "pop from an empty deque");
}

rt_value rt_deque_popleft(rt_value self)
{
    rt_value item = rt_deque_pop_front(RT_DEQUE(self));
    return item ? item : rt_raise_format(&rt_exc_IndexError, "pop from an empty deque");
}

rt_value rt_deque_remove(rt_value self, rt_value value)
{
    int64_t place = find(RT_DEQUE(self), value, 0, RT_DEQUE(self)->count);
    if (place == -1) return rt_raise_format(&rt_exc_ValueError, "%R is not in deque", value);
    if (place < 0 || !rt_delitem(self, RT_INT(place))) return 0;
    return rt_retained(RT_NONE);
}

rt_value rt_deque_reverse(rt_value self)
{
    rt_deque *deque = RT_DEQUE(self);
    for (uint32_t i = 0, j = deque->count; i + 1 < j; i++) {
        rt_value *low = rt_deque_place(deque, i), *high = rt_deque_place(deque, --j), item = *low;
        *low = *high;
        *high = item;
    }
    return rt_retained(RT_NONE);
}

rt_value rt_deque_rotate(rt_value self, rt_value n)
{
    int64_t steps = 1;
    if (n && !rt_has_index(n))
        return rt_raise_format(&rt_exc_TypeError, "'%T' object cannot be interpreted as an integer",
                               n);
    if (n && !rt_index_clamped(n, &steps)) return 0;
    rt_deque_rotate_by(RT_DEQUE(self), steps);
    return rt_retained(RT_NONE);
}

const rt_native_def rt_deque_methods[] = {
#include "lib/deque.def"
    {0}};
