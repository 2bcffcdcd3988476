/* poller.h: waiting for descriptors: callbacks that the loop runs when one can be read or written.
 *
 * A loop has a poller once it has watched something. While a descriptor is watched, the loop asks
 * the operating system once a turn; a loop without one never does. */
#ifndef ASYNCC_IO_POLLER_H
#define ASYNCC_IO_POLLER_H

#include "sched/handle.h"

typedef enum rt_direction { RT_READING, RT_WRITING } rt_direction;

/* From now on `handle` (retained) is posted in every turn in which the descriptor is ready; the one
 * that was there is cancelled. False: raised. */
bool rt_watch(rt_loop *loop, int descriptor, rt_direction direction, rt_handle *handle);

/* The same with an observer, which is not cancelled: it finds out itself whether it is still
 * wanted. */
bool rt_watch_subject(rt_loop *loop, int descriptor, rt_direction direction, rt_subject subject);

/* Ends that and cancels the handle. False: there was none. */
bool rt_unwatch(rt_loop *loop, int descriptor, rt_direction direction);

#endif
