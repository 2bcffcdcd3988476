/* task.h: tasks: a future, the chain of frames that it drives, and often the first frame itself. */
#ifndef ASYNCC_SCHED_TASK_H
#define ASYNCC_SCHED_TASK_H

#include "sched/frame.h"
#include "sched/future.h"

typedef enum rt_task_flag {
    RT_TASK_FUSED = 1,         /* the root frame stands in the task */
    RT_TASK_STARTED = 2,       /* scheduled: it is in its loop's list */
    RT_TASK_MUST_CANCEL = 4,   /* the next step throws CancelledError */
    RT_TASK_QUIET_DESTROY = 8, /* no "was destroyed but it is pending" */
    RT_TASK_IS_AWAITED = 16,   /* by a task, when the last graph was made (task_graph.c) */
    RT_TASK_SHOWN = 32,        /* in the report that is being made (task_report.c) */
    /* Instead of a future, it waits for a time that is to come; then, until the step: */
    RT_TASK_SLEEPS = 64,
    RT_TASK_SLEPT = 128,
    RT_TASK_SLEEP_CANCELLED = 256,
    RT_TASK_SLEEP_FLAGS = 448,
} rt_task_flag;

typedef struct rt_task {
    rt_future future;
    rt_frame *leaf;
    rt_value handled; /* rt_state.handled at the leaf; owned */
    rt_value name;    /* a str, or the number of "Task-N" as a tagged int */
    rt_value context; /* contextvars; 0 = empty */
    uint16_t flags;
    uint32_t cancels;                /* cancelling() */
    struct rt_task *previous, *next; /* in its loop's list while it is not done */
    union {
        rt_value coro;  /* what it was made of, where it is not fused */
        rt_frame frame; /* code->frame_size bytes are allocated */
    };
} rt_task;
#define RT_TASK(v) ((rt_task *)(v))

extern rt_type rt_task_type;

/* A task of a coroutine or other awaitable, scheduled; name 0 = Task-N; context 0 = a copy of the
 * current one. Owned; 0 = raised. */
rt_value rt_task_of(rt_loop *loop, rt_value awaitable, rt_value name, rt_value context);

/* Runs the next step; consumes both. `argument`: the future that is done, 0, or an exception to
 * throw. False: a SystemExit or KeyboardInterrupt passes through. */
bool rt_task_step(rt_task *task, rt_value argument);

/* The time of a sleeping task has come, unless it was cancelled; consumes it. */
void rt_task_wake(rt_task *task);

bool rt_task_cancel(rt_task *task, rt_value message);
rt_value rt_task_name(rt_task *task); /* owned */
rt_value rt_task_coro(rt_task *task); /* task.get_coro(); owned */
const rt_frame *rt_task_root(const rt_task *task);

#endif
