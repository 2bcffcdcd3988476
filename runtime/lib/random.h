/* random.h: the layout of Random, for the files of the module random. */
#ifndef ASYNCC_LIB_RANDOM_H
#define ASYNCC_LIB_RANDOM_H

#include "lib/mersenne.h"
#include "value/object.h"

typedef struct rt_random {
    rt_object head;
    rt_mersenne state;
    double next_gauss; /* the second of a pair, */
    bool has_next;     /* where it is there */
} rt_random;

extern rt_type rt_random_type;

static inline double rt_random_double(rt_value self)
{
    return rt_mersenne_double(&((rt_random *)self)->state);
}

/* A uniformly distributed int below n > 0: owned. */
rt_value rt_random_below(rt_value self, rt_value n);
uint64_t rt_random_below_word(rt_value self, uint64_t n);

#endif
