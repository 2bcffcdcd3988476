/* A string builder: text that grows at its end.
 *
 * In: pieces of text. Out: one NUL-terminated string on the heap, which strbuf_free releases
 * or strbuf_take hands over. All zeros is an empty builder. The text may contain NULs;
 * `length` counts.
 */
#ifndef ASYNCC_BASE_STRBUF_H
#define ASYNCC_BASE_STRBUF_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

typedef struct strbuf {
    char *text; /* NULL until the first append; see strbuf_text */
    size_t length;
    size_t capacity;
} strbuf;

void strbuf_append(strbuf *b, const char *text, size_t length);
void strbuf_puts(strbuf *b, const char *text);
void strbuf_putc(strbuf *b, char c);
void strbuf_pad(strbuf *b, char c, size_t count);
void strbuf_printf(strbuf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void strbuf_vprintf(strbuf *b, const char *format, va_list arguments);

/* Appends a code point as UTF-8; surrogates are kept (WTF-8). */
void strbuf_put_utf8(strbuf *b, uint32_t code_point);

/* The text so far, never NULL. */
const char *strbuf_text(const strbuf *b);

/* Hands the heap text to the caller and empties the builder. */
char *strbuf_take(strbuf *b);

/* Forgets the text, keeps the memory. */
void strbuf_clear(strbuf *b);
void strbuf_free(strbuf *b);

#endif
