/* iterator.c: the lazy iterators of builtins: enumerate, zip, map, filter, iter(callable, sentinel). */
#include "value/iterator.h"

#include "value/arguments.h"
#include "value/int.h"
#include "value/tuple.h"

/* They all consist of values: a fixed one or two, then perhaps iterators. One layout and one set of
 * life functions serve for all. */
typedef struct lazy {
    rt_object head;
    uint32_t count;  /* of sources */
    bool strict;     /* zip */
    rt_value function; /* map, filter; the callable of iter(); enumerate: the next number. 0 = done */
    rt_value sentinel; /* iter() */
    rt_value *sources; /* iterators */
} lazy;
#define LAZY(v) ((lazy *)(v))

static lazy *lazy_new(rt_type *type, uint32_t count)
{
    lazy *it = rt_object_new(type, type->size);
    if (count) it->sources = memset(rt_alloc(count * sizeof(rt_value)), 0, count * sizeof(rt_value));
    it->count = count;
    return it;
}

/* Opens the iterables as the sources; false = raised. */
static bool open_sources(lazy *it, const rt_value *iterables)
{
    for (uint32_t i = 0; i < it->count; i++)
        if (!(it->sources[i] = rt_iter(iterables[i]))) return false;
    return true;
}

static rt_value opened(lazy *it, const rt_value *iterables)
{
    if (open_sources(it, iterables)) return (rt_value)it;
    RT_RELEASE((rt_value)it);
    return 0;
}

static void lazy_clear(rt_object *self)
{
    lazy *it = (lazy *)self;
    rt_value function = it->function, sentinel = it->sentinel, *sources = it->sources;
    uint32_t count = it->count;
    it->function = it->sentinel = 0;
    it->sources = NULL;
    it->count = 0;
    RT_RELEASE_OPT(function);
    RT_RELEASE_OPT(sentinel);
    for (uint32_t i = 0; i < count; i++) RT_RELEASE_OPT(sources[i]);
    if (sources) rt_free(sources, count * sizeof(rt_value));
}

static void lazy_dealloc(rt_object *self)
{
    lazy_clear(self);
    rt_free(self, self->type->size);
}

static void lazy_traverse(rt_object *self, rt_visit_fn *visit, void *context)
{
    lazy *it = (lazy *)self;
    if (it->function) visit(it->function, context);
    if (it->sentinel) visit(it->sentinel, context);
    for (uint32_t i = 0; i < it->count; i++)
        if (it->sources[i]) visit(it->sources[i], context);
}

static rt_value lazy_iter(rt_value self)
{
    return rt_retained(self);
}

/* ---- enumerate(iterable, start=0) */

static rt_value enumerate_construct(rt_type *cls, const rt_args *args)
{
    static const char *const names[] = {"iterable", "start"};
    static const rt_param_list params = {.names = names, .positional = 2};
    static const rt_value no_start[] = {RT_INT(0)};
    rt_value given[2], packed[2], defaults = rt_tuple_of(1, no_start);
    bool bound = rt_bind("enumerate", &params, defaults, 0, args, given, packed);
    RT_RELEASE(defaults);
    if (!bound) return 0;
    rt_value start = rt_int_index(given[1]);
    if (!start) return 0;
    lazy *it = lazy_new(cls, 1);
    it->function = start;
    return opened(it, &given[0]);
}

static rt_value enumerate_next(rt_value self)
{
    lazy *it = LAZY(self);
    rt_value item = rt_next(it->sources[0]);
    if (!item) return 0;
    rt_value number = it->function, next = rt_add(number, RT_INT(1));
    if (!next) {
        RT_RELEASE(item);
        return 0;
    }
    it->function = next;
    return rt_tuple_of(2, (rt_value[]){number, item});
}

/* ---- zip(*iterables, strict=False) */

static rt_value zip_construct(rt_type *cls, const rt_args *args)
{
    int strict = 0;
    for (uint32_t i = 0; i < args->named; i++) {
        if (rt_equal(args->names[i], RT_NAME("strict")) != 1)
            return rt_raise_format(&rt_exc_TypeError, "'%V' is an invalid keyword argument for zip()",
                                   args->names[i]);
        strict = rt_truth(args->values[args->positional + i]);
        if (strict < 0) return 0;
    }
    lazy *it = lazy_new(cls, args->positional);
    it->strict = strict;
    return opened(it, args->values);
}

static rt_value raise_length(uint32_t place, const char *relation)
{
    if (place == 1)
        return rt_raise_format(&rt_exc_ValueError, "zip() argument 2 is %s than argument 1", relation);
    return rt_raise_format(&rt_exc_ValueError, "zip() argument %u is %s than arguments 1-%u", place + 1,
                           relation, place);
}

/* Source `ended` of a strict zip is exhausted: all others must be too. */
static rt_value check_all_ended(lazy *it, uint32_t ended)
{
    if (RT_RAISED() || !it->strict) return 0;
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
    lazy *it = LAZY(self);
    if (it->count == 0) return 0;
    rt_value tuple = rt_tuple_new(it->count);
    for (uint32_t i = 0; i < it->count; i++) {
        rt_value item = rt_next(it->sources[i]);
        if (!item) {
            RT_RELEASE(tuple);
            return check_all_ended(it, i);
        }
        RT_TUPLE(tuple)->items[i] = item;
    }
    return tuple;
}

/* ---- map(function, *iterables) */

static rt_value map_construct(rt_type *cls, const rt_args *args)
{
    if (!rt_no_keywords("map", args)) return 0;
    if (args->positional < 2)
        return rt_raise_format(&rt_exc_TypeError, "map() must have at least two arguments.");
    lazy *it = lazy_new(cls, args->positional - 1);
    it->function = rt_retained(args->values[0]);
    return opened(it, args->values + 1);
}

#define MAP_ARGUMENTS 4 /* more than that are gathered on the heap */

static rt_value map_next(rt_value self)
{
    lazy *it = LAZY(self);
    rt_value few[MAP_ARGUMENTS], *arguments = few;
    uint32_t count = it->count, taken = 0;
    if (count > MAP_ARGUMENTS) arguments = rt_alloc(count * sizeof *arguments);
    while (taken < count && (arguments[taken] = rt_next(it->sources[taken]))) taken++;
    rt_value result = taken == count ? rt_call(it->function, count, arguments) : 0;
    for (uint32_t i = 0; i < taken; i++) RT_RELEASE(arguments[i]);
    if (arguments != few) rt_free(arguments, count * sizeof *arguments);
    return result;
}

/* ---- filter(function, iterable) */

static rt_value filter_construct(rt_type *cls, const rt_args *args)
{
    if (!rt_no_keywords("filter", args) || !rt_count_between("filter", args, 2, 2)) return 0;
    lazy *it = lazy_new(cls, 1);
    it->function = rt_retained(args->values[0]);
    return opened(it, args->values + 1);
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
    lazy *it = LAZY(self);
    for (;;) {
        rt_value item = rt_next(it->sources[0]);
        if (!item) return 0;
        int truth = passes(it->function, item);
        if (truth == 1) return item;
        RT_RELEASE(item);
        if (truth < 0) return 0;
    }
}

/* ---- iter(callable, sentinel) */

rt_value rt_callable_iterator_new(rt_value callable, rt_value sentinel)
{
    lazy *it = lazy_new(&rt_callable_iterator_type, 0);
    it->function = rt_retained(callable);
    it->sentinel = rt_retained(sentinel);
    return (rt_value)it;
}

static rt_value callable_next(rt_value self)
{
    lazy *it = LAZY(self);
    if (!it->function) return 0;
    rt_value item = rt_call(it->function, 0, NULL);
    if (!item) {
        if (!rt_pending(&rt_exc_StopIteration)) return 0;
        rt_clear_pending();
        lazy_clear((rt_object *)it);
        return 0;
    }
    int ended = it->function ? rt_equal(it->sentinel, item) : 1;
    if (!ended) return item;
    RT_RELEASE(item);
    if (ended == 1) lazy_clear((rt_object *)it);
    return 0;
}

/* ---- types */

#define LAZY_TYPE(symbol, type_name, construct_function, next_function)                            \
    rt_type symbol = {                                                                             \
        .head = RT_TYPE_HEAD,                                                                      \
        .name = type_name,                                                                         \
        .size = sizeof(lazy),                                                                      \
        .base = &rt_object_type,                                                                   \
        .dealloc = lazy_dealloc,                                                                   \
        .traverse = lazy_traverse,                                                                 \
        .clear = lazy_clear,                                                                       \
        .construct = construct_function,                                                           \
        .iter = lazy_iter,                                                                         \
        .next = next_function,                                                                     \
    }
LAZY_TYPE(rt_enumerate_type, "enumerate", enumerate_construct, enumerate_next);
LAZY_TYPE(rt_zip_type, "zip", zip_construct, zip_next);
LAZY_TYPE(rt_map_type, "map", map_construct, map_next);
LAZY_TYPE(rt_filter_type, "filter", filter_construct, filter_next);
LAZY_TYPE(rt_callable_iterator_type, "callable_iterator", NULL, callable_next);
