/* codec_table.h: the encodings themselves, for codec.c: how each reads and writes one character. */
#ifndef ASYNCC_VALUE_CODEC_TABLE_H
#define ASYNCC_VALUE_CODEC_TABLE_H

#include "value/utf8.h"

enum { RT_CODEC_LONGEST = 10 }; /* bytes of a character */

typedef struct rt_codec {
    const char *name;          /* as errors spell it */
    const char *encode_reason; /* of errors in encoding */
    /* Reads the character at `at`: how many bytes it takes; or, with *reason set, how many are
     * in error. */
    size_t (*read)(const char *at, size_t rest, uint32_t *code, const char **reason);
    /* Writes a character: how many bytes; 0 = there is no such one. */
    size_t (*write)(uint32_t code, char out[RT_CODEC_LONGEST]);
    uint8_t unit;       /* bytes of the smallest character */
    uint8_t is_unicode; /* surrogates are errors */
    const char *mark;   /* the byte order mark that stands in front, or NULL */
    uint8_t mark_size;
    const struct rt_codec *plain, *swapped; /* with a mark: what follows it as such, and reversed */
} rt_codec;

/* By name, in any of the usual spellings; NULL = unknown. */
const rt_codec *rt_codec_find(const char *name);
extern const rt_codec rt_codec_utf8;
extern const rt_codec rt_codec_unicode_escape; /* ASCII is not itself, though the unit is a byte */

#endif
