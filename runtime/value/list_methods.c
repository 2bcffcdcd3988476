/* list_methods.c: the methods of list by name (rows in lib/list.def). */
#include "value/list.h"
#include "value/sequence.h"
#include "value/slice.h"

rt_value rt_list_append(rt_value self, rt_value object)
{
    return rt_list_push(self, rt_retained(object)) ? rt_retained(RT_NONE) : 0;
}

rt_value rt_list_clear(rt_value self)
{
    rt_list_drop_items(RT_LIST(self));
    return rt_retained(RT_NONE);
}

rt_value rt_list_copy(rt_value self)
{
    rt_list *list = RT_LIST(self), *copy = RT_LIST(rt_list_new(list->count));
    rt_copy_items(copy->items, list->items, list->count);
    copy->count = list->count;
    return (rt_value)copy;
}

rt_value rt_list_count(rt_value self, rt_value value)
{
    rt_run run = {&RT_LIST(self)->items, &RT_LIST(self)->count};
    int64_t count = rt_run_count(run, value);
    return count < 0 ? 0 : RT_INT(count);
}

rt_value rt_list_extend(rt_value self, rt_value iterable)
{
    return rt_list_extend_from(self, iterable) ? rt_retained(RT_NONE) : 0;
}

rt_value rt_list_index(rt_value self, rt_value value, rt_value start, rt_value stop)
{
    rt_list *list = RT_LIST(self);
    rt_run run = {&list->items, &list->count};
    int64_t first, last;
    if (!rt_bounds_resolve(start, stop, false, list->count, &first, &last)) return 0;
    int64_t place = rt_run_find(run, value, first, last);
    if (place == -2) return 0;
    if (place >= 0) return RT_INT(place);
    return rt_raise_format(&rt_exc_ValueError, "%R is not in list", value);
}

rt_value rt_list_insert(rt_value self, rt_value index, rt_value object)
{
    rt_list *list = RT_LIST(self);
    int64_t place;
    if (!rt_index_clamped(index, &place)) return 0;
    if (place < 0) place += list->count;
    if (place < 0) place = 0;
    if (place > list->count) place = list->count;
    RT_RETAIN(object);
    return rt_list_splice(list, place, place, &object, 1) ? rt_retained(RT_NONE) : 0;
}

rt_value rt_list_pop(rt_value self, rt_value index)
{
    rt_list *list = RT_LIST(self);
    int64_t place = (int64_t)list->count - 1;
    if (index) {
        int64_t given;
        if (!rt_index_clamped(index, &given)) return 0;
        place = given < 0 ? given + list->count : given;
    }
    if (list->count == 0) return rt_raise_format(&rt_exc_IndexError, "pop from empty list");
    if (place < 0 || place >= list->count)
        return rt_raise_format(&rt_exc_IndexError, "pop index out of range");
    rt_value item = list->items[place];
    size_t behind = (size_t)(list->count - place - 1) * sizeof(rt_value);
    if (behind) memmove(list->items + place, list->items + place + 1, behind);
    list->count--;
    return item;
}

rt_value rt_list_remove(rt_value self, rt_value value)
{
    rt_list *list = RT_LIST(self);
    rt_run run = {&list->items, &list->count};
    int64_t place = rt_run_find(run, value, 0, INT64_MAX);
    if (place == -2) return 0;
    if (place < 0) return rt_raise_format(&rt_exc_ValueError, "list.remove(x): x not in list");
    if (place < list->count) rt_list_splice(list, place, place + 1, NULL, 0);
    return rt_retained(RT_NONE);
}

rt_value rt_list_reverse(rt_value self)
{
    rt_list *list = RT_LIST(self);
    for (uint32_t i = 0, j = list->count; i + 1 < j; i++) {
        rt_value item = list->items[--j];
        list->items[j] = list->items[i];
        list->items[i] = item;
    }
    return rt_retained(RT_NONE);
}

rt_value rt_list_sort(rt_value self, rt_value key, rt_value reverse)
{
    int backwards = reverse ? rt_truth(reverse) : 0;
    if (backwards < 0) return 0;
    return rt_list_sort_by(self, key, backwards) ? rt_retained(RT_NONE) : 0;
}
