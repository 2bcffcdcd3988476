/* await.h: awaiting anything (rt_await and its kin of abi.def), and the frame that drives an
 * iterator where an await waits for one. */
#ifndef ASYNCC_SCHED_AWAIT_H
#define ASYNCC_SCHED_AWAIT_H

#include "sched/frame.h"

/* Is the awaitable a coroutine object, or a generator made one by types.coroutine? */
bool rt_is_coroutine_like(rt_value v);
/* Is it a coroutine to asyncio, which takes every object with await, send, throw and close? */
bool rt_is_coroutine_object(rt_value v);
/* Does `await v` make sense? */
bool rt_is_awaitable(rt_value v);

/* The iterator of v.__await__(), checked; 0 = raised. */
rt_value rt_await_iterator_of(rt_value v);

/* A frame that awaits an iterator (consumed) as the root of a chain: for tasks of awaitables. */
rt_frame *rt_await_iterator_frame(rt_value iterator);
void rt_await_iterator_free(rt_frame *frame);
rt_value rt_await_iterator_subject(const rt_frame *frame); /* the iterator; borrowed */

/* What a leaf's resume gets when the future that it waited for is done: the result, 0 = raised. */
rt_value rt_wake_input(const rt_frame *leaf, rt_value future);

/* One step of an iterator that is delegated to: sends input (consumed; 0 = throws the pending
 * exception). RT_YIELD, the result, or 0. */
rt_value rt_yield_from_step(rt_value iterator, rt_value input);

#endif
