/* Formatting: %s, %.*s, %c, %u, %d and %lld at the speed of copying. From the first other directive
 * on, the rest of the format is vsnprintf's. */
#include "base/format.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef struct sink {
    char *at, *end; /* what is left of the room */
    size_t length;  /* of the whole text so far */
} sink;

static void put(sink *s, const char *text, size_t length)
{
    size_t room = (size_t)(s->end - s->at);
    s->length += length;
    if (length > room) length = room;
    memcpy(s->at, text, length);
    s->at += length;
}

static void put_number(sink *s, uint64_t magnitude, int negative)
{
    char digits[24], *at = digits + sizeof digits;
    do *--at = (char)('0' + magnitude % 10);
    while (magnitude /= 10);
    if (negative) *--at = '-';
    put(s, at, (size_t)(digits + sizeof digits - at));
}

static void put_signed(sink *s, int64_t n)
{
    put_number(s, n < 0 ? 0 - (uint64_t)n : (uint64_t)n, n < 0);
}

/* A text with a length, of which a NUL may be the end all the same. */
static void put_part(sink *s, const char *text, int length)
{
    const char *end = memchr(text, '\0', (size_t)length);
    put(s, text, end ? (size_t)(end - text) : (size_t)length);
}

/* vsnprintf does the rest, in which there is no argument before `arguments`. */
static void put_rest(sink *s, const char *format, va_list arguments)
{
    int length = vsnprintf(s->at, (size_t)(s->end - s->at) + 1, format, arguments);
    size_t room = (size_t)(s->end - s->at);
    if (length < 0) return;
    s->length += (size_t)length;
    s->at += (size_t)length < room ? (size_t)length : room;
}

size_t format_text(char *to, size_t room, const char *format, va_list arguments)
{
    sink s = {to, to + room - 1, 0};
    va_list rest;
    va_copy(rest, arguments);
    for (;;) {
        const char *percent = strchrnul(format, '%');
        put(&s, format, (size_t)(percent - format));
        if (!*percent) break;
        format = percent + 2;
        if (percent[1] == 's') {
            const char *text = va_arg(rest, const char *);
            put(&s, text, strlen(text));
        } else if (percent[1] == 'u') {
            put_number(&s, va_arg(rest, unsigned), 0);
        } else if (percent[1] == 'd') {
            put_signed(&s, va_arg(rest, int));
        } else if (percent[1] == 'c') {
            put(&s, &(char){(char)va_arg(rest, int)}, 1);
        } else if (percent[1] == '%') {
            put(&s, "%", 1);
        } else if (!strncmp(percent, "%.*s", 4)) {
            int length = va_arg(rest, int);
            put_part(&s, va_arg(rest, const char *), length);
            format = percent + 4;
        } else if (!strncmp(percent, "%lld", 4)) {
            put_signed(&s, va_arg(rest, long long));
            format = percent + 4;
        } else {
            put_rest(&s, percent, rest);
            break;
        }
    }
    va_end(rest);
    *s.at = '\0';
    return s.length;
}
