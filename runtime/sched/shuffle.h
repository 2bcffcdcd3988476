/* shuffle.h: another order of what is ready, for finding programs that rely on the usual one.
 *
 * ASYNCC_SCHEDULE_SEED=N (`asyncc run --schedule-seed=N`) shuffles, in each iteration of the loop,
 * the steps of the tasks that are ready. The same N gives the same order. Callbacks of call_soon
 * and those of one future keep their order, which asyncio promises. */
#ifndef ASYNCC_SCHED_SHUFFLE_H
#define ASYNCC_SCHED_SHUFFLE_H

#include "sched/loop.h"

extern bool rt_shuffles;

void rt_shuffle_init(void); /* looks at the environment */
void rt_shuffle_ready(rt_loop *loop);

#endif
