/* loop_policy.h: which loop is meant: the running one, the one set for the thread, or one given. */
#ifndef ASYNCC_SCHED_LOOP_POLICY_H
#define ASYNCC_SCHED_LOOP_POLICY_H

#include "sched/loop.h"

/* The running loop, else the one that the policy has for the thread; borrowed. NULL = raised. */
rt_loop *rt_loop_current(void);
/* new_event_loop and set_event_loop (a loop, or RT_NONE) of the policy. NULL, false: raised. */
rt_loop *rt_loop_make(void);
bool rt_loop_set_current(rt_value loop);
/* The same of the default policy: the main thread's loop is made on first use. */
rt_loop *rt_loop_own(void);
bool rt_loop_set_own(rt_value loop);
/* The policy that was set; borrowed, RT_NONE = the default one. */
rt_value rt_loop_policy(void);
void rt_loop_set_policy(rt_value policy);
/* The running loop; NULL: "no running event loop" raised. Borrowed. */
rt_loop *rt_loop_running(void);
/* A value given as a loop; NULL: it is none, raised. Borrowed. */
rt_loop *rt_loop_checked(rt_value v);

/* loop.create_task(coro): a coroutine is expected. name, context: 0 or RT_NONE = the usual. */
rt_value rt_create_task(rt_loop *loop, rt_value coro, rt_value name, rt_value context);
/* Gives a task (consumed, 0 = raised), which has a number, a name: 0 or None = none. Returns the
 * task. */
rt_value rt_task_named(rt_value task, rt_value name);
/* asyncio.Task(coro): the same without asking the loop's task factory. */
rt_value rt_new_task(rt_loop *loop, rt_value coro, rt_value name, rt_value context);

/* Closes what the program left open, and frees what sched/ keeps. */
void rt_init_sched(void);
void rt_end_sched(void);

#endif
