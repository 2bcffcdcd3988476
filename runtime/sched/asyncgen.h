/* asyncgen.h: async generators and the awaitables of their methods.
 *
 * agen.asend(v), athrow(...), aclose() and __anext__() are operations: awaitables that run the
 * generator's frame up to its next yield or its end. Awaited, the frame joins the awaiting chain;
 * by hand, the operation drives it. */
#ifndef ASYNCC_SCHED_ASYNCGEN_H
#define ASYNCC_SCHED_ASYNCGEN_H

#include "sched/coro.h"

extern rt_type rt_asend_type, rt_athrow_type;

/* Awaits the next item without an object for the operation. */
rt_value rt_asyncgen_anext(rt_frame *self, rt_coro *agen);

/* Awaits an operation (an object of one of the two types). */
rt_value rt_asyncgen_await(rt_frame *self, rt_value operation);

/* The frame has yielded or ended: what the operation under way gives (as rt_coro_left). */
rt_value rt_asyncgen_left(rt_coro *agen, rt_value result);

/* A new aclose() operation. */
rt_value rt_asyncgen_aclose(rt_value agen);

struct rt_loop;
/* A list of the generators that were first iterated under `loop` and still live, which the table
 * then forgets. */
rt_value rt_asyncgens_take(struct rt_loop *loop);

/* A loop that is closed closes no generators any more. */
void rt_asyncgens_loop_closes(const struct rt_loop *loop);
void rt_end_asyncgens(void);

#endif
