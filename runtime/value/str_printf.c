/* str_printf.c: rt_str_format: C's printf conversions into a str, and three for values: %V their
 * str(), %R their repr(), %T the name of their type. Messages of exceptions are made with it. */
#include <stdarg.h>
#include <stdio.h>
#include "value/str.h"

/* One conversion of a format: "%", flags, width, precision, length, letter. */
typedef struct conversion {
    char text[32];
    size_t size;
    int longs; /* l, ll, z, j: 1 = as long as a register */
    char letter;
} conversion;

static const char *read_conversion(const char *format, va_list *args, conversion *out)
{
    *out = (conversion){.text = "%", .size = 1};
    for (format++; *format; format++) {
        if (*format == '*') {
            out->size += (size_t)snprintf(out->text + out->size, 12, "%d", va_arg(*args, int));
            continue;
        }
        if (strchr("lzj", *format)) out->longs = 1;
        if (out->size < sizeof out->text - 2) out->text[out->size++] = *format;
        if (!strchr("-+ #0123456789.lzj", *format)) break;
    }
    out->letter = *format;
    out->text[out->size] = '\0';
    return *format ? format + 1 : format;
}

/* Numbers and pointers, by snprintf; the text is bounded by the precisions in use. */
static void add_number(rt_builder *builder, const conversion *conversion, va_list *args)
{
    char text[400];
    int size = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    switch (conversion->letter) {
    case 'p': size = snprintf(text, sizeof text, conversion->text, va_arg(*args, void *)); break;
    case 'e':
    case 'f':
    case 'g': size = snprintf(text, sizeof text, conversion->text, va_arg(*args, double)); break;
    default:
        if (conversion->longs)
            size = snprintf(text, sizeof text, conversion->text, va_arg(*args, long));
        else
            size = snprintf(text, sizeof text, conversion->text, va_arg(*args, int));
    }
#pragma GCC diagnostic pop
    if (size >= (int)sizeof text) size = sizeof text - 1;
    if (size > 0) rt_builder_add(builder, text, (size_t)size);
}

static void add_text(rt_builder *builder, const conversion *conversion, const char *text)
{
    size_t limit = SIZE_MAX, width = 0, size;
    bool left = conversion->text[1] == '-';
    sscanf(conversion->text + 1 + left, "%zu", &width);
    const char *point = strchr(conversion->text, '.');
    if (point) sscanf(point + 1, "%zu", &limit);
    size = strnlen(text, limit);
    if (!left && width > size) rt_builder_fill(builder, ' ', width - size);
    rt_builder_add(builder, text, size);
    if (left && width > size) rt_builder_fill(builder, ' ', width - size);
}

static void add_value(rt_builder *builder, char letter, rt_value v)
{
    if (letter == 'T') {
        rt_builder_add_c(builder, RT_TYPE(v)->name);
        return;
    }
    rt_value text = builder->failed ? 0 : letter == 'V' ? rt_str(v) : rt_repr(v);
    if (text)
        rt_builder_add_str(builder, text);
    else
        builder->failed = true;
    RT_RELEASE_OPT(text);
}

rt_value rt_str_vformat(const char *format, va_list args)
{
    va_list rest;
    va_copy(rest, args);
    rt_builder builder;
    rt_builder_init(&builder);
    while (*format) {
        size_t plain = strcspn(format, "%");
        rt_builder_add(&builder, format, plain);
        format += plain;
        if (!*format) break;
        conversion conversion;
        format = read_conversion(format, &rest, &conversion);
        switch (conversion.letter) {
        case '%': rt_builder_add(&builder, "%", 1); break;
        case 'c': rt_builder_add_code(&builder, (uint32_t)va_arg(rest, int)); break;
        case 's': add_text(&builder, &conversion, va_arg(rest, const char *)); break;
        case 'V':
        case 'R':
        case 'T': add_value(&builder, conversion.letter, va_arg(rest, rt_value)); break;
        default: add_number(&builder, &conversion, &rest);
        }
    }
    va_end(rest);
    return rt_builder_finish(&builder);
}

rt_value rt_str_format(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    rt_value text = rt_str_vformat(format, args);
    va_end(args);
    return text;
}
