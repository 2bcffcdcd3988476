/* The string builder: a heap buffer that doubles. */
#include "base/strbuf.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/format.h"

enum { FIRST_CAPACITY = 64 };

/* Room for `extra` more bytes and the NUL. */
static void reserve(strbuf *b, size_t extra)
{
    size_t needed = b->length + extra + 1;
    if (needed <= b->capacity) return;
    size_t capacity = b->capacity ? b->capacity : FIRST_CAPACITY;
    while (capacity < needed) capacity *= 2;
    b->text = checked_realloc(b->text, capacity);
    b->capacity = capacity;
}

void strbuf_append(strbuf *b, const char *text, size_t length)
{
    reserve(b, length);
    if (length) memcpy(b->text + b->length, text, length);
    b->length += length;
    b->text[b->length] = '\0';
}

void strbuf_puts(strbuf *b, const char *text)
{
    strbuf_append(b, text, strlen(text));
}

void strbuf_putc(strbuf *b, char c)
{
    reserve(b, 1);
    b->text[b->length++] = c;
    b->text[b->length] = '\0';
}

void strbuf_pad(strbuf *b, char c, size_t count)
{
    reserve(b, count);
    memset(b->text + b->length, c, count);
    b->length += count;
    b->text[b->length] = '\0';
}

void strbuf_printf(strbuf *b, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    strbuf_vprintf(b, format, arguments);
    va_end(arguments);
}

void strbuf_vprintf(strbuf *b, const char *format, va_list arguments)
{
    reserve(b, 0);
    size_t room = b->capacity - b->length;
    size_t length = format_text(b->text + b->length, room, format, arguments);
    if (length >= room) {
        reserve(b, length);
        format_text(b->text + b->length, length + 1, format, arguments);
    }
    b->length += length;
}

void strbuf_put_utf8(strbuf *b, uint32_t c)
{
    char bytes[4];
    size_t length = 0;
    if (c < 0x80) {
        bytes[length++] = (char)c;
    } else if (c < 0x800) {
        bytes[length++] = (char)(0xC0 | c >> 6);
    } else if (c < 0x10000) {
        bytes[length++] = (char)(0xE0 | c >> 12);
        bytes[length++] = (char)(0x80 | (c >> 6 & 0x3F));
    } else {
        bytes[length++] = (char)(0xF0 | c >> 18);
        bytes[length++] = (char)(0x80 | (c >> 12 & 0x3F));
        bytes[length++] = (char)(0x80 | (c >> 6 & 0x3F));
    }
    if (c >= 0x80) bytes[length++] = (char)(0x80 | (c & 0x3F));
    strbuf_append(b, bytes, length);
}

const char *strbuf_text(const strbuf *b)
{
    return b->text ? b->text : "";
}

char *strbuf_take(strbuf *b)
{
    reserve(b, 0);
    b->text[b->length] = '\0';
    char *text = b->text;
    *b = (strbuf){0};
    return text;
}

void strbuf_clear(strbuf *b)
{
    b->length = 0;
    if (b->text) b->text[0] = '\0';
}

void strbuf_free(strbuf *b)
{
    free(b->text);
    *b = (strbuf){0};
}
