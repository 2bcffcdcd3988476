/* mersenne.h: the Mersenne Twister MT19937 of Matsumoto and Nishimura, and SHA-512, which seeds of
 * text go through. */
#ifndef ASYNCC_LIB_MERSENNE_H
#define ASYNCC_LIB_MERSENNE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RT_MERSENNE_WORDS = 624 };

typedef struct rt_mersenne {
    uint32_t words[RT_MERSENNE_WORDS];
    uint32_t index;   /* of the next word; RT_MERSENNE_WORDS = make new ones first */
    bool from_system; /* new ones come from the operating system instead */
} rt_mersenne;

void rt_random_from_system(void *bytes, size_t size);
void rt_mersenne_seed(rt_mersenne *state, const uint32_t *key, size_t count); /* count >= 1 */
uint32_t rt_mersenne_word(rt_mersenne *state);
double rt_mersenne_double(rt_mersenne *state); /* 53 bits, in [0, 1) */

void rt_sha512(const unsigned char *data, size_t size, unsigned char digest[64]);

#endif
