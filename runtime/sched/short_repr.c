/* short_repr.c: reprs of bounded length, as reprs of futures show results.
 *
 * In: any value. Out: its repr, where containers show their first items only and long texts lose
 * their middle. */
#include "sched/future.h"
#include "value/dict.h"
#include "value/list.h"
#include "value/tuple.h"

enum {
    MAX_LEVEL = 6,
    MAX_ITEMS = 6,
    MAX_PAIRS = 4,
    MAX_TEXT = 30,
    MAX_DIGITS = 40,
};

static rt_value short_repr(rt_value v, int level);

/* A part of a str by code points. */
static rt_value part(rt_value text, int64_t start, int64_t stop)
{
    rt_value slice = rt_slice_new(RT_INT(start), RT_INT(stop), RT_NONE);
    rt_value result = slice ? rt_getitem(text, slice) : 0;
    RT_RELEASE_OPT(slice);
    return result;
}

/* The first and last characters of a text for which `most` are left, with `between` in their
 * middle. */
static rt_value ends_of(rt_value text, int64_t most, const char *between)
{
    int64_t length = rt_str_length(text), before = (most - 3) / 2, after = most - 3 - before;
    rt_value first = part(text, 0, before), last = first ? part(text, length - after, length) : 0;
    rt_value result = last ? rt_str_format("%V%s%V", first, between, last) : 0;

    RT_RELEASE_OPT(first);
    RT_RELEASE_OPT(last);
    return result;
}

/* Consumes the text. "beginning...end" of at most `most` characters. */
static rt_value cut(rt_value text, int64_t most)
{
    if (!text || rt_str_length(text) <= most) return text;
    rt_value result = ends_of(text, most, "...");
    RT_RELEASE(text);
    return result;
}

/* Of a str, the ends are taken before quoting, so that quotes stay at both ends. */
static rt_value short_str(rt_value v)
{
    rt_value head = part(v, 0, MAX_TEXT), quoted = head ? rt_repr(head) : 0;

    RT_RELEASE_OPT(head);
    if (!quoted || rt_str_length(quoted) <= MAX_TEXT) return quoted;
    RT_RELEASE(quoted);
    rt_value ends = ends_of(v, MAX_TEXT, "");
    quoted = ends ? rt_repr(ends) : 0;
    RT_RELEASE_OPT(ends);
    rt_value result = quoted ? ends_of(quoted, MAX_TEXT, "...") : 0;
    RT_RELEASE_OPT(quoted);
    return result;
}

/* Consumes both; "text, item" or just the item where text is empty. */
static rt_value joined(rt_value text, rt_value item)
{
    rt_value result = 0;

    if (text && item) result = rt_str_format(rt_str_length(text) ? "%V, %V" : "%V%V", text, item);
    RT_RELEASE_OPT(text);
    RT_RELEASE_OPT(item);
    return result;
}

static rt_value wrapped(const char *format, rt_value inner)
{
    rt_value text = inner ? rt_str_format(format, inner) : 0;
    RT_RELEASE_OPT(inner);
    return text;
}

/* The items of an iterable, in their order where they have one; a list, owned. */
static rt_value in_order(rt_value iterable)
{
    rt_value items = rt_list_from(iterable);
    rt_value sorted = items ? rt_list_from(items) : 0;
    rt_value done = sorted ? rt_call_method(sorted, RT_NAME("sort"), 0, NULL) : 0;

    if (items && !done) rt_clear_pending();
    RT_RELEASE_OPT(done);
    RT_RELEASE_OPT(done ? items : sorted);
    return done ? sorted : items;
}

/* The containers that are shown by their first items, by the names of their types. */
typedef struct container {
    const char *type, *format, *empty;
    bool sorted;
} container;

static const container containers[] = {
    {"list", "[%V]", "[]", false},
    {"tuple", "(%V)", "()", false},
    {"set", "{%V}", "set()", true},
    {"frozenset", "frozenset({%V})", "frozenset()", true},
    {"collections.deque", "deque([%V])", "deque([])", false},
};

static const container *container_of(rt_value v)
{
    for (size_t i = 0; i < sizeof containers / sizeof *containers; i++)
        if (!strcmp(RT_TYPE(v)->name, containers[i].type)) return &containers[i];
    return NULL;
}

static rt_value short_items(const rt_value *items, uint32_t count, int level)
{
    rt_value text = rt_str_c("");

    if (level <= 0) return joined(text, rt_str_c("..."));
    for (uint32_t i = 0; text && i < count && i < MAX_ITEMS; i++)
        text = joined(text, short_repr(items[i], level - 1));
    return count > MAX_ITEMS ? joined(text, rt_str_c("...")) : text;
}

static rt_value short_container(rt_value v, const container *c, int level)
{
    rt_value items = c->sorted ? in_order(v) : rt_list_from(v), text;

    if (!items) return 0;
    uint32_t count = RT_LIST(items)->count;
    if (!count)
        text = rt_str_c(c->empty);
    else
        text = wrapped(count == 1 && RT_TYPE(v) == &rt_tuple_type ? "(%V,)" : c->format,
                       short_items(RT_LIST(items)->items, count, level));
    RT_RELEASE(items);
    return text;
}

static rt_value short_dict(rt_value dict, int level)
{
    uint32_t count = RT_DICT(dict)->used;
    if (level <= 0 && count) return rt_str_c("{...}");

    rt_value keys = in_order(dict), text = rt_str_c("");

    for (uint32_t i = 0; keys && text && i < count && i < MAX_PAIRS; i++) {
        rt_value key = RT_LIST(keys)->items[i], item = rt_getitem(dict, key);
        rt_value shown_key = item ? short_repr(key, level - 1) : 0,
                 shown = shown_key ? short_repr(item, level - 1) : 0;
        text = joined(text, shown ? rt_str_format("%V: %V", shown_key, shown) : 0);
        RT_RELEASE_OPT(item);
        RT_RELEASE_OPT(shown_key);
        RT_RELEASE_OPT(shown);
    }
    if (keys && count > MAX_PAIRS) text = joined(text, rt_str_c("..."));
    RT_RELEASE_OPT(keys);
    return wrapped("{%V}", text);
}
static rt_value short_repr(rt_value v, int level)
{
    rt_type *type = RT_TYPE(v);
    const container *shown;

    if (type == &rt_str_type) return short_str(v);
    if (type == &rt_int_type) return cut(rt_repr(v), MAX_DIGITS);
    if (type == &rt_dict_type) return short_dict(v, level);
    if ((shown = container_of(v))) return short_container(v, shown, level);
    return cut(rt_repr(v), MAX_TEXT);
}

rt_value rt_short_repr(rt_value v)
{
    return short_repr(v, MAX_LEVEL);
}
