/* text_pad.c: stripping, padding and tabs of str, bytes and bytearray. */
#include "value/bytes.h"
#include "value/slice.h"
#include "value/str.h"
#include "value/text.h"

/* ---- strip ----------------------------------------------------------------------------------- */

/* Is the character in the set? No set stands for white space. */
static bool in_set(const rt_text *text, const rt_text *set, uint32_t code)
{
    if (!set->start) return text->alphabet->is_space(code);
    for (const char *at = set->start; at < rt_text_end(set);)
        if (set->alphabet->next(&at) == code) return true;
    return false;
}

static rt_value strip(rt_value self, rt_value chars, bool left, bool right, const char *message)
{
    rt_text text = rt_text_of(self), set = {.start = NULL};
    if (chars && chars != RT_NONE && !rt_text_argument(&text, chars, message, &set)) return 0;
    const char *start = text.start, *end = rt_text_end(&text), *next = start;
    while (left && start < end && in_set(&text, &set, text.alphabet->next(&next))) start = next;
    next = end;
    while (right && end > start && in_set(&text, &set, text.alphabet->previous(&next))) end = next;
    if ((size_t)(end - start) == text.size) return rt_text_same(&text);
    return rt_text_new(&text, start, (size_t)(end - start));
}

rt_value rt_text_strip(rt_value self, rt_value chars)
{
    return strip(self, chars, true, true, "strip arg must be None or str");
}

rt_value rt_text_lstrip(rt_value self, rt_value chars)
{
    return strip(self, chars, true, false, "lstrip arg must be None or str");
}

rt_value rt_text_rstrip(rt_value self, rt_value chars)
{
    return strip(self, chars, false, true, "rstrip arg must be None or str");
}

/* ---- padding --------------------------------------------------------------------------------- */

/* The one character to fill with, as text. */
static bool read_fill(const rt_text *text, rt_value fill, const char *method, rt_text *out)
{
    *out = (rt_text){" ", 1, text->alphabet, 0};
    if (!fill) return true;
    if (rt_is_str(text->owner)) {
        if (!rt_text_argument(text, fill, "The fill character must be a unicode character, not %T",
                              out))
            return false;
        if (rt_str_length(fill) == 1) return true;
        rt_raise_format(&rt_exc_TypeError, "The fill character must be exactly one character long");
        return false;
    }
    if (rt_is_bytes_like(fill)) {
        *out = rt_text_of(fill);
        if (out->size == 1) return true;
    }
    rt_raise_format(&rt_exc_TypeError, "%s() argument 2 must be a byte string of length 1, not %T",
                    method, fill);
    return false;
}

static rt_value pad(const rt_text *text, const rt_text *fill, size_t before, size_t after)
{
    rt_builder builder;
    rt_builder_init(&builder);
    while (before--) rt_builder_add(&builder, fill->start, fill->size);
    rt_builder_add(&builder, text->start, text->size);
    while (after--) rt_builder_add(&builder, fill->start, fill->size);
    return rt_text_finish(text, &builder);
}

typedef enum side { LEFT, RIGHT, BOTH } side;

static rt_value justify(rt_value self, rt_value width, rt_value fill_value, side side,
                        const char *method)
{
    rt_text text = rt_text_of(self), fill;
    int64_t columns;
    if (!rt_to_i64(width, &columns) || !read_fill(&text, fill_value, method, &fill)) return 0;
    int64_t length = (int64_t)rt_text_length(&text);
    if (columns <= length) return rt_text_same(&text);
    size_t total = (size_t)(columns - length);
    if (side == RIGHT) return pad(&text, &fill, total, 0);
    if (side == LEFT) return pad(&text, &fill, 0, total);
    size_t before = total / 2 + (total & (size_t)columns & 1); /* the odd one: as Python puts it */
    return pad(&text, &fill, before, total - before);
}

rt_value rt_text_center(rt_value self, rt_value width, rt_value fill)
{
    return justify(self, width, fill, BOTH, "center");
}

rt_value rt_text_ljust(rt_value self, rt_value width, rt_value fill)
{
    return justify(self, width, fill, LEFT, "ljust");
}

rt_value rt_text_rjust(rt_value self, rt_value width, rt_value fill)
{
    return justify(self, width, fill, RIGHT, "rjust");
}

rt_value rt_text_zfill(rt_value self, rt_value width)
{
    rt_text text = rt_text_of(self);
    int64_t columns;
    if (!rt_to_i64(width, &columns)) return 0;
    int64_t length = (int64_t)rt_text_length(&text);
    if (columns <= length) return rt_text_same(&text);
    size_t sign = text.size && (*text.start == '+' || *text.start == '-');
    rt_builder builder;
    rt_builder_init(&builder);
    rt_builder_add(&builder, text.start, sign);
    rt_builder_fill(&builder, '0', (size_t)(columns - length));
    rt_builder_add(&builder, text.start + sign, text.size - sign);
    return rt_text_finish(&text, &builder);
}

rt_value rt_text_expandtabs(rt_value self, rt_value tabsize)
{
    rt_text text = rt_text_of(self);
    int64_t width = 8, column = 0;
    if (tabsize && !rt_to_i64(tabsize, &width)) return 0;
    rt_builder builder;
    rt_builder_init(&builder);
    for (const char *at = text.start; at < rt_text_end(&text);) {
        const char *start = at;
        uint32_t code = text.alphabet->next(&at);
        if (code == '\t') {
            int64_t spaces = width > 0 ? width - column % width : 0;
            rt_builder_fill(&builder, ' ', (size_t)spaces);
            column += spaces;
        } else {
            rt_builder_add(&builder, start, (size_t)(at - start));
            column = code == '\n' || code == '\r' ? 0 : column + 1;
        }
    }
    return rt_text_finish(&text, &builder);
}
