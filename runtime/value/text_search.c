/* text_search.c: finding, counting and replacing in str, bytes and bytearray. */
#include "value/bytes.h"
#include "value/slice.h"
#include "value/str.h"
#include "value/text.h"

/* The part of a text between the bounds that the program gave; `empty` where start > end, in which
 * not even the empty string is found. */
typedef struct window {
    rt_text text;
    size_t offset; /* in bytes, of the window in the whole */
    bool empty;
} window;

static bool optional_bound(rt_value bound, int64_t length, int64_t *out)
{
    if (!bound || bound == RT_NONE) return true;
    if (!rt_has_index(bound)) {
        rt_raise_format(&rt_exc_TypeError,
                        "slice indices must be integers or None or have an __index__ method");
        return false;
    }
    if (!rt_index_clamped(bound, out)) return false;
    if (*out < 0) *out += length;
    if (*out < 0) *out = 0;
    return true;
}

static bool open_window(rt_value self, rt_value start, rt_value end, window *out)
{
    *out = (window){.text = rt_text_of(self)};
    if (!start && !end) return true;
    int64_t length = (int64_t)rt_text_length(&out->text), first = 0, last = length;
    if (!optional_bound(start, length, &first) || !optional_bound(end, length, &last)) return false;
    if (last > length) last = length;
    if (first > last) {
        out->empty = true;
        out->text.size = 0;
        return true;
    }
    bool is_str = rt_is_str(self);
    size_t from = is_str ? rt_str_offset(self, (size_t)first) : (size_t)first;
    size_t to = is_str ? rt_str_offset(self, (size_t)last) : (size_t)last;
    out->offset = from;
    out->text.start += from;
    out->text.size = to - from;
    return true;
}

/* What find, index and count look for: a text, or for bytes the value of one byte too. */
static bool open_needle(const rt_text *self, rt_value sub, rt_text *out, char room[1])
{
    if (rt_is_str(self->owner)) return rt_text_argument(self, sub, RT_MUST_BE_STR, out);
    if (rt_is_bytes_like(sub)) return rt_text_argument(self, sub, "", out);
    if (!rt_has_index(sub)) {
        rt_raise_format(&rt_exc_TypeError,
                        "argument should be integer or bytes-like object, not '%T'", sub);
        return false;
    }
    *out = (rt_text){room, 1, self->alphabet, sub};
    return rt_byte_value(sub, "byte", (unsigned char *)room);
}

/* The place of `sub` in characters, from either side; -1 = nowhere, -2 = raised. */
static int64_t find(rt_value self, rt_value sub, rt_value start, rt_value end, bool backwards)
{
    window window;
    rt_text needle;
    char room[1];
    if (!open_window(self, start, end, &window) || !open_needle(&window.text, sub, &needle, room))
        return -2;
    if (window.empty) return -1;
    const rt_text *text = &window.text;
    const char *at = backwards ? rt_text_search_back(text, rt_text_end(text), &needle)
                               : rt_text_search(text, text->start, &needle);
    if (!at) return -1;
    size_t offset = window.offset + (size_t)(at - text->start);
    return (int64_t)(rt_is_str(self) ? rt_str_index_of(self, offset) : offset);
}

static rt_value found_at(int64_t place)
{
    return place < -1 ? 0 : RT_INT(place);
}

static rt_value must_be_found(rt_value self, int64_t place)
{
    if (place >= 0) return RT_INT(place);
    if (place == -1)
        rt_raise_format(&rt_exc_ValueError,
                        rt_is_str(self) ? "substring not found" : "subsection not found");
    return 0;
}

rt_value rt_text_find(rt_value self, rt_value sub, rt_value start, rt_value end)
{
    return found_at(find(self, sub, start, end, false));
}

rt_value rt_text_rfind(rt_value self, rt_value sub, rt_value start, rt_value end)
{
    return found_at(find(self, sub, start, end, true));
}

rt_value rt_text_index(rt_value self, rt_value sub, rt_value start, rt_value end)
{
    return must_be_found(self, find(self, sub, start, end, false));
}

rt_value rt_text_rindex(rt_value self, rt_value sub, rt_value start, rt_value end)
{
    return must_be_found(self, find(self, sub, start, end, true));
}

/* Characters in part of a text. */
static size_t count_characters(const rt_text *text)
{
    return rt_is_str(text->owner) ? rt_utf8_count(text->start, text->size) : text->size;
}

static size_t count_occurrences(const rt_text *text, const rt_text *needle, size_t limit)
{
    size_t count = 0;
    const char *at = text->start;
    if (!needle->size) return count_characters(text) + 1;
    for (; count < limit && (at = rt_text_search(text, at, needle)); at += needle->size) count++;
    return count;
}

rt_value rt_text_count(rt_value self, rt_value sub, rt_value start, rt_value end)
{
    window window;
    rt_text needle;
    char room[1];
    if (!open_window(self, start, end, &window) || !open_needle(&window.text, sub, &needle, room))
        return 0;
    return window.empty ? RT_INT(0) : RT_INT(count_occurrences(&window.text, &needle, SIZE_MAX));
}

/* ---- startswith, endswith -------------------------------------------------------------------- */

static bool has_affix(const window *window, const rt_text *affix, bool at_end)
{
    const rt_text *text = &window->text;
    if (window->empty || affix->size > text->size) return false;
    const char *at = at_end ? rt_text_end(text) - affix->size : text->start;
    return memcmp(at, affix->start, affix->size) == 0;
}

static int any_affix(const window *window, rt_value tuple, bool at_end)
{
    for (int64_t i = 0, count = rt_length(tuple); i < count; i++) {
        rt_text affix;
        rt_value item = rt_tuple_item(tuple, (uint32_t)i);
        bool valid = rt_text_argument(&window->text, item,
                                      at_end ? "tuple for endswith must only contain str, not %T"
                                             : "tuple for startswith must only contain str, not %T",
                                      &affix);
        bool has = valid && has_affix(window, &affix, at_end);
        RT_RELEASE(item);
        if (!valid) return -1;
        if (has) return 1;
    }
    return 0;
}

static rt_value test_affix(rt_value self, rt_value affix, rt_value start, rt_value end, bool at_end)
{
    window window;
    if (!open_window(self, start, end, &window)) return 0;
    if (rt_is_instance_of(affix, &rt_tuple_type)) {
        int has = any_affix(&window, affix, at_end);
        return has < 0 ? 0 : rt_retained(RT_BOOL(has));
    }
    bool is_str = rt_is_str(self);
    if (is_str ? !rt_is_str(affix) : !rt_is_bytes_like(affix)) {
        const char *kind = is_str ? "str" : "bytes";
        return rt_raise_format(&rt_exc_TypeError,
                               "%s first arg must be %s or a tuple of %s, not %T",
                               at_end ? "endswith" : "startswith", kind, kind, affix);
    }
    rt_text text = rt_text_of(affix);
    return rt_retained(RT_BOOL(has_affix(&window, &text, at_end)));
}

rt_value rt_text_startswith(rt_value self, rt_value prefix, rt_value start, rt_value end)
{
    return test_affix(self, prefix, start, end, false);
}

rt_value rt_text_endswith(rt_value self, rt_value suffix, rt_value start, rt_value end)
{
    return test_affix(self, suffix, start, end, true);
}

rt_value rt_text_removeprefix(rt_value self, rt_value prefix)
{
    window window = {.text = rt_text_of(self)};
    rt_text affix;
    if (!rt_text_argument(&window.text, prefix, "removeprefix() argument must be str, not %T",
                          &affix))
        return 0;
    if (!has_affix(&window, &affix, false)) return rt_text_same(&window.text);
    return rt_text_new(&window.text, window.text.start + affix.size, window.text.size - affix.size);
}

rt_value rt_text_removesuffix(rt_value self, rt_value suffix)
{
    window window = {.text = rt_text_of(self)};
    rt_text affix;
    if (!rt_text_argument(&window.text, suffix, "removesuffix() argument must be str, not %T",
                          &affix))
        return 0;
    if (!affix.size || !has_affix(&window, &affix, true)) return rt_text_same(&window.text);
    return rt_text_new(&window.text, window.text.start, window.text.size - affix.size);
}

/* ---- replace --------------------------------------------------------------------------------- */

/* The empty string is found in front of every character and at the end. */
static void replace_empty(const rt_text *text, const rt_text *new, size_t limit, rt_builder *out)
{
    const char *at = text->start, *end = rt_text_end(text);
    for (; limit > 0; limit--) {
        rt_builder_add(out, new->start, new->size);
        if (at == end) return;
        const char *start = at;
        text->alphabet->next(&at);
        rt_builder_add(out, start, (size_t)(at - start));
    }
    rt_builder_add(out, at, (size_t)(end - at));
}

static void replace_found(const rt_text *text, const rt_text *old, const rt_text *new, size_t limit,
                          rt_builder *out)
{
    const char *from = text->start, *at;
    for (; limit > 0 && (at = rt_text_search(text, from, old)); limit--) {
        rt_builder_add(out, from, (size_t)(at - from));
        rt_builder_add(out, new->start, new->size);
        from = at + old->size;
    }
    rt_builder_add(out, from, (size_t)(rt_text_end(text) - from));
}

rt_value rt_text_replace(rt_value self, rt_value old, rt_value new, rt_value count)
{
    rt_text text = rt_text_of(self), from, to;
    int64_t limit = -1;
    if (!rt_text_argument(&text, old, "replace() argument 1 must be str, not %T", &from) ||
        !rt_text_argument(&text, new, "replace() argument 2 must be str, not %T", &to) ||
        (count && !rt_to_i64(count, &limit)))
        return 0;
    size_t most = limit < 0 ? SIZE_MAX : (size_t)limit;
    if (!most || (from.size && !rt_text_search(&text, text.start, &from)))
        return rt_text_same(&text);
    rt_builder builder;
    rt_builder_init(&builder);
    if (from.size)
        replace_found(&text, &from, &to, most, &builder);
    else
        replace_empty(&text, &to, most, &builder);
    return rt_text_finish(&text, &builder);
}
