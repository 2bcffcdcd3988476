/* mersenne.c: the Mersenne Twister MT19937 (mersenne.h). The constants are those of the reference
 * implementation; seeds are arrays of words, as its init_by_array takes them. */
#include "lib/mersenne.h"

#include <sys/random.h>

enum { N = RT_MERSENNE_WORDS, M = 397 };

static void seed_word(rt_mersenne *state, uint32_t seed)
{
    state->words[0] = seed;
    for (uint32_t i = 1; i < N; i++) {
        uint32_t last = state->words[i - 1];
        state->words[i] = 1812433253u * (last ^ last >> 30) + i;
    }
    state->index = N;
}

/* Moves to the next word, over the end to word 1, which then follows the last one. */
static uint32_t advance(rt_mersenne *state, uint32_t i)
{
    if (++i < N) return i;
    state->words[0] = state->words[N - 1];
    return 1;
}

void rt_mersenne_seed(rt_mersenne *state, const uint32_t *key, size_t count)
{
    uint32_t i = 1, *words = state->words;
    size_t j = 0;
    state->from_system = false;
    seed_word(state, 19650218u);
    for (size_t k = count > N ? count : N; k > 0; k--) {
        words[i] =
            (words[i] ^ (words[i - 1] ^ words[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        i = advance(state, i);
        if (++j == count) j = 0;
    }
    for (size_t k = N - 1; k > 0; k--) {
        words[i] = (words[i] ^ (words[i - 1] ^ words[i - 1] >> 30) * 1566083941u) - i;
        i = advance(state, i);
    }
    words[0] = 0x80000000u;
}

void rt_random_from_system(void *bytes, size_t size)
{
    for (char *at = bytes; size > 0;) { /* short reads are possible above 256 bytes */
        ssize_t got = getrandom(at, size, 0);
        if (got <= 0) break;
        at += got;
        size -= (size_t)got;
    }
}

static void make_words(rt_mersenne *state)
{
    uint32_t *words = state->words;
    state->index = 0;
    if (state->from_system) {
        rt_random_from_system(words, sizeof state->words);
        return;
    }
    for (uint32_t i = 0; i < N; i++) {
        uint32_t y = (words[i] & 0x80000000u) | (words[(i + 1) % N] & 0x7fffffffu);
        words[i] = words[(i + M) % N] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    }
}

uint32_t rt_mersenne_word(rt_mersenne *state)
{
    if (state->index >= N) make_words(state);
    uint32_t y = state->words[state->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}

double rt_mersenne_double(rt_mersenne *state)
{
    uint32_t high = rt_mersenne_word(state) >> 5, low = rt_mersenne_word(state) >> 6;
    return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}
