/* frame.h: how frames run, whoever drives them.
 *
 * A driver (a task's step, coro.send, next() of a generator) holds the leaf of a chain of frames:
 * the frame that really waits. rt_frame_drive resumes that leaf directly and hands each result to
 * the frame's parent, so that waking up costs the same at any depth of awaits, and nothing
 * recurses.
 *
 *     main_frame <- parent - fetch_frame <- parent - rt_sleep_frame (the leaf)
 *
 * A frame is embedded in its parent, or is a block of its own that the parent points to, or belongs
 * to an object (rt_coro, rt_task), or is an iterator awaited through a frame of its own (await.c).
 * The flags tell which. */
#ifndef ASYNCC_SCHED_FRAME_H
#define ASYNCC_SCHED_FRAME_H

#include "exc/handled.h"
#include "value/object.h"

#define RT_FRAME_DONE UINT32_MAX /* the state of a frame that owns nothing any more */

/* The source that descriptors of coroutines written in C name. */
extern const rt_source rt_library_source;

/* The leaf's return statement: it waits for `awaited`: a future (or what an iterator yielded), or
 * RT_NONE for one turn of the loop. Borrows `awaited`. Returns RT_PENDING. */
static inline rt_value rt_suspend(rt_frame *leaf, rt_value awaited)
{
    rt_state.leaf = leaf;
    rt_state.awaited = awaited;
    if (awaited != RT_NONE) RT_RETAIN(awaited);
    return RT_PENDING;
}

/* The same of a time of the loop's clock. No future stands for that while a task drives the chain:
 * the task itself is entered in the heap of timers. */
rt_value rt_suspend_until(rt_frame *leaf, double when);

/* For drivers by hand, which yield what their chain waits for (rt_state.awaited): as an object,
 * owned. What the leaf's await gives when they go on is the answer of rt_awaited_input: `future` is
 * what was awaited, if that is a future (consumed); the rest as of rt_coro_step. */
rt_value rt_take_awaited(void);
rt_value rt_awaited_input(const rt_frame *leaf, rt_value future, rt_value input);

/* Counts the C-stack level of a frame that is about to run (asyncc.h, RT_ENTER). False: too deep;
 * then *input is 0 and RecursionError is pending, which the frame is to raise, and nothing was
 * counted. */
static inline bool rt_frame_enter(rt_value *input)
{
    if (RT_LIKELY(RT_ENTER())) return true;
    RT_RELEASE_OPT(*input);
    *input = 0;
    return false;
}

/* The same of one that `parent` (NULL: nobody) is to await, and that is not embedded in it. */
static inline bool rt_frame_enter_below(rt_frame *frame, const rt_frame *parent, rt_value *input)
{
    if (!parent || RT_LIKELY(rt_frame_joins(frame, parent))) return rt_frame_enter(input);
    RT_RELEASE_OPT(*input);
    *input = 0;
    return false;
}

/* A frame with flags has returned `result` and not RT_PENDING: closes what it belongs to. Returns
 * what its parent's await gives. */
rt_value rt_frame_left(rt_frame *frame, rt_value result);

/* `frame` is about to run because something was thrown into its chain. As in CPython, it sees what
 * it handles itself, and not what those that await it do. A pending exception, be it the one that
 * was thrown or one that came out of the frame's child, gets what the frame handles as its
 * context. */
void rt_frame_thrown(rt_frame *frame);

/* Resumes *leaf with `input`, which is not 0, and goes on with what each frame gives to the one
 * that awaits it until the chain waits, yields or ends. Returns as the root's resume function does;
 * sets *leaf, also when the chain is done. RT_PENDING: the caller takes rt_state.awaited, which is
 * owned. */
static inline rt_value rt_frame_go_on(rt_frame **leaf, rt_value input)
{
    rt_frame *frame = *leaf, *parent;
    rt_value result;

    while ((result = frame->code->resume(frame, input)) != RT_PENDING) {
        parent = frame->parent;
        if (!parent) {
            *leaf = frame;
            return result;
        }
        input = RT_UNLIKELY(frame->flags) ? rt_frame_left(frame, result) : result;
        frame = parent;
    }
    *leaf = rt_state.leaf;
    return result;
}

/* The same of the pending exception, thrown into the leaf. */
rt_value rt_frame_throw(rt_frame **leaf);

/* The same of an `input` as rt_resume_fn has it, for who drives a chain while others are being
 * handled: *handled is the chain's own rt_state.handled (owned), kept between drives. Counts a
 * level of the C stack. */
rt_value rt_frame_drive(rt_frame **leaf, rt_value *handled, rt_value input);

/* Releases what the frames from a suspended leaf up to its root own, without running them. */
void rt_chain_clear(rt_frame *leaf);

/* Visits what a suspended frame owns, embedded children too. Frames that run now hide what they
 * own. */
void rt_frame_traverse(rt_frame *frame, rt_visit_fn *visit, void *context);

/* The line where a frame is: of its suspension, or of its definition while it has not started. Of
 * one that runs, where the program notes its calls (ir/places.h): what runs now. */
uint32_t rt_frame_line(const rt_frame *frame);

#endif
