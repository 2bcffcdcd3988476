/* report_request.h: being asked from outside what the program waits for.
 *
 * SIGQUIT: the tree of tasks goes to stderr, and the program goes on. Other processes ask as
 * report.h says. */
#ifndef ASYNCC_SCHED_REPORT_REQUEST_H
#define ASYNCC_SCHED_REPORT_REQUEST_H

#include "sched/loop.h"

/* From now on, requests are answered. The thread that calls is named RT_REPORT_THREAD. */
void rt_report_watch(void);
void rt_report_unwatch(void);

/* At a safe point: answers what has been asked for. `loop`: the one that runs, or NULL. */
void rt_report_answer(const rt_loop *loop);

#endif
