/* future.h: futures, which are what everything waits for; tasks begin with one. */
#ifndef ASYNCC_SCHED_FUTURE_H
#define ASYNCC_SCHED_FUTURE_H

#include "sched/loop.h"
#include "sched/origin.h"

typedef enum rt_future_state {
    RT_FUTURE_PENDING,
    RT_FUTURE_CANCELLED,
    RT_FUTURE_FINISHED
} rt_future_state;

typedef struct rt_callbacks rt_callbacks;

struct rt_future {
    rt_object head;
    /* FINISHED; CANCELLED: the CancelledError of the task, once, or 0; PENDING: of a task, the
     * future that it waits for; of what a timer wakes: as in rt_timed; or 0 */
    rt_value result;
    rt_loop *loop;       /* counted */
    uintptr_t callbacks; /* future.c */
    union {
        /* of cancel(), or 0; of a failed one: the traceback as it was, or 0, or where it had a
         * message, both as a tuple */
        rt_value message;
        struct rt_task_extra *extra; /* of a task, which has its message there; NULL = nothing */
    };
    uint64_t state : 2;       /* rt_future_state */
    uint64_t failed : 1;      /* FINISHED by an exception, which `result` is */
    uint64_t blocking : 1;    /* awaited, not just yielded */
    uint64_t unretrieved : 1; /* the exception has not been looked at */
    uint64_t timed : 1;       /* of one that is no task: a timer will set it to None */
    /* of tasks */
    uint64_t flags : 10;  /* rt_task_flag */
    uint64_t number : 48; /* how many had a number for a name when this one was made */
};
#define RT_FUTURE(v) ((rt_future *)(v))

/* A future with a cancel() of its own, made in C. Its type derives from rt_custom_future_type. */
typedef struct rt_custom_future {
    rt_future future;
    bool (*cancel)(rt_future *future, rt_value message); /* of a pending one */
} rt_custom_future;

extern rt_type rt_future_type, rt_custom_future_type, rt_future_iterator_type;

static inline bool rt_future_done(const rt_future *future)
{
    return future->state != RT_FUTURE_PENDING;
}

bool rt_is_future(rt_value v); /* a Future or Task */

rt_future *rt_future_new(rt_loop *loop);
static inline void rt_future_init(rt_future *future, rt_loop *loop) /* of a zeroed one */
{
    loop->head.refs++;
    future->loop = loop;
    rt_origin_note(&future->head, loop->debug);
}

/* The result, owned; 0 = raised: its exception, CancelledError, or InvalidStateError. */
rt_value rt_future_result(rt_future *future);
/* The exception (RT_NONE = none), owned; 0 = raised. */
rt_value rt_future_exception(rt_future *future);

void rt_future_post_callbacks(rt_future *future); /* it is done */

/* A timer that sets a pending future to None; its end before that. */
void rt_future_set_timer(rt_future *future, double when);
void rt_future_end_timer(rt_future *future);

/* These consume the value. They expect a pending future. */
static inline void rt_future_finish(rt_future *future, rt_value result)
{
    if (RT_UNLIKELY(future->timed)) rt_future_end_timer(future);
    RT_RELEASE_OPT(future->result);
    future->result = result;
    future->state = RT_FUTURE_FINISHED;
    if (future->callbacks) rt_future_post_callbacks(future);
}
void rt_future_fail(rt_future *future, rt_value exception);
/* Becomes cancelled, whatever kind of future it is, with the message set before. */
void rt_future_mark_cancelled(rt_future *future);
void rt_future_set_message(rt_future *future, rt_value message); /* of cancel(); 0 or None = none */
rt_value rt_future_message(const rt_future *future);   /* the same, whatever came of it; borrowed */
rt_value rt_future_traceback(const rt_future *future); /* of a failed one; borrowed; 0 = none */

/* cancel(msg) by its kind: true = the request was taken. */
bool rt_future_cancel(rt_future *future, rt_value message);
/* A CancelledError with the future's message; owned; 0 = raised. */
rt_value rt_future_cancelled_error(rt_future *future);

/* set_exception(x): checks and makes an instance. False: raised. */
bool rt_future_set_exception(rt_future *future, rt_value exception);

/* Done callbacks. A callback of the program is a callable with the context it runs in (0 =
 * empty). */
void rt_future_add_subject(rt_future *future, rt_subject subject); /* retains; at once where done */
void rt_future_add_callable(rt_future *future, rt_value callable, rt_value context);
/* Takes a subject out again; how many there were. */
uint32_t rt_future_remove_subject(rt_future *future, rt_subject subject);
int64_t rt_future_remove_callable(rt_future *future, rt_value callable); /* -1 = raised */

/* For types that begin with a future. */
void rt_future_drop_callbacks(rt_future *future);
static inline void rt_future_release(rt_future *future) /* of dealloc: what it owns; no `extra` */
{
    if (future->callbacks) rt_future_drop_callbacks(future);
    RT_RELEASE_OPT(future->result);
    RT_RELEASE_OPT(future->message);
    if (future->loop) RT_RELEASE((rt_value)future->loop);
    rt_origin_forget(&future->head);
}
void rt_future_traverse(rt_object *self, rt_visit_fn *visit, void *context);
void rt_future_traverse_callbacks(const rt_future *future, rt_visit_fn *visit, void *context);
void rt_future_clear(rt_object *self);
/* Says "... exception was never retrieved" if that is so; as the slot `finalize`. */
void rt_future_report_unretrieved(rt_future *future);
void rt_future_collect(rt_object *self);
/* "pending", "finished result=1", ... and " cb=[...]", appended to a list of strings. */
bool rt_future_repr_state(rt_future *future, rt_value parts);
bool rt_future_repr_rest(rt_future *future, rt_value parts);
/* repr(self), or "..." within itself, where a future's result leads back to it. */
rt_value rt_future_repr_once(rt_value self, rt_value (*repr)(rt_value self));
/* "<Future a b c>" of the parts (consumed). */
rt_value rt_future_repr_join(rt_value self, rt_value parts);

/* How a callback reads in reprs: "f(1) at prog.py:3"; args: a tuple, or 0 for none. */
rt_value rt_callback_text(rt_value callable, rt_value args);
/* repr() with long values cut in the middle, as reprs of futures show results. */
rt_value rt_short_repr(rt_value v);

/* ensure_future: the future itself, or a task of the awaitable; owned. */
rt_value rt_ensure_future(rt_value awaitable, rt_loop *loop);

#endif
