/* debug.h: what a loop in debug mode looks at besides running its entries. */
#ifndef ASYNCC_SCHED_DEBUG_H
#define ASYNCC_SCHED_DEBUG_H

#include "sched/loop.h"

/* Are new loops in debug mode (PYTHONASYNCIODEBUG)? */
bool rt_debug_wanted(void);

/* Runs an entry as `run` does, and reports it where it takes too long. */
bool rt_debug_run(rt_loop *loop, rt_ready entry, bool (*run)(rt_ready entry));

/* May the program post this callback by `method`? False: raised. */
bool rt_debug_check_callback(const rt_loop *loop, rt_value callback, const char *method);
/* The same for the thread that calls: only the loop's own may. */
bool rt_debug_check_thread(const rt_loop *loop);

#endif
