/* Sets of small integers as words of bits, for dataflow.
 *
 * In: a size fixed at creation. Out: sets in the arena; all sets that meet in an operation have
 * the same size. */
#ifndef ASYNCC_BASE_BITSET_H
#define ASYNCC_BASE_BITSET_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

typedef struct bitset {
    uint64_t *words;
    uint32_t word_count;
} bitset;

static inline bitset bitset_new(arena *a, uint32_t size)
{
    uint32_t words = (size + 63) / 64;
    return (bitset){arena_array(a, uint64_t, words), words};
}

static inline bool bitset_has(bitset s, uint32_t i)
{
    return s.words[i / 64] >> (i % 64) & 1;
}

static inline void bitset_add(bitset s, uint32_t i)
{
    s.words[i / 64] |= (uint64_t)1 << (i % 64);
}

static inline void bitset_remove(bitset s, uint32_t i)
{
    s.words[i / 64] &= ~((uint64_t)1 << (i % 64));
}

static inline void bitset_copy(bitset to, bitset from)
{
    memcpy(to.words, from.words, to.word_count * sizeof(uint64_t));
}

static inline void bitset_clear(bitset s)
{
    memset(s.words, 0, s.word_count * sizeof(uint64_t));
}

/* to = to | from; true when that changed it. */
static inline bool bitset_unite(bitset to, bitset from)
{
    uint64_t change = 0;
    for (uint32_t i = 0; i < to.word_count; i++) {
        change |= from.words[i] & ~to.words[i];
        to.words[i] |= from.words[i];
    }
    return change != 0;
}

#endif
