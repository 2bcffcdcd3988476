/* text_split.c: splitting, partitioning and joining str, bytes and bytearray. */
#include "value/bytes.h"
#include "value/list.h"
#include "value/str.h"
#include "value/text.h"
#include "value/tuple.h"

/* Appends start..end to the list of parts. */
static bool push_part(rt_value list, const rt_text *text, const char *start, const char *end)
{
    return rt_list_push(list, rt_text_new(text, start, (size_t)(end - start)));
}

/* ---- split ----------------------------------------------------------------------------------- */

static const char *skip_space(const rt_text *text, const char *at)
{
    const char *next = at;
    while (at < rt_text_end(text) && rt_text_space(text, &next)) at = next;
    return at;
}

static const char *skip_word(const rt_text *text, const char *at)
{
    const char *next = at;
    while (at < rt_text_end(text) && !rt_text_space(text, &next)) at = next;
    return at;
}

static const char *skip_space_back(const rt_text *text, const char *at)
{
    const char *next = at;
    while (at > text->start && text->alphabet->is_space(text->alphabet->previous(&next))) at = next;
    return at;
}

static const char *skip_word_back(const rt_text *text, const char *at)
{
    const char *next = at;
    while (at > text->start && !text->alphabet->is_space(text->alphabet->previous(&next)))
        at = next;
    return at;
}

static void split_words(const rt_text *text, size_t limit, rt_value list)
{
    const char *at = skip_space(text, text->start), *end = rt_text_end(text);
    for (; at < end && limit > 0; limit--) {
        const char *word_end = skip_word(text, at);
        push_part(list, text, at, word_end);
        at = skip_space(text, word_end);
    }
    if (at < end) push_part(list, text, at, end);
}

static void split_at(const rt_text *text, const rt_text *separator, size_t limit, rt_value list)
{
    const char *from = text->start, *at;
    for (; limit > 0 && (at = rt_text_search(text, from, separator)); limit--) {
        push_part(list, text, from, at);
        from = at + separator->size;
    }
    push_part(list, text, from, rt_text_end(text));
}

/* From the end; the parts come in reverse. */
static void split_words_back(const rt_text *text, size_t limit, rt_value list)
{
    const char *at = skip_space_back(text, rt_text_end(text));
    for (; at > text->start && limit > 0; limit--) {
        const char *word = skip_word_back(text, at);
        push_part(list, text, word, at);
        at = skip_space_back(text, word);
    }
    if (at > text->start) push_part(list, text, text->start, at);
}

static void split_at_back(const rt_text *text, const rt_text *separator, size_t limit,
                          rt_value list)
{
    const char *before = rt_text_end(text), *at;
    for (; limit > 0 && (at = rt_text_search_back(text, before, separator)); limit--) {
        push_part(list, text, at + separator->size, before);
        before = at;
    }
    push_part(list, text, text->start, before);
}

static void reverse_list(rt_value v)
{
    rt_list *list = (rt_list *)v;
    for (uint32_t i = 0; i < list->count / 2; i++) {
        rt_value item = list->items[i];
        list->items[i] = list->items[list->count - 1 - i];
        list->items[list->count - 1 - i] = item;
    }
}

static rt_value split(rt_value self, rt_value sep, rt_value maxsplit, bool backwards)
{
    rt_text text = rt_text_of(self), separator = {.start = NULL};
    int64_t limit = -1;
    if (sep && sep != RT_NONE) {
        if (!rt_text_argument(&text, sep, "must be str or None, not %T", &separator)) return 0;
    }
    if (maxsplit && !rt_to_i64(maxsplit, &limit)) return 0;
    if (separator.start && !separator.size)
        return rt_raise_format(&rt_exc_ValueError, "empty separator");
    size_t most = limit < 0 ? SIZE_MAX : (size_t)limit;
    rt_value list = rt_list_new(0);
    if (!separator.start)
        (backwards ? split_words_back : split_words)(&text, most, list);
    else
        (backwards ? split_at_back : split_at)(&text, &separator, most, list);
    if (backwards) reverse_list(list);
    return list;
}

rt_value rt_text_split(rt_value self, rt_value sep, rt_value maxsplit)
{
    return split(self, sep, maxsplit, false);
}

rt_value rt_text_rsplit(rt_value self, rt_value sep, rt_value maxsplit)
{
    return split(self, sep, maxsplit, true);
}

rt_value rt_text_splitlines(rt_value self, rt_value keepends)
{
    rt_text text = rt_text_of(self);
    int64_t keep = 0;
    if (keepends && !rt_to_i64(keepends, &keep)) return 0;
    const char *line = text.start, *at = line, *end = rt_text_end(&text);
    rt_value list = rt_list_new(0);
    while (at < end) {
        const char *line_end = at;
        uint32_t code = text.alphabet->next(&at);
        if (!text.alphabet->ends_line(code)) continue;
        if (code == '\r' && at < end && *at == '\n') at++;
        push_part(list, &text, line, keep ? at : line_end);
        line = at;
    }
    if (line < end) push_part(list, &text, line, end);
    return list;
}

/* ---- partition ------------------------------------------------------------------------------- */

static rt_value partition(rt_value self, rt_value sep, bool backwards)
{
    rt_text text = rt_text_of(self), separator;
    if (!rt_text_argument(&text, sep, RT_MUST_BE_STR, &separator)) return 0;
    if (!separator.size) return rt_raise_format(&rt_exc_ValueError, "empty separator");
    const char *at = backwards ? rt_text_search_back(&text, rt_text_end(&text), &separator)
                               : rt_text_search(&text, text.start, &separator);
    rt_value items[3];
    if (at) {
        const char *rest = at + separator.size;
        items[0] = rt_text_new(&text, text.start, (size_t)(at - text.start));
        items[1] =
            rt_is_bytearray(self) ? rt_text_new(&text, at, separator.size) : rt_retained(sep);
        items[2] = rt_text_new(&text, rest, (size_t)(rt_text_end(&text) - rest));
    } else {
        items[backwards ? 2 : 0] = rt_text_same(&text);
        items[1] = rt_text_new(&text, "", 0);
        items[backwards ? 0 : 2] = rt_text_new(&text, "", 0);
    }
    return rt_tuple_of(3, items);
}

rt_value rt_text_partition(rt_value self, rt_value sep)
{
    return partition(self, sep, false);
}

rt_value rt_text_rpartition(rt_value self, rt_value sep)
{
    return partition(self, sep, true);
}

/* ---- join ------------------------------------------------------------------------------------ */

static bool check_item(const rt_text *glue, rt_value item, uint32_t place)
{
    bool is_str = rt_is_str(glue->owner);
    if (is_str ? rt_is_str(item) : rt_is_bytes_like(item)) return true;
    rt_raise_format(&rt_exc_TypeError,
                    is_str ? "sequence item %u: expected str instance, %T found"
                           : "sequence item %u: expected a bytes-like object, %T found",
                    place, item);
    return false;
}

/* A list or tuple of the items; owned. */
static rt_value as_sequence(rt_value iterable)
{
    if (rt_is_instance_of(iterable, &rt_list_type) || rt_is_instance_of(iterable, &rt_tuple_type))
        return rt_retained(iterable);
    rt_value iterator = rt_iter(iterable);
    if (!iterator) {
        if (rt_pending(&rt_exc_TypeError)) {
            rt_clear_pending();
            rt_raise_format(&rt_exc_TypeError, "can only join an iterable");
        }
        return 0;
    }
    rt_value list = rt_list_from(iterator);
    RT_RELEASE(iterator);
    return list;
}

/* The items of a list or tuple. */
static const rt_value *items_of(rt_value sequence, uint32_t *count)
{
    bool is_list = rt_is_instance_of(sequence, &rt_list_type);
    *count = is_list ? RT_LIST(sequence)->count : RT_TUPLE(sequence)->count;
    return is_list ? RT_LIST(sequence)->items : RT_TUPLE(sequence)->items;
}

/* The size of the whole; false = raised. */
static bool measure(const rt_text *glue, const rt_value *items, uint32_t count, size_t *size)
{
    *size = count ? glue->size * (count - 1) : 0;
    for (uint32_t i = 0; i < count; i++) {
        if (!check_item(glue, items[i], i)) return false;
        *size += rt_text_of(items[i]).size;
    }
    return true;
}

static rt_value join_items(const rt_text *glue, const rt_value *items, uint32_t count, size_t size)
{
    bool is_str = rt_is_str(glue->owner);
    rt_value whole = is_str ? rt_str_sized(size) : rt_bytes_sized(size);
    char *at = is_str ? RT_STR(whole)->text : RT_BYTES(whole)->text;
    for (uint32_t i = 0; i < count; i++) {
        rt_text item = rt_text_of(items[i]);
        if (i) at = mempcpy(at, glue->start, glue->size);
        at = mempcpy(at, item.start, item.size);
    }
    if (is_str) return rt_str_sized_done(whole);
    rt_value result = rt_is_bytearray(glue->owner) ? rt_text_new(glue, RT_BYTES(whole)->text, size)
                                                   : rt_retained(whole);
    RT_RELEASE(whole);
    return result;
}

rt_value rt_text_join(rt_value self, rt_value iterable)
{
    rt_text glue = rt_text_of(self);
    rt_value sequence = as_sequence(iterable), result = 0;
    if (!sequence) return 0;
    uint32_t count;
    size_t size;
    const rt_value *items = items_of(sequence, &count);
    if (count == 1 && RT_TYPE(self) == &rt_str_type && RT_TYPE(items[0]) == &rt_str_type)
        result = rt_retained(items[0]);
    else if (measure(&glue, items, count, &size))
        result = join_items(&glue, items, count, size);
    RT_RELEASE(sequence);
    return result;
}
