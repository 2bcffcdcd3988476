/* itertools.c: itertools' accumulate, chain, count, cycle, islice, pairwise, repeat, zip_longest.
 * Each section says what the members of rt_lazy hold. */
#include "lib/itertools.h"

#include "value/arguments.h"
#include "value/int.h"
#include "value/lazy.h"
#include "value/list.h"
#include "value/native.h"
#include "value/slice.h"
#include "value/tuple.h"

/* ---- count(start=0, step=1): first = the next number, second = the step */

static bool is_number(rt_value v)
{
    rt_type *type = RT_TYPE(v);
    return type->index || type->to_float || type->to_int || rt_is_instance_of(v, &rt_complex_type);
}

static rt_value count_construct(rt_type *cls, const rt_args *args)
{
    static const char *const names[] = {"start", "step"};
    rt_value given[2];
    if (!rt_arguments_bind("count", names, 0, 2, args, given)) return 0;
    rt_value start = given[0] ? given[0] : RT_INT(0), step = given[1] ? given[1] : RT_INT(1);
    if (!is_number(start) || !is_number(step))
        return rt_raise_format(&rt_exc_TypeError, "a number is required");
    rt_lazy *it = rt_lazy_new(cls, 0);
    it->first = rt_retained(start);
    it->second = rt_retained(step);
    return (rt_value)it;
}

static rt_value count_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (!it->first) return 0;
    rt_value number = it->first, next = rt_add(number, it->second);
    if (!next) return 0;
    it->first = next;
    return number;
}

static rt_value count_repr(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (it->second == RT_INT(1)) return rt_str_format("count(%R)", it->first);
    return rt_str_format("count(%R, %R)", it->first, it->second);
}

RT_LAZY_TYPE(rt_count_type, "itertools.count", count_construct, count_next, .repr = count_repr);

/* ---- repeat(object, times): first = the object, numbers[0] = how often still, -1 = for ever */

static rt_value repeat_construct(rt_type *cls, const rt_args *args)
{
    static const char *const names[] = {"object", "times"};
    rt_value given[2];
    int64_t times = -1;
    if (!rt_arguments_bind("repeat", names, 1, 2, args, given)) return 0;
    if (given[1] && !rt_to_i64(given[1], &times)) return 0;
    if (given[1] && times < 0) times = 0;
    rt_lazy *it = rt_lazy_new(cls, 0);
    it->first = rt_retained(given[0]);
    it->numbers[0] = times;
    return (rt_value)it;
}

static rt_value repeat_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (it->numbers[0] == 0 || !it->first) return 0;
    if (it->numbers[0] > 0) it->numbers[0]--;
    return rt_retained(it->first);
}

static rt_value repeat_repr(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (it->numbers[0] < 0) return rt_str_format("repeat(%R)", it->first);
    return rt_str_format("repeat(%R, %lld)", it->first, (long long)it->numbers[0]);
}

RT_LAZY_TYPE(rt_repeat_type, "itertools.repeat", repeat_construct, repeat_next,
             .repr = repeat_repr);

/* ---- cycle(iterable): first = the items seen, numbers[0] = which of them is next once the source
 * is used up */

static rt_value cycle_construct(rt_type *cls, const rt_args *args)
{
    if (!rt_no_keywords("cycle", args) || !rt_count_between("cycle", args, 1, 1)) return 0;
    rt_lazy *it = rt_lazy_new(cls, 1);
    it->first = rt_list_new(0);
    return rt_lazy_open(it, args->values);
}

static rt_value cycle_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (!it->first) return 0;
    if (it->sources[0]) {
        rt_value item = rt_next(it->sources[0]);
        if (item) return rt_list_push(it->first, rt_retained(item)) ? item : 0;
        if (RT_RAISED()) return 0;
        RT_RELEASE(it->sources[0]);
        it->sources[0] = 0;
    }
    rt_list *seen = RT_LIST(it->first);
    if (seen->count == 0) return 0;
    if (it->numbers[0] >= seen->count) it->numbers[0] = 0;
    return rt_retained(seen->items[it->numbers[0]++]);
}

RT_LAZY_TYPE(rt_cycle_type, "itertools.cycle", cycle_construct, cycle_next, .repr = NULL);

/* ---- accumulate(iterable, func=None, *, initial=None): first = the total so far, second = the
 * function; state 1 = the initial value is still to come */

static rt_value accumulate_construct(rt_type *cls, const rt_args *args)
{
    static const char *const names[] = {"iterable", "func", "initial"};
    rt_value given[3];
    if (!rt_arguments_bind("accumulate", names, 1, 3, args, given)) return 0;
    rt_lazy *it = rt_lazy_new(cls, 1);
    if (given[1] && given[1] != RT_NONE) it->second = rt_retained(given[1]);
    if (given[2] && given[2] != RT_NONE) {
        it->first = rt_retained(given[2]);
        it->state = 1;
    }
    return rt_lazy_open(it, given);
}

static rt_value accumulate_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (it->state == 1) {
        it->state = 0;
        return rt_retained(it->first);
    }
    rt_value item = it->count ? rt_next(it->sources[0]) : 0, total = it->first;
    if (!item) return 0;
    if (!total) {
        it->first = rt_retained(item);
        return item;
    }
    rt_value sum = it->second ? rt_call2(it->second, total, item) : rt_add(total, item);
    RT_RELEASE(item);
    if (!sum) return 0;
    it->first = rt_retained(sum);
    RT_RELEASE(total);
    return sum;
}

RT_LAZY_TYPE(rt_accumulate_type, "itertools.accumulate", accumulate_construct, accumulate_next,
             .repr = NULL);

/* ---- chain(*iterables): source 0 gives the iterables, first = the iterator over the current
 * one */

static rt_value chain_over(rt_type *cls, rt_value iterables)
{
    return rt_lazy_open(rt_lazy_new(cls, 1), &iterables);
}

static rt_value chain_construct(rt_type *cls, const rt_args *args)
{
    if (!rt_no_keywords("chain", args)) return 0;
    rt_value iterables = rt_tuple_copy(args->positional, args->values);
    rt_value chain = chain_over(cls, iterables);
    RT_RELEASE(iterables);
    return chain;
}

static rt_value chain_from_iterable(rt_value cls, rt_value iterable)
{
    return chain_over((rt_type *)cls, iterable);
}

static rt_value chain_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    while (it->count) {
        if (!it->first) {
            rt_value iterable = rt_next(it->sources[0]);
            if (iterable) {
                it->first = rt_iter(iterable);
                RT_RELEASE(iterable);
            }
            if (!it->first) break;
        }
        rt_value item = rt_next(it->first);
        if (item || RT_RAISED()) return item;
        rt_value done = it->first;
        it->first = 0;
        RT_RELEASE(done);
    }
    if (!RT_RAISED()) rt_lazy_clear((rt_object *)it);
    return 0;
}

static const rt_native_def chain_methods[] = {
    {"from_iterable", "iterable, /", (void (*)(void))chain_from_iterable, 2,
     RT_NATIVE_CLASS_METHOD},
    {0},
};

RT_LAZY_TYPE(rt_chain_type, "itertools.chain", chain_construct, chain_next,
             .methods = chain_methods);

/* ---- islice(iterable, start, stop, step) */

enum { ISLICE_TAKEN, ISLICE_NEXT, ISLICE_STOP, ISLICE_STEP }; /* numbers; stop -1 = to the end */

/* A bound of islice: None = absent. */
static bool islice_bound(rt_value v, int64_t absent, const char *complaint, int64_t *out)
{
    *out = absent;
    if (v == RT_NONE) return true;
    if (rt_has_index(v) && rt_index_clamped(v, out) && *out >= 0) return true;
    if (RT_RAISED()) rt_clear_pending();
    return rt_raise_format(&rt_exc_ValueError, "%s", complaint);
}

static rt_value islice_construct(rt_type *cls, const rt_args *args)
{
    static const char stop_complaint[] =
        "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    static const char bounds_complaint[] =
        "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
    static const char step_complaint[] = "Step for islice() must be a positive integer or None.";
    if (!rt_no_keywords("islice", args) || !rt_count_between("islice", args, 2, 4)) return 0;
    const rt_value *v = args->values;
    int64_t start = 0, stop, step = 1;
    bool only_stop = args->positional == 2;
    if (!islice_bound(v[only_stop ? 1 : 2], -1, only_stop ? stop_complaint : bounds_complaint,
                      &stop))
        return 0;
    if (!only_stop && !islice_bound(v[1], 0, bounds_complaint, &start)) return 0;
    if (args->positional == 4 && !islice_bound(v[3], 1, step_complaint, &step)) return 0;
    if (step == 0) return rt_raise_format(&rt_exc_ValueError, "%s", step_complaint);
    rt_lazy *it = rt_lazy_new(cls, 1);
    it->numbers[ISLICE_NEXT] = start;
    it->numbers[ISLICE_STOP] = stop;
    it->numbers[ISLICE_STEP] = step;
    return rt_lazy_open(it, v);
}

static rt_value islice_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    int64_t *n = it->numbers, stop = n[ISLICE_STOP];
    while (it->count && n[ISLICE_TAKEN] < n[ISLICE_NEXT]) { /* also past the stop */
        rt_value skipped = rt_next(it->sources[0]);
        if (!skipped) break;
        RT_RELEASE(skipped);
        n[ISLICE_TAKEN]++;
    }
    bool over = it->count == 0 || n[ISLICE_TAKEN] < n[ISLICE_NEXT] ||
                (stop >= 0 && n[ISLICE_TAKEN] >= stop);
    rt_value item = over ? 0 : rt_next(it->sources[0]);
    if (!item) {
        if (!RT_RAISED()) rt_lazy_clear((rt_object *)it);
        return 0;
    }
    n[ISLICE_TAKEN]++;
    n[ISLICE_NEXT] += n[ISLICE_STEP];
    if (n[ISLICE_NEXT] < 0 || (stop >= 0 && n[ISLICE_NEXT] > stop))
        n[ISLICE_NEXT] = stop < 0 ? INT64_MAX : stop;
    return item;
}

RT_LAZY_TYPE(rt_islice_type, "itertools.islice", islice_construct, islice_next, .repr = NULL);

/* ---- pairwise(iterable): first = the item before the next */

static rt_value pairwise_construct(rt_type *cls, const rt_args *args)
{
    if (!rt_no_keywords("pairwise", args) || !rt_count_between("pairwise", args, 1, 1)) return 0;
    return rt_lazy_open(rt_lazy_new(cls, 1), args->values);
}

static rt_value pairwise_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (it->count == 0) return 0;
    if (!it->first && !(it->first = rt_next(it->sources[0]))) return 0;
    rt_value item = rt_next(it->sources[0]);
    if (!item) {
        if (!RT_RAISED()) rt_lazy_clear((rt_object *)it);
        return 0;
    }
    rt_value before = it->first;
    it->first = rt_retained(item);
    rt_value pair = rt_tuple_again(&it->second, 2);
    rt_tuple_put(pair, 0, before);
    rt_tuple_put(pair, 1, item);
    return pair;
}

RT_LAZY_TYPE(rt_pairwise_type, "itertools.pairwise", pairwise_construct, pairwise_next,
             .repr = NULL);

/* ---- zip_longest(*iterables, fillvalue=None): first = the fill value, numbers[0] = sources
 * left */

static rt_value zip_longest_construct(rt_type *cls, const rt_args *args)
{
    rt_value fill = RT_NONE;
    for (uint32_t i = 0; i < args->named; i++) {
        if (rt_equal(args->names[i], RT_NAME("fillvalue")) != 1)
            return rt_raise_format(&rt_exc_TypeError,
                                   "zip_longest() got an unexpected keyword argument");
        fill = args->values[args->positional + i];
    }
    rt_lazy *it = rt_lazy_new(cls, args->positional);
    it->first = rt_retained(fill);
    it->numbers[0] = args->positional;
    return rt_lazy_open(it, args->values);
}

/* The next item of a source, or the fill value: 0 = raised, or no source is left. */
static rt_value item_or_fill(rt_lazy *it, uint32_t source)
{
    if (!it->sources[source]) return rt_retained(it->first);
    rt_value item = rt_next(it->sources[source]);
    if (item || RT_RAISED()) return item;
    rt_value done = it->sources[source];
    it->sources[source] = 0;
    RT_RELEASE(done);
    return --it->numbers[0] > 0 ? rt_retained(it->first) : 0;
}

static rt_value zip_longest_next(rt_value self)
{
    rt_lazy *it = RT_LAZY(self);
    if (it->numbers[0] == 0 || !it->first) return 0;
    rt_value tuple = rt_tuple_new(it->count);
    for (uint32_t i = 0; i < it->count; i++) {
        rt_value item = item_or_fill(it, i);
        if (!item) {
            it->numbers[0] = 0;
            RT_RELEASE(tuple);
            return 0;
        }
        RT_TUPLE(tuple)->items[i] = item;
    }
    return tuple;
}

RT_LAZY_TYPE(rt_zip_longest_type, "itertools.zip_longest", zip_longest_construct, zip_longest_next,
             .repr = NULL);
