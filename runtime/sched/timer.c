/* timer.c: the heap of timers: a 4-ary heap over one array, ordered by (time, sequence).
 *
 * In: futures and timer handles with the time at which they are to wake. Out: the due ones moved
 * to the ring, in order. Each target knows its place, so that cancelling takes it out at once. */
#include <time.h>

#include "sched/handle.h"
#include "sched/loop.h"

double rt_loop_time(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

static bool before(const rt_timer *a, const rt_timer *b)
{
    return a->when < b->when || (a->when == b->when && a->sequence < b->sequence);
}

static void place(rt_loop *loop, uint32_t index, const rt_timer *timer)
{
    loop->timers[index] = *timer;
    timer->target->timer = index + 1;
}

static void sift_up(rt_loop *loop, uint32_t index, rt_timer timer)
{
    while (index > 0) {
        uint32_t parent = (index - 1) / 4;
        if (!before(&timer, &loop->timers[parent])) break;
        place(loop, index, &loop->timers[parent]);
        index = parent;
    }
    place(loop, index, &timer);
}

static uint32_t least_child(const rt_loop *loop, uint32_t index)
{
    uint32_t first = 4 * index + 1, best = first;

    for (uint32_t i = first + 1; i < first + 4 && i < loop->timer_count; i++)
        if (before(&loop->timers[i], &loop->timers[best])) best = i;
    return best;
}

static void sift_down(rt_loop *loop, uint32_t index, rt_timer timer)
{
    while (4 * index + 1 < loop->timer_count) {
        uint32_t child = least_child(loop, index);
        if (!before(&loop->timers[child], &timer)) break;
        place(loop, index, &loop->timers[child]);
        index = child;
    }
    place(loop, index, &timer);
}

void rt_timer_add(rt_loop *loop, rt_timed *target, double when)
{
    if (loop->timer_count == loop->timer_capacity) {
        uint32_t capacity = loop->timer_capacity ? 2 * loop->timer_capacity : 16;
        loop->timers = rt_realloc(loop->timers, loop->timer_capacity * sizeof(rt_timer), capacity * sizeof(rt_timer));
        loop->timer_capacity = capacity;
    }
    target->head.refs++;
    sift_up(loop, loop->timer_count++, (rt_timer){when, loop->timer_sequence++, target});
}

/* Takes the timer at `index` out of the heap; the reference to its target is the caller's. */
static rt_timed *take(rt_loop *loop, uint32_t index)
{
    rt_timed *target = loop->timers[index].target;
    rt_timer last = loop->timers[--loop->timer_count];

    target->timer = 0;
    if (index == loop->timer_count) return target;
    if (index > 0 && before(&last, &loop->timers[(index - 1) / 4])) sift_up(loop, index, last);
    else sift_down(loop, index, last);
    return target;
}

void rt_timer_cancel(rt_loop *loop, rt_timed *target)
{
    if (!target->timer) return;
    take(loop, target->timer - 1);
    RT_RELEASE((rt_value)target);
}

static rt_subject subject_of(rt_timed *target)
{
    return RT_SUBJECT(target, target->head.type == &rt_timer_handle_type ? RT_SUBJECT_HANDLE : RT_SUBJECT_FUTURE);
}

void rt_timers_post_due(rt_loop *loop, double now)
{
    while (loop->timer_count && loop->timers[0].when < now) {
        rt_timed *target = take(loop, 0);
        rt_loop_post(loop, subject_of(target), 0);
        RT_RELEASE((rt_value)target);
    }
}

void rt_timers_drop(rt_loop *loop)
{
    while (loop->timer_count) RT_RELEASE((rt_value)take(loop, loop->timer_count - 1));
}
