/* text.h: what str, bytes and bytearray share. Their methods are one set of functions
 * (rt_text_*, rows in lib/str.def, bytes.def, bytearray.def) over a view of a run of bytes; an
 * alphabet tells whether a character is a code point in UTF-8 or one byte. Searching, splitting
 * and joining work on bytes either way, since UTF-8 text matches only at the starts of code
 * points. */
#ifndef ASYNCC_VALUE_TEXT_H
#define ASYNCC_VALUE_TEXT_H

#include "value/builder.h"
#include "value/object.h"

typedef struct rt_alphabet {
    uint32_t (*next)(const char **at);     /* reads the character and moves behind it */
    uint32_t (*previous)(const char **at); /* moves to the character before and reads it */
    uint32_t limit;                        /* characters from here on have no properties */
    bool (*is_space)(uint32_t code);
    bool (*ends_line)(uint32_t code);
    uint64_t low_spaces; /* white space below 64, a bit each */
} rt_alphabet;

/* A str, bytes or bytearray being worked on. Borrowed: valid while the owner lives unchanged. */
typedef struct rt_text {
    const char *start;
    size_t size;
    const rt_alphabet *alphabet;
    rt_value owner;
} rt_text;

rt_text rt_text_of(rt_value v); /* of a known str, bytes or bytearray */

static inline const char *rt_text_end(const rt_text *text)
{
    return text->start + text->size;
}

/* A new value of the owner's built-in type. */
rt_value rt_text_new(const rt_text *model, const char *start, size_t size);
rt_value rt_text_finish(const rt_text *model,
                        rt_builder *builder); /* from a builder, which it frees */
/* The owner itself where that is an exact str or bytes; else a copy. */
rt_value rt_text_same(const rt_text *text);

/* An argument of the same kind: str for str, bytes-like for bytes; false = raised. `message` is
 * a format with one %T for a str's TypeError; bytes have one text for all. */
bool rt_text_argument(const rt_text *self, rt_value argument, const char *message, rt_text *out);
#define RT_MUST_BE_STR "must be str, not %T"

/* Is the character at *at white space? Moves behind it. */
static inline bool rt_text_space(const rt_text *text, const char **at)
{
    unsigned char byte = (unsigned char)**at;
    if (byte >= 0x80) return text->alphabet->is_space(text->alphabet->next(at));
    ++*at;
    return byte < 64 && text->alphabet->low_spaces >> byte & 1;
}

size_t rt_text_length(const rt_text *text); /* in characters */

/* The first or last occurrence at or after `from`; NULL = none. */
const char *rt_text_search(const rt_text *text, const char *from, const rt_text *needle);
const char *rt_text_search_back(const rt_text *text, const char *before, const rt_text *needle);

#endif
