/* handle.h: callbacks of the program in the loop: what call_soon, call_later and call_at give. */
#ifndef ASYNCC_SCHED_HANDLE_H
#define ASYNCC_SCHED_HANDLE_H

#include "sched/loop.h"

typedef struct rt_handle {
    rt_object head;
    rt_value timer; /* as in rt_timed */
    bool cancelled;
    rt_loop *loop;     /* counted */
    rt_value callback; /* 0 once cancelled or run */
    rt_value args;     /* a tuple; 0 likewise */
    rt_value context;  /* contextvars; 0 = empty */
    double when;       /* of a TimerHandle */
} rt_handle;
#define RT_HANDLE(v) ((rt_handle *)(v))

extern rt_type rt_handle_type, rt_timer_handle_type;

/* args: a tuple; context 0 = empty; all borrowed. */
rt_handle *rt_handle_new(rt_type *type, rt_loop *loop, rt_value callback, rt_value args,
                         rt_value context);

/* Posts callback(argument) to the ring. */
void rt_handle_post(rt_loop *loop, rt_value callback, rt_value argument, rt_value context);

/* False: a SystemExit or KeyboardInterrupt passes through; other exceptions are reported. */
bool rt_handle_run(rt_handle *handle);
void rt_handle_cancel(rt_handle *handle);

#endif
