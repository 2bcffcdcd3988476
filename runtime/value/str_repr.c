/* str_repr.c: repr() and ascii() of strings, and the repr of bytes: the choice of quotes, and
 * escapes. */
#include "value/str.h"
#include "value/unicode.h"

static const char hex_digits[] = "0123456789abcdef";

/* Single quotes, unless there are such and no double ones inside. */
static char choose_quote(const char *text, size_t size)
{
    return memchr(text, '\'', size) && !memchr(text, '"', size) ? '"' : '\'';
}

/* \xff, \uffff or \U0010ffff */
static void add_hex_escape(rt_builder *builder, uint32_t code)
{
    char text[10] = {'\\', code < 0x100 ? 'x' : code < 0x10000 ? 'u' : 'U'};
    int digits = code < 0x100 ? 2 : code < 0x10000 ? 4 : 8;
    for (int i = 0; i < digits; i++) text[2 + i] = hex_digits[code >> (4 * (digits - 1 - i)) & 15];
    rt_builder_add(builder, text, (size_t)digits + 2);
}

/* Escapes what both str and bytes escape alike; false: it stands for itself. */
static bool add_common_escape(rt_builder *builder, uint32_t code, char quote)
{
    switch (code) {
    case '\n': rt_builder_add(builder, "\\n", 2); return true;
    case '\r': rt_builder_add(builder, "\\r", 2); return true;
    case '\t': rt_builder_add(builder, "\\t", 2); return true;
    case '\\': rt_builder_add(builder, "\\\\", 2); return true;
    default: break;
    }
    if (code == (uint32_t)quote) {
        rt_builder_add(builder, "\\", 1);
        rt_builder_add(builder, &quote, 1);
        return true;
    }
    if (code >= ' ' && code != 0x7f) return false;
    add_hex_escape(builder, code);
    return true;
}

rt_value rt_str_repr(rt_value str)
{
    size_t size;
    const char *text = rt_str_text(str, &size), *end = text + size;
    char quote = choose_quote(text, size);
    rt_builder builder;
    rt_builder_init(&builder);
    rt_builder_add(&builder, &quote, 1);
    while (text < end) {
        const char *start = text;
        uint32_t code = rt_utf8_next(&text);
        if (add_common_escape(&builder, code, quote)) continue;
        if (code < 0x7f || rt_code_is_printable(code))
            rt_builder_add(&builder, start, (size_t)(text - start));
        else
            add_hex_escape(&builder, code);
    }
    rt_builder_add(&builder, &quote, 1);
    return rt_builder_finish(&builder);
}

rt_value rt_str_escape_non_ascii(rt_value str)
{
    size_t size;
    const char *text = rt_str_text(str, &size), *end = text + size;
    if (RT_STR_IS_ASCII(str)) return rt_retained(str);
    rt_builder builder;
    rt_builder_init(&builder);
    while (text < end) {
        uint32_t code = rt_utf8_next(&text);
        if (code < 0x80)
            rt_builder_add_code(&builder, code);
        else
            add_hex_escape(&builder, code);
    }
    return rt_builder_finish(&builder);
}

void rt_bytes_repr_into(rt_builder *builder, const char *bytes, size_t size)
{
    char quote = choose_quote(bytes, size);
    rt_builder_add(builder, "b", 1);
    rt_builder_add(builder, &quote, 1);
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte >= 0x80)
            add_hex_escape(builder, byte);
        else if (!add_common_escape(builder, byte, quote))
            rt_builder_add(builder, &bytes[i], 1);
    }
    rt_builder_add(builder, &quote, 1);
}
