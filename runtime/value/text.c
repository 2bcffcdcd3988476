/* text.c: views of str, bytes and bytearray (text.h), and the search that their methods build
 * on. */
#include "value/text.h"
#include "value/bytes.h"
#include "value/str.h"
#include "value/unicode.h"

static uint32_t byte_next(const char **at)
{
    return (unsigned char)*(*at)++;
}

static uint32_t byte_previous(const char **at)
{
    return (unsigned char)*--*at;
}

static bool byte_is_space(uint32_t code)
{
    return code == ' ' || (code >= 9 && code <= 13);
}

static bool byte_ends_line(uint32_t code)
{
    return code == '\n' || code == '\r';
}

static const rt_alphabet code_points = {
    rt_utf8_next,     rt_utf8_previous,  RT_CODE_POINT_MAX + 1,
    rt_code_is_space, rt_code_ends_line, 0x1f0003e00,
};
static const rt_alphabet bytes = {byte_next,     byte_previous,  0x80,
                                  byte_is_space, byte_ends_line, 0x100003e00};

rt_text rt_text_of(rt_value v)
{
    rt_text text = {.owner = v};
    bool is_str = rt_is_str(v);
    text.start = is_str ? rt_str_text(v, &text.size) : rt_bytes_text(v, &text.size);
    text.alphabet = is_str ? &code_points : &bytes;
    return text;
}

rt_value rt_text_new(const rt_text *model, const char *start, size_t size)
{
    if (model->alphabet == &code_points) return rt_str_new(start, size);
    return rt_bytes_like_new(model->owner, start, size);
}

rt_value rt_text_finish(const rt_text *model, rt_builder *builder)
{
    if (model->alphabet == &code_points) return rt_builder_finish(builder);
    rt_value result =
        builder->failed
            ? 0
            : rt_bytes_like_new(model->owner, builder->text ? builder->text : "", builder->size);
    rt_builder_drop(builder);
    return result;
}

rt_value rt_text_same(const rt_text *text)
{
    rt_type *type = RT_TYPE(text->owner);
    if (type == &rt_str_type || type == &rt_bytes_type) return rt_retained(text->owner);
    return rt_text_new(text, text->start, text->size);
}

bool rt_text_argument(const rt_text *self, rt_value argument, const char *message, rt_text *out)
{
    bool for_str = self->alphabet == &code_points;
    if (for_str ? rt_is_str(argument) : rt_is_bytes_like(argument)) {
        *out = rt_text_of(argument);
        return true;
    }
    rt_raise_format(&rt_exc_TypeError,
                    for_str ? message : "a bytes-like object is required, not '%T'", argument);
    return false;
}

size_t rt_text_length(const rt_text *text)
{
    return text->alphabet == &code_points ? (size_t)rt_str_length(text->owner) : text->size;
}

const char *rt_text_search(const rt_text *text, const char *from, const rt_text *needle)
{
    size_t rest = (size_t)(rt_text_end(text) - from);
    if (needle->size == 1) return memchr(from, needle->start[0], rest);
    return memmem(from, rest, needle->start, needle->size);
}

const char *rt_text_search_back(const rt_text *text, const char *before, const rt_text *needle)
{
    if ((size_t)(before - text->start) < needle->size) return NULL;
    for (const char *at = before - needle->size; at >= text->start; at--)
        if (memcmp(at, needle->start, needle->size) == 0) return at;
    return NULL;
}
