/* bisect.c: the module bisect: places in sorted sequences. */
#include "value/int.h"
#include "value/list.h"

/* What a search is given: `hi` is -1 for the sequence's length; key 0 = the items themselves. */
typedef struct search {
    rt_value sequence, key;
    int64_t lo, hi;
    bool left; /* before equal items, else behind them */
} search;

static bool search_init(search *s, rt_value sequence, rt_value lo, rt_value hi, rt_value key,
                        bool left)
{
    *s = (search){.sequence = sequence, .key = key == RT_NONE ? 0 : key, .left = left};
    if (lo && !rt_to_i64(lo, &s->lo)) return false;
    if (s->lo < 0) return rt_raise_format(&rt_exc_ValueError, "lo must be non-negative");
    if (hi && hi != RT_NONE) return rt_to_i64(hi, &s->hi);
    s->hi = rt_length(sequence);
    return s->hi >= 0;
}

/* Does x belong before the item at `place`? -1 = raised. */
static int belongs_before(const search *s, int64_t place, rt_value x)
{
    rt_value index = rt_int_new(place), item = rt_getitem(s->sequence, index);
    RT_RELEASE(index);
    if (item && s->key) {
        rt_value keyed = rt_call1(s->key, item);
        RT_RELEASE(item);
        item = keyed;
    }
    if (!item) return -1;
    int answer = s->left ? rt_lt(item, x) : rt_lt(x, item);
    RT_RELEASE(item);
    return answer < 0 || !s->left ? answer : !answer;
}

/* The place for x; -1 = raised. */
static int64_t find_place(const search *s, rt_value x)
{
    int64_t lo = s->lo, hi = s->hi;
    while (lo < hi) {
        int64_t middle = lo + (hi - lo) / 2;
        int before = belongs_before(s, middle, x);
        if (before < 0) return -1;
        if (before)
            hi = middle;
        else
            lo = middle + 1;
    }
    return lo;
}

static rt_value bisect(search *s, rt_value x)
{
    int64_t place = find_place(s, x);
    return place < 0 ? 0 : rt_int_new(place);
}

rt_value rt_bisect_left(rt_value a, rt_value x, rt_value lo, rt_value hi, rt_value key)
{
    search s;
    return search_init(&s, a, lo, hi, key, true) ? bisect(&s, x) : 0;
}

rt_value rt_bisect_right(rt_value a, rt_value x, rt_value lo, rt_value hi, rt_value key)
{
    search s;
    return search_init(&s, a, lo, hi, key, false) ? bisect(&s, x) : 0;
}

/* Sequences other than lists are asked to insert by their own method. */
static rt_value insert_at(rt_value sequence, int64_t place, rt_value x)
{
    if (RT_TYPE(sequence) == &rt_list_type) {
        int64_t count = RT_LIST(sequence)->count;
        RT_RETAIN(x);
        place = place > count ? count : place;
        return rt_list_splice(RT_LIST(sequence), place, place, &x, 1) ? rt_retained(RT_NONE) : 0;
    }
    rt_value index = rt_int_new(place);
    rt_value done = rt_call_method(sequence, RT_NAME("insert"), 2, (rt_value[]){index, x});
    RT_RELEASE(index);
    if (!done) return 0;
    RT_RELEASE(done);
    return rt_retained(RT_NONE);
}

static rt_value insort(search *s, rt_value x)
{
    rt_value keyed = s->key ? rt_call1(s->key, x) : rt_retained(x);
    if (!keyed) return 0;
    int64_t place = find_place(s, keyed);
    RT_RELEASE(keyed);
    return place < 0 ? 0 : insert_at(s->sequence, place, x);
}

rt_value rt_insort_left(rt_value a, rt_value x, rt_value lo, rt_value hi, rt_value key)
{
    search s;
    return search_init(&s, a, lo, hi, key, true) ? insort(&s, x) : 0;
}

rt_value rt_insort_right(rt_value a, rt_value x, rt_value lo, rt_value hi, rt_value key)
{
    search s;
    return search_init(&s, a, lo, hi, key, false) ? insort(&s, x) : 0;
}
