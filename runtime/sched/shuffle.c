/* shuffle.c: the order of the tasks that are ready, by a seed.
 *
 * In: the ring before an iteration. Out: the same entries, the steps of tasks among them
 * permuted. */
#include "sched/shuffle.h"

#include <stdlib.h>

bool rt_shuffles;
static uint64_t state;

void rt_shuffle_init(void)
{
    const char *seed = getenv("ASYNCC_SCHEDULE_SEED");

    rt_shuffles = seed && *seed;
    if (rt_shuffles) state = strtoull(seed, NULL, 10);
}

/* SplitMix64. */
static uint64_t next_random(void)
{
    uint64_t mixed = state += 0x9e3779b97f4a7c15u;

    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
}

void rt_shuffle_ready(rt_loop *loop)
{
    size_t size = (loop->ready_end - loop->ready_first) * sizeof(uint32_t);
    uint32_t *places = rt_alloc(size), steps = 0; /* where the steps stand */

    for (uint32_t i = loop->ready_first; i != loop->ready_end; i++) {
        rt_subject_tag tag = RT_SUBJECT_TAG(*rt_loop_ready_word(loop, i));
        if (tag == RT_SUBJECT_TASK) places[steps++] = i;
        i += tag >= RT_SUBJECT_OBSERVER; /* over the argument */
    }
    for (uint32_t i = 1; i < steps; i++) {
        uintptr_t *word = rt_loop_ready_word(loop, places[i]);
        uintptr_t *other = rt_loop_ready_word(loop, places[next_random() % (i + 1)]), kept = *other;
        *other = *word;
        *word = kept;
    }
    rt_free(places, size);
}
