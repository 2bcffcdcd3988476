/* siphash.c: the hash of strings and bytes: SipHash-1-3 (Aumasson and Bernstein) with a key of
 * zeros. The key is fixed, so that runs repeat; the values are those of PYTHONHASHSEED=0. In:
 * bytes or UTF-8 text; out: a hash that is never -1, which means "raised" elsewhere. */
#include "value/str.h"

typedef struct sip_state {
    uint64_t v0, v1, v2, v3;
} sip_state;

static uint64_t rotate(uint64_t word, int bits)
{
    return word << bits | word >> (64 - bits);
}

static void sip_round(sip_state *s)
{
    s->v0 += s->v1;
    s->v2 += s->v3;
    s->v1 = rotate(s->v1, 13) ^ s->v0;
    s->v3 = rotate(s->v3, 16) ^ s->v2;
    s->v0 = rotate(s->v0, 32);
    s->v2 += s->v1;
    s->v0 += s->v3;
    s->v1 = rotate(s->v1, 17) ^ s->v2;
    s->v3 = rotate(s->v3, 21) ^ s->v0;
    s->v2 = rotate(s->v2, 32);
}

static void sip_word(sip_state *s, uint64_t word)
{
    s->v3 ^= word;
    sip_round(s);
    s->v0 ^= word;
}

int64_t rt_bytes_hash(const void *bytes, size_t size)
{
    if (size == 0) return 0;
    sip_state s = {0x736f6d6570736575, 0x646f72616e646f6d, 0x6c7967656e657261, 0x7465646279746573};
    const unsigned char *at = bytes, *end = at + size / 8 * 8;
    for (; at < end; at += 8) {
        uint64_t word;
        memcpy(&word, at, 8);
        sip_word(&s, word);
    }
    uint64_t last = (uint64_t)size << 56;
    for (size_t i = 0; i < size % 8; i++) last |= (uint64_t)at[i] << (8 * i);
    sip_word(&s, last);
    s.v2 ^= 0xff;
    for (int i = 0; i < 3; i++) sip_round(&s);
    int64_t hash = (int64_t)(s.v0 ^ s.v1 ^ s.v2 ^ s.v3);
    return hash == -1 ? -2 : hash;
}

/* Writes each code point as a unit of `width` bytes, little end first. */
static void widen(const char *text, size_t size, size_t width, unsigned char *out)
{
    for (const char *end = text + size; text < end;) {
        uint32_t code = rt_utf8_next(&text);
        for (size_t i = 0; i < width; i++) *out++ = (unsigned char)(code >> (8 * i));
    }
}

int64_t rt_text_hash_utf8(const char *text, size_t size, size_t length)
{
    if (size == length) return rt_bytes_hash(text, size);
    unsigned char first = 0; /* the greatest lead byte tells the greatest width needed */
    for (size_t i = 0; i < size; i++)
        if ((unsigned char)text[i] > first) first = (unsigned char)text[i];
    size_t width = first < 0xc4 ? 1 : first < 0xf0 ? 2 : 4;
    unsigned char *units = rt_alloc(width * length);
    widen(text, size, width, units);
    int64_t hash = rt_bytes_hash(units, width * length);
    rt_free(units, width * length);
    return hash;
}
