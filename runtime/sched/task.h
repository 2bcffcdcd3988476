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
    RT_TASK_KEEPS = 512, /* `extra` has a context, or what is being handled */
    /* The next step has more to do than to go on. */
    RT_TASK_SPECIAL = RT_TASK_MUST_CANCEL | RT_TASK_SLEEP_FLAGS | RT_TASK_KEEPS,
    RT_TASK_BY_ITERATOR = 1024, /* its coroutine had begun before: it goes on by send() */
} rt_task_flag;

/* What few tasks have. */
typedef struct rt_task_extra {
    rt_value message; /* as that of a future */
    rt_value handled; /* rt_state.handled at the leaf; owned */
    rt_value context; /* contextvars; 0 = empty */
    rt_value name;    /* a str; 0 = "Task-N" by the number */
    uint64_t order;   /* among tasks of equal number */
    uint32_t cancels; /* cancelling() */
} rt_task_extra;

typedef struct rt_task {
    rt_future future;
    rt_frame *leaf;
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

/* Schedules what rt_task_new made (consumed); the task that it is then; owned; 0 = raised. */
rt_value rt_task_start_on(rt_loop *loop, rt_value task, rt_value name);
static inline bool rt_is_unstarted_task(rt_value v)
{
    return RT_TYPE(v) == &rt_task_type && !(RT_TASK(v)->future.flags & RT_TASK_STARTED);
}

/* The tasks of a loop that are not done, the oldest first (borrowed), found by a walk over all
 * objects: a block of *count pointers, which the caller frees by rt_tasks_free. */
rt_task **rt_tasks_of_loop(const rt_loop *loop, uint32_t *count);
void rt_tasks_free(rt_task **tasks, uint32_t count);

/* Between task.c, the life of a task, and step.c, what it does in a step. */
rt_task_extra *rt_task_extra_of(rt_task *task);             /* made where there is none */
void rt_task_close_root(rt_task *task, rt_value result);    /* the root frame is done */
void rt_task_cancel_sleep(rt_task *task, rt_value message); /* by a CancelledError */

/* Takes back one request to cancel; how many are left. */
uint32_t rt_task_uncancel_once(rt_task *task);
bool rt_task_cancel(rt_task *task, rt_value message);
rt_value rt_task_name(rt_task *task); /* owned */
rt_value rt_task_coro(rt_task *task); /* task.get_coro(); owned */
const rt_frame *rt_task_root(const rt_task *task);

#endif
