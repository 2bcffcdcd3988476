/* set_algebra.c: sets with sets and with any iterable: updates, intersection, difference, subsets.
 * Which operand is walked, and into what the result goes, follows CPython, since it decides the
 * order of the result. */
#include "value/dict.h"
#include "value/hash.h"
#include "value/set.h"

rt_value rt_set_make_from(rt_type *cls, rt_value iterable)
{
    rt_value set = rt_set_make(cls);
    if (rt_set_update_from(RT_SET(set), iterable)) return set;
    RT_RELEASE(set);
    return 0;
}

/* ---- walking */

/* What happens to each key; false = raised. */
typedef bool visit_fn(void *context, rt_value key, int64_t hash);

static bool each_of_set(rt_set *source, visit_fn *visit, void *context)
{
    uint64_t cursor = 0;
    rt_set_entry *entry;
    bool fine = true;
    while (fine && (entry = rt_set_next_entry(source, &cursor))) {
        rt_value key = rt_retained(entry->key);
        fine = visit(context, key, entry->hash);
        RT_RELEASE(key);
    }
    return fine;
}

static bool each_of_dict(rt_dict *source, visit_fn *visit, void *context)
{
    bool fine = true;
    for (uint32_t i = 0; fine && i < source->filled; i++) {
        if (!source->entries[i].key) continue;
        rt_value key = rt_retained(source->entries[i].key);
        fine = visit(context, key, source->entries[i].hash);
        RT_RELEASE(key);
    }
    return fine;
}

static bool each_of_iterable(rt_value iterable, visit_fn *visit, void *context)
{
    rt_value iterator = rt_iter(iterable), key;
    if (!iterator) return false;
    bool fine = true;
    while (fine && (key = rt_next(iterator))) {
        int64_t hash = rt_key_hash(key);
        fine = hash != -1 && visit(context, key, hash);
        RT_RELEASE(key);
    }
    RT_RELEASE(iterator);
    return fine && !RT_RAISED();
}

static bool each_key(rt_value source, visit_fn *visit, void *context)
{
    if (RT_IS_ANY_SET(source)) return each_of_set(RT_SET(source), visit, context);
    if (RT_TYPE(source) == &rt_dict_type) return each_of_dict(RT_DICT(source), visit, context);
    return each_of_iterable(source, visit, context);
}

/* ---- updates */

static bool add(void *set, rt_value key, int64_t hash)
{
    return rt_set_add_hashed(set, key, hash);
}

bool rt_set_update_from(rt_set *set, rt_value iterable)
{
    if (RT_IS_ANY_SET(iterable)) return rt_set_merge(set, RT_SET(iterable));
    if (RT_TYPE(iterable) == &rt_dict_type) rt_set_expect(set, RT_DICT(iterable)->used);
    return each_key(iterable, add, set);
}

bool rt_set_update_with(rt_value set, rt_value iterable)
{
    return rt_set_update_from(RT_SET(set), iterable);
}

static bool discard(void *set, rt_value key, int64_t hash)
{
    return rt_set_discard_hashed(set, key, hash) >= 0;
}

bool rt_set_difference_update(rt_set *set, rt_value iterable)
{
    if ((rt_value)set == iterable) {
        rt_set_drop_keys(set);
        return true;
    }
    if (!each_key(iterable, discard, set)) return false;
    /* Mostly deleted entries: a smaller table makes later walks cheap again. */
    if ((uint64_t)(set->filled - set->used) > set->mask / 4) rt_set_shrink(set);
    return true;
}

static bool toggle(void *set, rt_value key, int64_t hash)
{
    int was_there = rt_set_discard_hashed(set, key, hash);
    return was_there < 0 ? false : was_there || rt_set_add_hashed(set, key, hash);
}

bool rt_set_symmetric_update(rt_set *set, rt_value iterable)
{
    if ((rt_value)set == iterable) {
        rt_set_drop_keys(set);
        return true;
    }
    if (RT_IS_ANY_SET(iterable) || RT_TYPE(iterable) == &rt_dict_type)
        return each_key(iterable, toggle, set);
    rt_value other = rt_set_make_from(&rt_set_type, iterable);
    if (!other) return false;
    bool fine = each_of_set(RT_SET(other), toggle, set);
    RT_RELEASE(other);
    return fine;
}

/* ---- new sets */

/* The keys of `walked` that `kept` has (or lacks) go into a new set. */
typedef struct selection {
    rt_set *result, *kept;
    bool wanted;
} selection;

static bool select_key(void *context, rt_value key, int64_t hash)
{
    selection *s = context;
    int has = rt_set_has_hashed(s->kept, key, hash);
    if (has < 0) return false;
    return has != s->wanted || rt_set_add_hashed(s->result, key, hash);
}

rt_value rt_set_intersect(rt_type *cls, rt_value set, rt_value iterable)
{
    if (set == iterable) return rt_set_copy_of(cls, set);
    rt_value result = rt_set_make(cls);
    selection s = {RT_SET(result), RT_SET(set), true};
    rt_value walked = iterable;
    if (RT_IS_ANY_SET(iterable) && RT_SET(iterable)->used > s.kept->used) {
        s.kept = RT_SET(iterable); /* the smaller one is walked */
        walked = set;
    }
    bool fine = RT_IS_ANY_SET(walked) ? each_of_set(RT_SET(walked), select_key, &s)
                                      : each_of_iterable(walked, select_key, &s);
    if (fine) return result;
    RT_RELEASE(result);
    return 0;
}

bool rt_set_intersect_update(rt_set *set, rt_value iterable)
{
    rt_value common = rt_set_intersect(&rt_set_type, (rt_value)set, iterable);
    if (!common) return false;
    rt_set_swap(set, RT_SET(common));
    RT_RELEASE(common);
    return true;
}

rt_value rt_set_unite(rt_type *cls, rt_value set, rt_value iterable)
{
    rt_value result = rt_set_copy_of(cls, set);
    if (set == iterable || rt_set_update_from(RT_SET(result), iterable)) return result;
    RT_RELEASE(result);
    return 0;
}

/* Where the other operand is small or not a set, a copy loses its keys one by one. */
static rt_value copy_and_subtract(rt_type *cls, rt_value set, rt_value iterable)
{
    rt_value result = rt_set_copy_of(cls, set);
    if (rt_set_difference_update(RT_SET(result), iterable)) return result;
    RT_RELEASE(result);
    return 0;
}

rt_value rt_set_subtract(rt_type *cls, rt_value set, rt_value iterable)
{
    bool is_dict = RT_TYPE(iterable) == &rt_dict_type;
    if (!is_dict && !RT_IS_ANY_SET(iterable)) return copy_and_subtract(cls, set, iterable);
    uint32_t other_size = is_dict ? RT_DICT(iterable)->used : RT_SET(iterable)->used;
    if (RT_SET(set)->used / 4 > other_size) return copy_and_subtract(cls, set, iterable);
    rt_value other = is_dict ? rt_set_make_from(&rt_set_type, iterable) : rt_retained(iterable);
    if (!other) return 0;
    rt_value result = rt_set_make(cls);
    selection s = {RT_SET(result), RT_SET(other), false};
    bool fine = each_of_set(RT_SET(set), select_key, &s);
    RT_RELEASE(other);
    if (fine) return result;
    RT_RELEASE(result);
    return 0;
}

/* ---- questions */

int rt_set_is_subset(rt_value self, rt_value other)
{
    rt_set *set = RT_SET(self);
    if (set->used > RT_SET(other)->used) return 0;
    uint64_t cursor = 0;
    rt_set_entry *entry;
    int has = 1;
    while (has == 1 && (entry = rt_set_next_entry(set, &cursor))) {
        rt_value key = rt_retained(entry->key);
        has = rt_set_has_hashed(RT_SET(other), key, entry->hash);
        RT_RELEASE(key);
    }
    return has;
}

int rt_set_is_disjoint(rt_value self, rt_value iterable)
{
    rt_value common = rt_set_intersect(&rt_set_type, self, iterable);
    if (!common) return -1;
    int empty = RT_SET(common)->used == 0;
    RT_RELEASE(common);
    return empty;
}

/* A set among the keys: looked up as the frozenset of the same keys. */
static rt_value as_frozenset(rt_value key)
{
    if (!RT_IS_SET(key) || !rt_pending(&rt_exc_TypeError)) return 0;
    rt_clear_pending();
    return rt_set_copy_of(&rt_frozenset_type, key);
}

static int with_hash(rt_set *set, rt_value key, int (*operation)(rt_set *, rt_value, int64_t))
{
    int64_t hash = rt_key_hash(key);
    if (hash != -1) return operation(set, key, hash);
    rt_value frozen = as_frozenset(key);
    if (!frozen) return -1;
    hash = rt_hash(frozen);
    int result = hash == -1 ? -1 : operation(set, frozen, hash);
    RT_RELEASE(frozen);
    return result;
}

int rt_set_has(rt_set *set, rt_value key)
{
    return with_hash(set, key, rt_set_has_hashed);
}

int rt_set_discard(rt_set *set, rt_value key)
{
    return with_hash(set, key, rt_set_discard_hashed);
}
