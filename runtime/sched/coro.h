/* coro.h: coroutines, generators and async generators as objects (rt_coro, asyncc.h).
 *
 * One layout serves the three; code->kind and the type tell them apart. An object is driven either
 * by hand (send, throw, close, next) or, once awaited or made a task, by the chain it is part
 * of. */
#ifndef ASYNCC_SCHED_CORO_H
#define ASYNCC_SCHED_CORO_H

#include "sched/frame.h"

typedef enum rt_coro_status {
    RT_CORO_CREATED,   /* not started: its frame owns the arguments */
    RT_CORO_SUSPENDED, /* by hand: waits for the next send */
    RT_CORO_RUNNING,   /* by hand: on the C stack */
    RT_CORO_AWAITED,   /* a frame awaits it or a task runs it */
    RT_CORO_CLOSED,
} rt_coro_status;

typedef enum rt_coro_flag {
    RT_CORO_ITERABLE = 1,    /* a generator made awaitable by types.coroutine */
    RT_AGEN_STARTED = 2,     /* the first-iteration hook has seen it */
    RT_AGEN_BUSY = 4,        /* an asend, athrow or aclose is under way: ag_running */
    RT_AGEN_CLOSED = 8,      /* finished or closed: no item will come */
    RT_AGEN_CLOSING = 16,    /* the awaitable under way is an aclose */
    RT_CORO_NO_WARNING = 32, /* "never awaited" has been said, or is not to be said */
    /* the chain that drives it keeps it alive, and lets go at the end */
    RT_CORO_OWNED = 128,
    RT_AGEN_ENDING = 256, /* nobody refers to it any more, its end has been asked for: once */
    /* stands for the coroutine inside a task (extra): task.get_coro() */
    RT_CORO_VIEW = 64,
} rt_coro_flag;

/* What `extra` holds: a coroutine driven by hand: the future that its leaf waits for;
 * an async generator: its place in the table of live ones, as a tagged int; a view: the task. */

extern rt_type rt_coroutine_type, rt_generator_type, rt_async_generator_type;
extern rt_type rt_coroutine_wrapper_type;

#define RT_IS_COROUTINE(v) (RT_TYPE(v) == &rt_coroutine_type)
#define RT_IS_GENERATOR(v) (RT_TYPE(v) == &rt_generator_type)
#define RT_IS_ASYNC_GENERATOR(v) (RT_TYPE(v) == &rt_async_generator_type)

static inline rt_coro *rt_frame_coro(rt_frame *frame)
{
    return (rt_coro *)((char *)frame - offsetof(rt_coro, frame));
}

/* One step by hand: `input` (consumed; 0 = throws the pending exception). RT_YIELD with
 * rt_state.yielded, the body's result (then it is closed), or 0. */
rt_value rt_coro_step(rt_coro *coro, rt_value input);

/* The same for whole protocols: 0 with StopIteration(result) pending where the body ends. */
rt_value rt_coro_send(rt_value coro, rt_value input);
rt_value rt_coro_throw(rt_value coro, rt_value type, rt_value value, rt_value traceback);

/* Closes by GeneratorExit; what it waits for is given up. False: raised. */
bool rt_coro_close(rt_coro *coro);

/* The chain that drove it is done with it: as rt_frame_left. */
rt_value rt_coro_left(rt_coro *coro, rt_value result);
void rt_coro_mark_closed(rt_coro *coro); /* may free it, where the chain owned it */

/* The warning of a coroutine object, or what stands for one, that ends without having begun. */
void rt_warn_never_awaited(rt_value object, const rt_code *code);

/* Marks a new coroutine as driven by a chain. False: it has been used already; raised. */
bool rt_coro_claim(rt_coro *coro);

/* Makes exception throw(type, value, traceback) pending. False: the TypeError is pending
 * instead. */
bool rt_set_thrown(rt_value type, rt_value value, rt_value traceback);

/* StopIteration(value) becomes pending; consumes value. Returns 0. */
rt_value rt_raise_stop_iteration(rt_value value);
/* The value of the pending StopIteration, which is cleared; owned. */
rt_value rt_take_stop_value(void);

/* What the slot `next` gives once more than the iterator has ended: 0. */
static inline rt_value rt_next_without_stop(rt_value v)
{
    if (!v && rt_pending(&rt_exc_StopIteration)) rt_clear_pending();
    return v;
}

/* next(iterator): 0 with StopIteration pending at the end, with the iterator's result if it has
 * one. */
rt_value rt_next_or_stop(rt_value iterator);

/* __name__ and __qualname__, as str objects; owned. */
rt_value rt_coro_name(rt_value coro);
rt_value rt_coro_qualname(rt_value coro);
rt_value rt_coro_repr(rt_value coro);
/* cr_frame and cr_code, gi_..., ag_... */
rt_value rt_coro_frame_object(rt_value coro);
rt_value rt_coro_code_object(rt_value coro);
size_t rt_coro_size(const rt_coro *coro);
void rt_coro_traverse(rt_object *self, rt_visit_fn *visit, void *context);
void rt_coro_clear(rt_object *self);
void rt_coro_collect(rt_object *self); /* the slot `finalize` */

/* Runs the end of an unfinished generator or coroutine that nobody refers to any more, what it
 * raises going to stderr. True: something got hold of it again. */
bool rt_coro_finalize(rt_coro *coro);

#endif
