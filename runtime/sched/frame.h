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

#include "value/object.h"

#define RT_FRAME_DONE UINT32_MAX /* the state of a frame that owns nothing any more */

/* The source that descriptors of coroutines written in C name. */
extern const rt_source rt_library_source;

/* The leaf's return statement: it waits for `awaited`: a future (or what an iterator yielded), or
 * RT_NONE for one turn of the loop. Borrows `awaited`. Returns RT_PENDING. */
rt_value rt_suspend(rt_frame *leaf, rt_value awaited);

/* Resumes *leaf with `input` (as rt_resume_fn has it) and goes on until the chain waits, yields or
 * ends. *handled is the chain's own rt_state.handled (owned), kept between drives. Returns as the
 * root's resume function does. RT_PENDING: *leaf is set, and the caller takes rt_state.awaited,
 * which is owned unless it is RT_NONE. */
rt_value rt_frame_drive(rt_frame **leaf, rt_value *handled, rt_value input);

/* Counts the C-stack level of a frame that is about to run (asyncc.h, RT_ENTER). False: too deep;
 * then *input is 0 and RecursionError is pending, which the frame is to raise, and nothing was
 * counted. */
bool rt_frame_enter(rt_value *input);

/* A frame with flags has returned `result` and not RT_PENDING: closes what it belongs to. Returns
 * what its parent's await gives. */
rt_value rt_frame_left(rt_frame *frame, rt_value result);

/* Releases what the frames from a suspended leaf up to its root own, without running them. */
void rt_chain_clear(rt_frame *leaf);

/* Visits what a suspended frame owns, embedded children too. Frames that run now hide what they
 * own. */
void rt_frame_traverse(rt_frame *frame, rt_visit_fn *visit, void *context);

/* The line where a frame is: of its suspension, or of its definition while it has not started. */
uint32_t rt_frame_line(const rt_frame *frame);

#endif
