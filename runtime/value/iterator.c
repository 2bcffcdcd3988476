/* iterator.c: the lazy iterators of builtins: enumerate, zip, map, filter, iter(callable,
 * sentinel). */
#include "value/iterator.h"

#include "value/arguments.h"
#include "value/int.h"
#include "value/lazy.h"
#include "value/tuple.h"

/* `first` is what each calls: the function of map and filter, the callable of iter(); for
 * enumerate it is the next number. `second` is the sentinel of iter(), and the tuple that
 * enumerate and zip gave last; `state` is 1 for a strict zip. */

/* ---- enumerate(iterable, start=0) */

static rt_value enumerate_construct(rt_type *cls, const rt_args *args)
{
    static const char *const names[] = {"iterable", "start"};
    rt_value given[2];
    if (!rt_arguments_bind("enumerate", names, 0, 2, args, given)) return 0;
    if (!given[0])
        return rt_raise_format(&rt_exc_TypeError,
                               "enumerate() missing required argument 'iterable'");
    rt_value start = given[1] ? rt_int_index(given[1]) : RT_INT(0);
    if (!start) return 0;
    rt_lazy *it = rt_lazy_new(cls, 1);
    it->first = start;
    return rt_lazy_open(it, &given[0]);
}

static rt_value enumerate_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (!it->first) return 0; /* cleared */
    rt_value item = rt_next(it->sources[0]);
    if (!item) return 0;
    rt_value number = it->first, next = rt_add(number, RT_INT(1));
    if (!next) {
        RT_RELEASE(item);
        return 0;
    }
    it->first = next;
    rt_value pair = rt_tuple_again(&it->second, 2);
    rt_tuple_put(pair, 0, number);
    rt_tuple_put(pair, 1, item);
    return pair;
}

/* ---- zip(*iterables, strict=False) */

static rt_value zip_construct(rt_type *cls, const rt_args *args)
{
    int strict = 0;
    for (uint32_t i = 0; i < args->named; i++) {
        if (rt_equal(args->names[i], RT_NAME("strict")) != 1)
            return rt_raise_format(&rt_exc_TypeError,
                                   "'%V' is an invalid keyword argument for zip()", args->names[i]);
        strict = rt_truth(args->values[args->positional + i]);
        if (strict < 0) return 0;
    }
    rt_lazy *it = rt_lazy_new(cls, args->positional);
    it->state = (uint32_t)strict;
    return rt_lazy_open(it, args->values);
}

static rt_value raise_length(uint32_t place, const char *relation)
{
    if (place == 1)
        return rt_raise_format(&rt_exc_ValueError, "zip() argument 2 is %s than argument 1",
                               relation);
    return rt_raise_format(&rt_exc_ValueError, "zip() argument %u is %s than arguments 1-%u",
                           place + 1, relation, place);
}

/* Source `ended` of a strict zip is exhausted: all others must be too. */
static rt_value check_all_ended(rt_lazy *it, uint32_t ended)
{
    if (RT_RAISED() || !it->state) return 0;
    if (ended) return raise_length(ended, "shorter");
    for (uint32_t i = 1; i < it->count; i++) {
        rt_value item = rt_next(it->sources[i]);
        if (item) {
            RT_RELEASE(item);
            return raise_length(i, "longer");
        }
        if (RT_RAISED()) return 0;
    }
    return 0;
}

static rt_value zip_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (it->count == 0) return 0;
    rt_value tuple = rt_tuple_again(&it->second, it->count);
    for (uint32_t i = 0; i < it->count; i++) {
        rt_value item = rt_next(it->sources[i]);
        if (!item) {
            RT_RELEASE(tuple);
            return check_all_ended(it, i);
        }
        rt_tuple_put(tuple, i, item);
    }
    return tuple;
}

/* ---- map(function, *iterables) */

static rt_value map_construct(rt_type *cls, const rt_args *args)
{
    if (!rt_no_keywords("map", args)) return 0;
    if (args->positional < 2)
        return rt_raise_format(&rt_exc_TypeError, "map() must have at least two arguments.");
    rt_lazy *it = rt_lazy_new(cls, args->positional - 1);
    it->first = rt_retained(args->values[0]);
    return rt_lazy_open(it, args->values + 1);
}

#define MAP_ARGUMENTS 4 /* more than that are gathered on the heap */

static rt_value map_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (!it->first) return 0; /* cleared */
    rt_value few[MAP_ARGUMENTS] = {0}, *arguments = few;
    uint32_t count = it->count, taken = 0;
    if (count > MAP_ARGUMENTS) arguments = rt_alloc(count * sizeof *arguments);
    while (taken < count && (arguments[taken] = rt_next(it->sources[taken]))) taken++;
    rt_value result = taken == count ? rt_call(it->first, count, arguments) : 0;
    for (uint32_t i = 0; i < taken; i++) RT_RELEASE(arguments[i]);
    if (arguments != few) rt_free(arguments, count * sizeof *arguments);
    return result;
}

/* ---- filter(function, iterable) */

static rt_value filter_construct(rt_type *cls, const rt_args *args)
{
    if (!rt_no_keywords("filter", args) || !rt_count_between("filter", args, 2, 2)) return 0;
    rt_lazy *it = rt_lazy_new(cls, 1);
    it->first = rt_retained(args->values[0]);
    return rt_lazy_open(it, args->values + 1);
}

static int passes(rt_value function, rt_value item)
{
    if (function == RT_NONE || function == (rt_value)&rt_bool_type) return rt_truth(item);
    rt_value verdict = rt_call1(function, item);
    if (!verdict) return -1;
    int truth = rt_truth(verdict);
    RT_RELEASE(verdict);
    return truth;
}

static rt_value filter_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    while (it->first) { /* not cleared */
        rt_value item = rt_next(it->sources[0]);
        if (!item) return 0;
        int truth = passes(it->first, item);
        if (truth == 1) return item;
        RT_RELEASE(item);
        if (truth < 0) return 0;
    }
    return 0;
}

/* ---- iter(callable, sentinel) */

rt_value rt_callable_iterator_new(rt_value callable, rt_value sentinel)
{
    rt_lazy *it = rt_lazy_new(&rt_callable_iterator_type, 0);
    it->first = rt_retained(callable);
    it->second = rt_retained(sentinel);
    return (rt_value)it;
}

static rt_value callable_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (!it->first) return 0;
    rt_value item = rt_call(it->first, 0, NULL);
    if (!item) {
        if (!rt_pending(&rt_exc_StopIteration)) return 0;
        rt_clear_pending();
        rt_lazy_clear((rt_object *)it);
        return 0;
    }
    int ended = it->first ? rt_equal(it->second, item) : 1;
    if (!ended) return item;
    RT_RELEASE(item);
    if (ended == 1) rt_lazy_clear((rt_object *)it);
    return 0;
}

/* ---- types */

RT_LAZY_TYPE(rt_enumerate_type, "enumerate", enumerate_construct, enumerate_next, .repr = NULL);
RT_LAZY_TYPE(rt_zip_type, "zip", zip_construct, zip_next, .repr = NULL);
RT_LAZY_TYPE(rt_map_type, "map", map_construct, map_next, .repr = NULL);
RT_LAZY_TYPE(rt_filter_type, "filter", filter_construct, filter_next, .repr = NULL);
RT_LAZY_TYPE(rt_callable_iterator_type, "callable_iterator", NULL, callable_next, .repr = NULL);
