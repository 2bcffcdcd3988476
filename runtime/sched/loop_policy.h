/* loop_policy.h: which loop is meant: the running one, the one set for the thread, or one given. */
#ifndef ASYNCC_SCHED_LOOP_POLICY_H
#define ASYNCC_SCHED_LOOP_POLICY_H

#include "sched/loop.h"

/* The running loop, else the one that set_event_loop set (made on first use); borrowed. NULL = raised. */
rt_loop *rt_loop_current(void);
/* The running loop; NULL: "no running event loop" raised. Borrowed. */
rt_loop *rt_loop_running(void);
/* A value given as a loop; NULL: it is none, raised. Borrowed. */
rt_loop *rt_loop_checked(rt_value v);
/* set_event_loop: NULL = none from now on. Retains it. */
void rt_loop_set_current(rt_loop *loop);

/* loop.create_task(coro): a coroutine is expected. name, context: 0 or RT_NONE = the usual. */
rt_value rt_create_task(rt_loop *loop, rt_value coro, rt_value name, rt_value context);
/* asyncio.Task(coro): the same without asking the loop's task factory. */
rt_value rt_new_task(rt_loop *loop, rt_value coro, rt_value name, rt_value context);

/* Closes what the program left open, and frees what sched/ keeps. */
void rt_init_sched(void);
void rt_end_sched(void);

#endif
