/* utf8.h: code points in UTF-8 text. Text inside the runtime is always well-formed, but for lone
 * surrogates, which stand as three bytes each (WTF-8); so the readers here check nothing. */
#ifndef ASYNCC_VALUE_UTF8_H
#define ASYNCC_VALUE_UTF8_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define RT_CODE_POINT_MAX 0x10ffff
#define RT_IS_SURROGATE(c) ((c) >= 0xd800 && (c) <= 0xdfff)

/* The bytes of the code point that begins with this byte. */
static inline size_t rt_utf8_width(unsigned char first)
{
    return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

/* Does this byte begin a code point? */
static inline int rt_utf8_starts(char byte)
{
    return (byte & 0xc0) != 0x80;
}

/* The code point at *text, which moves behind it. */
static inline uint32_t rt_utf8_next(const char **text)
{
    const unsigned char *p = (const unsigned char *)*text;
    *text += rt_utf8_width(*p);
    if (*p < 0x80) return *p;
    if (*p < 0xe0) return (uint32_t)(p[0] & 0x1f) << 6 | (p[1] & 0x3f);
    if (*p < 0xf0)
        return (uint32_t)(p[0] & 0x0f) << 12 | (uint32_t)(p[1] & 0x3f) << 6 | (p[2] & 0x3f);
    return (uint32_t)(p[0] & 0x07) << 18 | (uint32_t)(p[1] & 0x3f) << 12 |
           (uint32_t)(p[2] & 0x3f) << 6 | (p[3] & 0x3f);
}

/* The code point in front of *text, which moves to its start. */
static inline uint32_t rt_utf8_previous(const char **text)
{
    do --*text;
    while (!rt_utf8_starts(**text));
    const char *p = *text;
    return rt_utf8_next(&p);
}

/* Writes a code point; returns its width. */
static inline size_t rt_utf8_put(uint32_t code, char out[4])
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xc0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3f));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xe0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3f));
        out[2] = (char)(0x80 | (code & 0x3f));
        return 3;
    }
    out[0] = (char)(0xf0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3f));
    out[2] = (char)(0x80 | (code >> 6 & 0x3f));
    out[3] = (char)(0x80 | (code & 0x3f));
    return 4;
}

/* How many code points the text has. */
static inline size_t rt_utf8_count(const char *text, size_t size)
{
    const uint64_t ones = 0x0101010101010101;
    size_t count = size, i = 0;
    for (; i + 8 <= size; i += 8) { /* eight bytes at once: takes off those that continue one */
        uint64_t word;
        memcpy(&word, text + i, 8);
        count -= (size_t)__builtin_popcountll(word >> 7 & ~word >> 6 & ones);
    }
    for (; i < size; i++) count -= (size_t)!rt_utf8_starts(text[i]);
    return count;
}

#endif
