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

static rt_ready *entry_at(rt_loop *loop, uint32_t index)
{
    return &loop->ready[(loop->ready_first + index) & (loop->ready_capacity - 1)];
}

static bool is_step(const rt_ready *entry)
{
    return (entry->subject & RT_SUBJECT_MASK) == RT_SUBJECT_TASK;
}

void rt_shuffle_ready(rt_loop *loop)
{
    size_t size = loop->ready_count * sizeof(uint32_t);
    uint32_t *places = rt_alloc(size), steps = 0; /* where the steps stand */

    for (uint32_t i = 0; i < loop->ready_count; i++)
        if (is_step(entry_at(loop, i))) places[steps++] = i;
    for (uint32_t i = 1; i < steps; i++) {
        rt_ready *entry = entry_at(loop, places[i]);
        rt_ready *other = entry_at(loop, places[next_random() % (i + 1)]), kept = *other;
        *other = *entry;
        *entry = kept;
    }
    rt_free(places, size);
}
