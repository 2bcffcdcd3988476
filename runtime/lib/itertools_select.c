/* itertools_select.c: itertools' iterators that leave items out or call a function with them:
 * compress, dropwhile, filterfalse, starmap, takewhile. `first` is the function, source 0 the
 * items; `state` is 1 once dropwhile has started and takewhile has stopped. */
#include "lib/itertools.h"
#include "value/arguments.h"
#include "value/lazy.h"
#include "value/tuple.h"

/* All but compress are made of (function, iterable). */
static rt_value make(rt_type *cls, const char *name, const rt_args *args)
{
    if (!rt_no_keywords(name, args) || !rt_count_between(name, args, 2, 2)) return 0;
    rt_lazy *it = rt_lazy_new(cls, 1);
    it->first = rt_retained(args->values[0]);
    return rt_lazy_open(it, args->values + 1);
}

/* The verdict of the function on an item; -1 = raised. */
static int ask(rt_value function, rt_value item)
{
    rt_value verdict = rt_call1(function, item);
    if (!verdict) return -1;
    int truth = rt_truth(verdict);
    RT_RELEASE(verdict);
    return truth;
}

static rt_value next_item(rt_lazy *it)
{
    return it->count ? rt_next(it->sources[0]) : 0;
}

/* ---- compress(data, selectors) */

static rt_value compress_construct(rt_type *cls, const rt_args *args)
{
    static const char *const names[] = {"data", "selectors"};
    rt_value given[2];
    if (!rt_arguments_bind("compress", names, 2, 2, args, given)) return 0;
    return rt_lazy_open(rt_lazy_new(cls, 2), given);
}

static rt_value compress_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    for (;;) {
        rt_value item = next_item(it), selector = item ? rt_next(it->sources[1]) : 0;
        int selected = selector ? rt_truth(selector) : -1;
        RT_RELEASE_OPT(selector);
        if (selected == 1) return item;
        RT_RELEASE_OPT(item);
        if (selected < 0) return 0;
    }
}

RT_LAZY_TYPE(rt_compress_type, "itertools.compress", compress_construct, compress_next,
             .repr = NULL);

/* ---- dropwhile(predicate, iterable) */

static rt_value dropwhile_construct(rt_type *cls, const rt_args *args)
{
    return make(cls, "dropwhile", args);
}

static rt_value dropwhile_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    for (;;) {
        rt_value item = next_item(it);
        if (!item || it->state) return item;
        int drops = ask(it->first, item);
        if (drops == 0) {
            it->state = 1;
            return item;
        }
        RT_RELEASE(item);
        if (drops < 0) return 0;
    }
}

RT_LAZY_TYPE(rt_dropwhile_type, "itertools.dropwhile", dropwhile_construct, dropwhile_next,
             .repr = NULL);

/* ---- takewhile(predicate, iterable) */

static rt_value takewhile_construct(rt_type *cls, const rt_args *args)
{
    return make(cls, "takewhile", args);
}

static rt_value takewhile_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    rt_value item = it->state ? 0 : next_item(it);
    if (!item) return 0;
    int takes = ask(it->first, item);
    if (takes == 1) return item;
    RT_RELEASE(item);
    if (takes == 0) it->state = 1;
    return 0;
}

RT_LAZY_TYPE(rt_takewhile_type, "itertools.takewhile", takewhile_construct, takewhile_next,
             .repr = NULL);

/* ---- filterfalse(function, iterable) */

static rt_value filterfalse_construct(rt_type *cls, const rt_args *args)
{
    return make(cls, "filterfalse", args);
}

static rt_value filterfalse_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    for (;;) {
        rt_value item = next_item(it);
        if (!item) return 0;
        bool plain = it->first == RT_NONE || it->first == (rt_value)&rt_bool_type;
        int truth = plain ? rt_truth(item) : ask(it->first, item);
        if (truth == 0) return item;
        RT_RELEASE(item);
        if (truth < 0) return 0;
    }
}

RT_LAZY_TYPE(rt_filterfalse_type, "itertools.filterfalse", filterfalse_construct, filterfalse_next,
             .repr = NULL);

/* ---- starmap(function, iterable) */

static rt_value starmap_construct(rt_type *cls, const rt_args *args)
{
    return make(cls, "starmap", args);
}

static rt_value starmap_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    rt_value item = next_item(it);
    if (!item) return 0;
    rt_value arguments = rt_tuple_from(item), result = 0;
    RT_RELEASE(item);
    if (arguments)
        result = rt_call(it->first, RT_TUPLE(arguments)->count, RT_TUPLE(arguments)->items);
    RT_RELEASE_OPT(arguments);
    return result;
}

RT_LAZY_TYPE(rt_starmap_type, "itertools.starmap", starmap_construct, starmap_next, .repr = NULL);
