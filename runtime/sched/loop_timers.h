/* loop_timers.h: what the loop's iteration needs of the heap of timers (timer.c). */
#ifndef ASYNCC_SCHED_LOOP_TIMERS_H
#define ASYNCC_SCHED_LOOP_TIMERS_H

#include "sched/loop.h"

/* Forgets cancelled timers that are in the way, or too many. */
void rt_timers_drop_cancelled(rt_loop *loop);
/* Posts every timer before `now` to the ring, the earliest first. */
void rt_timers_post_due(rt_loop *loop, double now);
void rt_timers_drop(rt_loop *loop);

/* Slots of rt_loop_type (loop.c). */
void rt_loop_dealloc(rt_object *self);
void rt_loop_traverse(rt_object *self, rt_visit_fn *visit, void *context);
void rt_loop_clear(rt_object *self);

#endif
