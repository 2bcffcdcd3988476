/* timer.c: the heap of timers, which gives timers of equal time back in the very order in which
 * asyncio does.
 *
 * In: futures and timer handles with the time at which they are to wake. Out: the due ones moved
 * to the ring. asyncio keeps its timers in a heap of the module heapq, so the order of equal times
 * is what that heap's moves make of them: the same moves are made here. A cancelled timer stays in
 * the heap, as there, as an entry without target. Each target knows its place. */
#include "sched/clock.h"
#include "sched/handle.h"
#include "sched/loop_timers.h"
#include "sched/task.h"

/* Cancelled timers are swept out when they are more than half of more than a hundred. */
enum { SWEEP_FROM = 100 };

/* A heap with more places than that gives back those that it needs no longer. */
enum { SHRINK_FROM = 4096 };

double rt_loop_time(void)
{
    return (double)rt_clock_monotonic() / (double)RT_SECOND;
}

static void place(rt_loop *loop, uint32_t index, rt_timer timer)
{
    loop->timers[index] = timer;
    if (timer.target) timer.target->timer = RT_INT(index);
}

/* Moves a timer from `index` towards the root, not above `top`, past those that are later. */
static void move_up(rt_loop *loop, uint32_t top, uint32_t index, rt_timer timer)
{
    while (index > top) {
        uint32_t parent = (index - 1) / 2;
        if (!(timer.when < loop->timers[parent].when)) break;
        place(loop, index, loop->timers[parent]);
        index = parent;
    }
    place(loop, index, timer);
}

/* Puts a timer at the place of the root `top`: the earlier children move up all the way to a leaf,
 * then the timer moves up from there. Of equal children the right one goes. */
static void move_down(rt_loop *loop, uint32_t top, rt_timer timer)
{
    uint32_t index = top, child;

    while ((child = 2 * index + 1) < loop->timer_count) {
        if (child + 1 < loop->timer_count &&
            !(loop->timers[child].when < loop->timers[child + 1].when))
            child++;
        place(loop, index, loop->timers[child]);
        index = child;
    }
    move_up(loop, top, index, timer);
}

static void resize(rt_loop *loop, uint32_t capacity)
{
    loop->timers = rt_realloc(loop->timers, loop->timer_capacity * sizeof(rt_timer),
                              capacity * sizeof(rt_timer));
    loop->timer_capacity = capacity;
}

void rt_timer_add(rt_loop *loop, rt_timed *target, double when)
{
    target->head.refs++;
    rt_timer_add_owned(loop, target, when);
}

void rt_timer_add_owned(rt_loop *loop, rt_timed *target, double when)
{
    if (loop->timer_count == loop->timer_capacity)
        resize(loop, loop->timer_capacity ? 2 * loop->timer_capacity : 16);
    move_up(loop, 0, loop->timer_count++, (rt_timer){when, target});
}

/* Takes the earliest timer out; the reference to its target is the caller's. */
static rt_timed *take_first(rt_loop *loop)
{
    rt_timed *target = loop->timers[0].target;
    rt_timer last = loop->timers[--loop->timer_count];

    if (loop->timer_capacity > SHRINK_FROM && loop->timer_count < loop->timer_capacity / 4)
        resize(loop, loop->timer_capacity / 2);
    if (loop->timer_count) move_down(loop, 0, last);
    if (target)
        target->timer = 0;
    else
        loop->timers_cancelled--;
    return target;
}

void rt_timer_cancel(rt_loop *loop, rt_timed *target)
{
    if (!target->timer) return;
    loop->timers[RT_INT_VALUE(target->timer)].target = NULL;
    target->timer = 0;
    loop->timers_cancelled++;
    RT_RELEASE((rt_value)target);
}

static void sweep(rt_loop *loop)
{
    uint32_t kept = 0;

    for (uint32_t i = 0; i < loop->timer_count; i++)
        if (loop->timers[i].target) loop->timers[kept++] = loop->timers[i];
    loop->timer_count = kept;
    loop->timers_cancelled = 0;
    for (uint32_t i = 0; i < kept; i++) loop->timers[i].target->timer = RT_INT(i);
    for (uint32_t i = kept / 2; i-- > 0;) move_down(loop, i, loop->timers[i]);
}

void rt_timers_drop_cancelled(rt_loop *loop)
{
    if (loop->timer_count > SWEEP_FROM && 2 * loop->timers_cancelled > loop->timer_count) {
        sweep(loop);
        return;
    }
    while (loop->timer_count && !loop->timers[0].target) take_first(loop);
}

/* A task in the heap sleeps. */
static rt_subject subject_of(rt_timed *target)
{
    const rt_type *type = target->head.type;

    if (type == &rt_task_type) return RT_SUBJECT(target, RT_SUBJECT_SLEEPER);
    return RT_SUBJECT(target,
                      type == &rt_timer_handle_type ? RT_SUBJECT_HANDLE : RT_SUBJECT_FUTURE);
}

void rt_timers_post_due(rt_loop *loop, double now)
{
    while (loop->timer_count && !(loop->timers[0].when >= now)) {
        rt_timed *target = take_first(loop);
        if (target) rt_loop_post_owned(loop, subject_of(target), 0);
    }
}

void rt_timers_drop(rt_loop *loop)
{
    while (loop->timer_count) {
        rt_timed *target = loop->timers[--loop->timer_count].target;
        if (!target) continue;
        target->timer = 0;
        RT_RELEASE((rt_value)target);
    }
    loop->timers_cancelled = 0;
}
