/* short_repr.c: reprs of bounded length, as reprs of futures show results.
 *
 * In: any value. Out: its repr, where containers show their first items only and long texts lose
 * their middle. */
#include "sched/future.h"
#include "value/dict.h"
#include "value/list.h"
#include "value/tuple.h"

enum { MAX_LEVEL = 6, MAX_ITEMS = 6, MAX_PAIRS = 4, MAX_TEXT = 30, MAX_DIGITS = 40 };

static rt_value short_repr(rt_value v, int level);

/* A part of a str by code points. */
static rt_value part(rt_value text, int64_t start, int64_t stop)
{
    rt_value slice = rt_slice_new(RT_INT(start), RT_INT(stop), RT_NONE);
    rt_value result = slice ? rt_getitem(text, slice) : 0;
    RT_RELEASE_OPT(slice);
    return result;
}

/* Consumes the text. "beginning...end" of at most `most` characters. */
static rt_value cut(rt_value text, int64_t most)
{
    int64_t length = text ? rt_str_length(text) : 0, before = (most - 3) / 2,
            after = most - 3 - before;

    if (length <= most) return text;
    rt_value first = part(text, 0, before), last = part(text, length - after, length);
    rt_value result = first && last ? rt_str_format("%V...%V", first, last) : 0;
    RT_RELEASE_OPT(first);
    RT_RELEASE_OPT(last);
    RT_RELEASE(text);
    return result;
}

/* Of a str, the ends are taken before quoting, so that quotes stay at both ends. */
static rt_value short_str(rt_value v)
{
    int64_t length = rt_str_length(v), before = (MAX_TEXT - 3) / 2, after = MAX_TEXT - 3 - before;
    rt_value head = part(v, 0, MAX_TEXT), quoted = head ? rt_repr(head) : 0;

    RT_RELEASE_OPT(head);
    if (!quoted || (length <= MAX_TEXT && rt_str_length(quoted) <= MAX_TEXT)) return quoted;
    if (rt_str_length(quoted) <= MAX_TEXT) return quoted;
    RT_RELEASE(quoted);
    rt_value first = part(v, 0, before), last = part(v, length - after, length);
    rt_value ends = first && last ? rt_str_format("%V%V", first, last) : 0;
    RT_RELEASE_OPT(first);
    RT_RELEASE_OPT(last);
    quoted = ends ? rt_repr(ends) : 0;
    RT_RELEASE_OPT(ends);
    return cut(quoted, MAX_TEXT);
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

static rt_value short_items(const rt_value *items, uint32_t count, int level)
{
    rt_value text = rt_str_c("");

    for (uint32_t i = 0; text && i < count && i < MAX_ITEMS; i++)
        text = joined(text, short_repr(items[i], level - 1));
    return count > MAX_ITEMS ? joined(text, rt_str_c("...")) : text;
}

static rt_value wrapped(const char *format, rt_value inner)
{
    rt_value text = inner ? rt_str_format(format, inner) : 0;
    RT_RELEASE_OPT(inner);
    return text;
}

static rt_value short_dict(rt_value dict, int level)
{
    rt_value text = rt_str_c(""), key, item;
    uint32_t cursor = 0, count = 0;

    while (text && count < MAX_PAIRS && rt_dict_iterate(dict, &cursor, &key, &item)) {
        rt_value shown_key = short_repr(key, level - 1),
                 shown = shown_key ? short_repr(item, level - 1) : 0;
        text = joined(text, shown ? rt_str_format("%V: %V", shown_key, shown) : 0);
        RT_RELEASE_OPT(shown_key);
        RT_RELEASE_OPT(shown);
        count++;
    }
    if (RT_DICT(dict)->used > MAX_PAIRS) text = joined(text, rt_str_c("..."));
    return wrapped("{%V}", text);
}

static rt_value short_repr(rt_value v, int level)
{
    rt_type *type = RT_TYPE(v);

    if (type == &rt_str_type) return short_str(v);
    if (type == &rt_int_type) return cut(rt_repr(v), MAX_DIGITS);
    if (type == &rt_list_type)
        return level <= 0
                   ? rt_str_c("[...]")
                   : wrapped("[%V]", short_items(RT_LIST(v)->items, RT_LIST(v)->count, level));
    if (type == &rt_tuple_type) {
        uint32_t count = RT_TUPLE(v)->count;
        if (level <= 0) return rt_str_c("(...)");
        return wrapped(count == 1 ? "(%V,)" : "(%V)",
                       short_items(RT_TUPLE(v)->items, count, level));
    }
    if (type == &rt_dict_type) return level <= 0 ? rt_str_c("{...}") : short_dict(v, level);
    return cut(rt_repr(v), MAX_TEXT);
}

rt_value rt_short_repr(rt_value v)
{
    return short_repr(v, MAX_LEVEL);
}
