/* set_methods.c: the methods of set and frozenset by name (rows in lib/set.def, lib/frozenset.def).
 * New sets are of the built-in type of `self`, also where that is a subclass's instance. */
#include "value/arguments.h"
#include "value/dict.h"
#include "value/set.h"
#include "value/tuple.h"

static rt_type *built_in_type(rt_value self)
{
    return RT_IS_SET(self) ? &rt_set_type : &rt_frozenset_type;
}

static rt_value none_if(bool fine)
{
    return fine ? rt_retained(RT_NONE) : 0;
}

rt_value rt_set_init(rt_value self, rt_value args, rt_value kwargs)
{
    if (kwargs && rt_length(kwargs))
        return rt_raise_format(&rt_exc_TypeError, "set() takes no keyword arguments");
    rt_args given = {RT_TUPLE(args)->items, RT_TUPLE(args)->count, 0, NULL};
    if (!rt_count_between("set", &given, 0, 1)) return 0;
    rt_set_drop_keys(RT_SET(self));
    return none_if(given.positional == 0 || rt_set_update_from(RT_SET(self), given.values[0]));
}

/* ---- one key */

rt_value rt_set_add(rt_value self, rt_value object)
{
    return none_if(rt_set_add_key(RT_SET(self), object));
}

rt_value rt_set_discard_item(rt_value self, rt_value object)
{
    return none_if(rt_set_discard(RT_SET(self), object) >= 0);
}

rt_value rt_set_remove(rt_value self, rt_value object)
{
    int removed = rt_set_discard(RT_SET(self), object);
    if (removed == 0) rt_raise_key_error(object);
    return none_if(removed == 1);
}

rt_value rt_set_pop(rt_value self)
{
    rt_value key = rt_set_pop_key(RT_SET(self));
    return key ? key : rt_raise_format(&rt_exc_KeyError, "pop from an empty set");
}

rt_value rt_set_clear(rt_value self)
{
    rt_set_drop_keys(RT_SET(self));
    return rt_retained(RT_NONE);
}

rt_value rt_set_copy(rt_value self)
{
    return rt_set_copy_of(&rt_set_type, self);
}

rt_value rt_frozenset_copy(rt_value self)
{
    if (RT_TYPE(self) == &rt_frozenset_type) return rt_retained(self);
    return rt_set_copy_of(&rt_frozenset_type, self);
}

/* ---- updates in place */

typedef bool update_fn(rt_set *set, rt_value iterable);

static bool update_with_all(rt_value self, rt_value others, update_fn *update)
{
    for (uint32_t i = 0; i < RT_TUPLE(others)->count; i++)
        if (!update(RT_SET(self), RT_TUPLE(others)->items[i])) return false;
    return true;
}

rt_value rt_set_update(rt_value self, rt_value others)
{
    return none_if(update_with_all(self, others, rt_set_update_from));
}

rt_value rt_set_difference_update_all(rt_value self, rt_value others)
{
    return none_if(update_with_all(self, others, rt_set_difference_update));
}

rt_value rt_set_symmetric_difference_update(rt_value self, rt_value other)
{
    return none_if(rt_set_symmetric_update(RT_SET(self), other));
}

rt_value rt_set_intersection_update(rt_value self, rt_value others)
{
    rt_value common = rt_set_intersection(self, others);
    if (!common) return 0;
    rt_set_swap(RT_SET(self), RT_SET(common));
    RT_RELEASE(common);
    return rt_retained(RT_NONE);
}

/* ---- new sets */

typedef rt_value combine_fn(rt_type *cls, rt_value set, rt_value iterable);

/* self combined with each of the others in turn. */
static rt_value combine_all(rt_value self, rt_value others, combine_fn *combine)
{
    rt_type *cls = built_in_type(self);
    uint32_t count = RT_TUPLE(others)->count;
    if (count == 0) return rt_set_copy_of(cls, self);
    rt_value result = rt_retained(self);
    for (uint32_t i = 0; result && i < count; i++) {
        rt_value next = combine(cls, result, RT_TUPLE(others)->items[i]);
        RT_RELEASE(result);
        result = next;
    }
    return result;
}

rt_value rt_set_intersection(rt_value self, rt_value others)
{
    return combine_all(self, others, rt_set_intersect);
}

/* The first difference decides how the set is copied; the rest is taken out of the result. */
rt_value rt_set_difference(rt_value self, rt_value others)
{
    uint32_t count = RT_TUPLE(others)->count;
    rt_type *cls = built_in_type(self);
    if (count == 0) return rt_set_copy_of(cls, self);
    rt_value result = rt_set_subtract(cls, self, RT_TUPLE(others)->items[0]);
    for (uint32_t i = 1; result && i < count; i++) {
        if (rt_set_difference_update(RT_SET(result), RT_TUPLE(others)->items[i])) continue;
        RT_RELEASE(result);
        result = 0;
    }
    return result;
}

rt_value rt_set_union(rt_value self, rt_value others)
{
    rt_value result = rt_set_copy_of(built_in_type(self), self);
    for (uint32_t i = 0; result && i < RT_TUPLE(others)->count; i++) {
        rt_value other = RT_TUPLE(others)->items[i];
        if (other == self || rt_set_update_from(RT_SET(result), other)) continue;
        RT_RELEASE(result);
        result = 0;
    }
    return result;
}

rt_value rt_set_symmetric_difference(rt_value self, rt_value other)
{
    rt_value result = rt_set_make_from(built_in_type(self), other);
    if (!result) return 0;
    if (rt_set_symmetric_update(RT_SET(result), self)) return result;
    RT_RELEASE(result);
    return 0;
}

/* ---- questions */

static rt_value bool_of(int answer)
{
    return answer < 0 ? 0 : rt_retained(RT_BOOL(answer));
}

/* Any iterable as a set: itself where it is one. */
static rt_value as_set(rt_value iterable)
{
    if (RT_IS_ANY_SET(iterable)) return rt_retained(iterable);
    return rt_set_make_from(&rt_set_type, iterable);
}

rt_value rt_set_isdisjoint(rt_value self, rt_value other)
{
    return bool_of(rt_set_is_disjoint(self, other));
}

rt_value rt_set_issubset(rt_value self, rt_value other)
{
    rt_value set = as_set(other);
    if (!set) return 0;
    int answer = rt_set_is_subset(self, set);
    RT_RELEASE(set);
    return bool_of(answer);
}

rt_value rt_set_issuperset(rt_value self, rt_value other)
{
    rt_value set = as_set(other);
    if (!set) return 0;
    int answer = rt_set_is_subset(set, self);
    RT_RELEASE(set);
    return bool_of(answer);
}
