/* report_request.h: being asked from outside what the program waits for.
 *
 * SIGQUIT: the tree of tasks goes to stderr, and the program goes on. RT_REPORT_SIGNAL with a number
 * (sigqueue): the sender's descriptor number / RT_REPORT_KINDS, opened by way of /proc, gets the
 * report of kind number % RT_REPORT_KINDS and a NUL behind it. */
#ifndef ASYNCC_SCHED_REPORT_REQUEST_H
#define ASYNCC_SCHED_REPORT_REQUEST_H

#include <signal.h>

#include "sched/loop.h"

#define RT_REPORT_SIGNAL (SIGRTMIN + 12)
#define RT_REPORT_THREAD "asyncc-program" /* how the thread that answers is called in /proc */

enum { RT_REPORT_TREE, RT_REPORT_TABLE, RT_REPORT_KINDS };

/* From now on, requests are answered. The thread that calls is named RT_REPORT_THREAD. */
void rt_report_watch(void);
void rt_report_unwatch(void);

/* At a safe point: answers what has been asked for. `loop`: the one that runs, or NULL. */
void rt_report_answer(const rt_loop *loop);

#endif
