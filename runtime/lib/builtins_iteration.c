/* builtins_iteration.c: the builtin functions that walk iterables: all, any, iter, len, max, min,
 * next, sorted, sum (rows in lib/builtins.def). */
#include "value/float.h"
#include "value/int.h"
#include "value/iterator.h"
#include "value/list.h"
#include "value/tuple.h"

rt_value rt_builtin_len(rt_value obj)
{
    int64_t length = rt_length(obj);
    return length < 0 ? 0 : rt_int_new(length);
}

/* Is there an item of the given truth? -1 = raised. */
static int has_item(rt_value iterable, int wanted)
{
    rt_value iterator = rt_iter(iterable), item;
    if (!iterator) return -1;
    int truth = !wanted;
    while (truth == !wanted && (item = rt_next(iterator))) {
        truth = rt_truth(item);
        RT_RELEASE(item);
    }
    RT_RELEASE(iterator);
    return truth < 0 || RT_RAISED() ? -1 : truth == wanted;
}

rt_value rt_builtin_all(rt_value iterable)
{
    int found = has_item(iterable, 0);
    return found < 0 ? 0 : rt_retained(RT_BOOL(!found));
}

rt_value rt_builtin_any(rt_value iterable)
{
    int found = has_item(iterable, 1);
    return found < 0 ? 0 : rt_retained(RT_BOOL(found));
}

rt_value rt_builtin_iter(rt_value object, rt_value sentinel)
{
    if (!sentinel) return rt_iter(object);
    if (!RT_TYPE(object)->call)
        return rt_raise_format(&rt_exc_TypeError, "iter(v, w): v must be callable");
    return rt_callable_iterator_new(object, sentinel);
}

rt_value rt_builtin_next(rt_value iterator, rt_value absent)
{
    if (!RT_TYPE(iterator)->next)
        return rt_raise_format(&rt_exc_TypeError, "'%T' object is not an iterator", iterator);
    rt_value item = rt_next_or_stop(iterator);
    if (item) return item;
    if (absent && rt_pending(&rt_exc_StopIteration)) {
        rt_clear_pending();
        return rt_retained(absent);
    }
    return 0;
}

rt_value rt_builtin_sorted(rt_value iterable, rt_value key, rt_value reverse)
{
    int backwards = reverse ? rt_truth(reverse) : 0;
    if (backwards < 0) return 0;
    rt_value list = rt_list_from(iterable);
    if (!list || rt_list_sort_by(list, key, backwards)) return list;
    RT_RELEASE(list);
    return 0;
}

/* ---- max and min */

/* The best item so far with its key, both owned; 0 = none yet. */
typedef struct extreme {
    rt_compare_op op; /* RT_GT for max, RT_LT for min */
    rt_value function;
    rt_value item, key;
} extreme;

/* Considers an item (consumed); false = raised. */
static bool consider(extreme *best, rt_value item)
{
    rt_value key = best->function ? rt_call1(best->function, item) : rt_retained(item);
    int better = !key ? -1 : !best->key ? 1 : rt_compare_truth(best->op, key, best->key);
    if (better != 1) {
        RT_RELEASE_OPT(key);
        RT_RELEASE(item);
        return better == 0;
    }
    RT_RELEASE_OPT(best->item);
    RT_RELEASE_OPT(best->key);
    best->item = item;
    best->key = key;
    return true;
}

static bool consider_all(extreme *best, rt_value iterable)
{
    rt_value iterator = rt_iter(iterable), item;
    if (!iterator) return false;
    bool fine = true;
    while (fine && (item = rt_next(iterator))) fine = consider(best, item);
    RT_RELEASE(iterator);
    return fine && !RT_RAISED();
}

static rt_value find_extreme(const char *name, extreme best, rt_value args, rt_value absent)
{
    rt_tuple *given = RT_TUPLE(args);
    if (given->count == 0)
        return rt_raise_format(&rt_exc_TypeError, "%s expected at least 1 argument, got 0", name);
    if (given->count > 1 && absent)
        return rt_raise_format(&rt_exc_TypeError,
                               "Cannot specify a default for %s() with multiple "
                               "positional arguments",
                               name);
    bool fine = consider_all(&best, given->count > 1 ? args : given->items[0]);
    RT_RELEASE_OPT(best.key);
    if (!fine) {
        RT_RELEASE_OPT(best.item);
        return 0;
    }
    if (best.item) return best.item;
    if (absent) return rt_retained(absent);
    return rt_raise_format(&rt_exc_ValueError, "%s() arg is an empty sequence", name);
}

rt_value rt_builtin_max(rt_value args, rt_value key, rt_value absent)
{
    return find_extreme("max", (extreme){RT_GT, key == RT_NONE ? 0 : key, 0, 0}, args, absent);
}

rt_value rt_builtin_min(rt_value args, rt_value key, rt_value absent)
{
    return find_extreme("min", (extreme){RT_LT, key == RT_NONE ? 0 : key, 0, 0}, args, absent);
}

/* ---- sum */

/* Adds the rest of the items to `total` (consumed). */
static rt_value sum_items(rt_value iterator, rt_value total)
{
    rt_value item;
    while (total && (item = rt_next(iterator))) {
        rt_value sum = rt_add(total, item);
        RT_RELEASE(total);
        RT_RELEASE(item);
        total = sum;
    }
    if (!RT_RAISED()) return total;
    RT_RELEASE_OPT(total);
    return 0;
}

/* Floats add up without an object for each sum; the first item of another type goes the long
 * way. */
static rt_value sum_floats(rt_value iterator, rt_value first)
{
    double total = rt_float_value(first);
    RT_RELEASE(first);
    rt_value item;
    while ((item = rt_next(iterator))) {
        bool plain = RT_TYPE(item) == &rt_float_type;
        if (!plain && !RT_IS_INT(item)) {
            rt_value sum = rt_float_new(total), next = rt_add(sum, item);
            RT_RELEASE(sum);
            RT_RELEASE(item);
            return sum_items(iterator, next);
        }
        total += plain ? rt_float_value(item) : (double)RT_INT_VALUE(item);
        RT_RELEASE(item);
    }
    return RT_RAISED() ? 0 : rt_float_new(total);
}

/* Starts with ints; a first float switches over. */
static rt_value sum_numbers(rt_value iterator, rt_value total)
{
    rt_value item;
    while (RT_IS_INT(total) && (item = rt_next(iterator))) {
        rt_value sum = rt_add(total, item);
        RT_RELEASE(item);
        if (!sum) return 0;
        total = sum;
    }
    if (RT_RAISED()) return 0;
    if (RT_IS_INT(total)) return total;
    return RT_TYPE(total) == &rt_float_type ? sum_floats(iterator, total)
                                            : sum_items(iterator, total);
}

static bool check_start(rt_value start)
{
    static const struct {
        rt_type *type;
        const char *name, *quote;
    } refused[] = {
        {&rt_str_type, "strings", "''"},
        {&rt_bytes_type, "bytes", "b''"},
        {&rt_bytearray_type, "bytearray", "b''"},
    };
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (rt_is_instance_of(start, refused[i].type))
            return rt_raise_format(&rt_exc_TypeError,
                                   "sum() can't sum %s [use %s.join(seq) instead]", refused[i].name,
                                   refused[i].quote);
    return true;
}

rt_value rt_builtin_sum(rt_value iterable, rt_value start)
{
    rt_value iterator = rt_iter(iterable);
    if (!iterator) return 0;
    rt_value total = 0;
    if (!start || RT_IS_INT(start))
        total = sum_numbers(iterator, start ? start : RT_INT(0));
    else if (RT_TYPE(start) == &rt_float_type)
        total = sum_floats(iterator, rt_retained(start));
    else if (check_start(start))
        total = sum_items(iterator, rt_retained(start));
    RT_RELEASE(iterator);
    return total;
}
